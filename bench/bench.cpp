// Speed of the month beside a plain program, in one run: graduasi-bench [AREAS_FILE].
// Ratios travel between machines, nanoseconds do not.
#include "bench/mini_program.h"
#include "model/first_families.h"
#include "model/lives.h"
#include "model/state.h"
#include "population/programme.h"
#include "random/draws.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace graduasi;
using bench::processor_seconds;

constexpr int households = 160000;
constexpr int years = 3;
constexpr int repeats = 5;

/// Eight districts of the size that the whole programme has, from one area.
struct Nation {
  World world;
  PopulationSettings settings;
  Programme programme;
  std::vector<Levers> levers = std::vector<Levers>(12 * years + 1);
  Households families;
  double seconds_to_draw = 0;
};

Nation make_nation(Kernel const& kernel) {
  Nation n;
  n.settings.size.households = households;
  Area const area{.name = "bench",
                  .poverty_rate = 0.1,
                  .poverty_gap = 0.016,
                  .population = 28e7,
                  .line_rupiah = 6e5,
                  .districts = 8};
  n.programme = plan_programme({.rows = {area}, .warnings = {}}, n.settings);
  auto const& last = n.programme.districts.back();
  n.families = make_households(last.first_slot + last.slots);
  BirthTable const births =
      make_birth_table(n.settings.families, share_at_school(n.world.member_clocks));
  FirstDayPlan const plan{.world = n.world,
                          .settings = n.settings,
                          .baseline = n.levers[0],
                          .births = births,
                          .key = {},
                          .before = calendar_month(2025, 12),
                          .kernel = kernel};
  double const added = variance_of_life_cycle(plan);
  for (auto& district : n.programme.districts)
    district.lives = lives_in(n.programme.areas[0], n.world, n.settings, added);
  double const began = processor_seconds();
  for (auto const& district : n.programme.districts) {
    initialise_district(part(view(n.families), district.first_slot, district.slots), district,
                        n.programme.areas[0], plan, 0.08f);
  }
  n.seconds_to_draw = processor_seconds() - began;
  return n;
}

struct Timed {
  double seconds;
  std::int64_t left;  ///< must be equal for every instruction set
};

Timed run_years(Nation const& n, Kernel const& kernel) {
  Households families = n.families;
  auto const storage = std::make_unique<TileStorage>();
  std::int64_t left = 0;
  double seconds = 0;
  for (auto const& district : n.programme.districts) {
    std::uint32_t const number = district_number(district);
    DistrictState state = make_district_state(district, number, n.world, n.levers[0], 300, {});
    double const began = processor_seconds();
    for (int year = 0; year < years; ++year) {
      std::array<Tally, 12> tallies{};
      DistrictYear task{.district = district,
                        .households = part(view(families), district.first_slot, district.slots),
                        .staff = staff_of(state),
                        .cycle = state.cycle,
                        .wanted = state.wanted,
                        .world = n.world,
                        .levers = n.levers,
                        .tallies = tallies,
                        .key = {},
                        .start = calendar_month(2026, 1),
                        .first_month = 1 + 12 * year,
                        .months = 12,
                        .district_number = number};
      kernel.year(task, *storage);
      for (auto const& t : tallies) {
        left += t[Count::left_raised] + t[Count::left_own_request] + t[Count::left_natural];
      }
    }
    seconds += processor_seconds() - began;
  }
  return {seconds, left};
}

/// Nanoseconds for a block of words, as compiled for this unit (v1, 128 bit).
double draw_block_ns() {
  constexpr std::size_t slots = 1024;
  std::vector<std::uint32_t> a(slots), b(slots), c(slots), d(slots), e(slots), f(slots);
  double best = 1e9;
  for (int repeat = 0; repeat < repeats; ++repeat) {
    double const began = processor_seconds();
    for (std::uint32_t month = 0; month < 200; ++month) {
      draw_members({a, b, c, d, e, f}, {0, month, {}}, Monthly::members);
    }
    best = std::min(best, processor_seconds() - began);
  }
  return best / (200.0 * slots) * 1e9;
}

}  // namespace

int main() {
  Kernel const widest = kernel_for(best_isa());
  Nation const nation = make_nation(widest);
  double const household_months = static_cast<double>(households) * 12 * years;

  std::vector<Kernel> kernels;
  for (Isa const isa : {Isa::v2, Isa::v3, Isa::v4}) {
    if (has(isa)) kernels.push_back(kernel_for(isa));
  }
  // Interleaved, so that a slow minute of the machine hits all alike; the least of each is kept.
  double mini = 1e9;
  std::vector<double> best(kernels.size(), 1e9);
  std::int64_t const expected = run_years(nation, widest).left;
  for (int repeat = 0; repeat < repeats; ++repeat) {
    double const took = bench::run_mini_program(households, std::array{12}).seconds;
    mini = std::min(mini, took / (households * 12.0));
    for (std::size_t k = 0; k < kernels.size(); ++k) {
      Timed const timed = run_years(nation, kernels[k]);
      if (timed.left != expected) {
        fmt::print(stderr, "{} counts {} exits, {} counts {}\n", kernels[k].name, timed.left,
                   widest.name, expected);
        return 3;
      }
      best[k] = std::min(best[k], timed.seconds / household_months);
    }
  }
  fmt::print("{:28}{:>14}{:>22}{:>12}\n", "case", "ns a step", "household-months a s", "ratio");
  fmt::print("{:28}{:14.2f}{:22.3g}{:12.2f}\n", "mini program (4 variables)", mini * 1e9, 1 / mini,
             1.0);
  for (std::size_t k = 0; k < kernels.size(); ++k) {
    fmt::print("{:28}{:14.2f}{:22.3g}{:12.2f}\n", fmt::format("month, {}", kernels[k].name),
               best[k] * 1e9, 1 / best[k], best[k] / mini);
  }
  fmt::print("{:28}{:14.2f}\n", "block of draws, 128 bit", draw_block_ns());
  fmt::print("{:28}{:14.2f}\n", "first day, per family", nation.seconds_to_draw / households * 1e9);
  fmt::print(
      "draw blocks a household-month: 1, a second for the few who are assessed or ask, and in the "
      "first month of a quarter two more\nbytes a family: {}\n",
      household_bytes);
}
