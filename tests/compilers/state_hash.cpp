// Prints a hash of two districts' state and counts after three years, for every instruction set the
// processor has. Built by g++ and by clang; compilers.sh compares the lines.
#include "model/first_families.h"
#include "model/lives.h"
#include "model/state.h"
#include "model/warm_start.h"
#include "population/programme.h"

#include <bit>
#include <cstdio>
#include <memory>
#include <vector>

using namespace graduasi;

namespace {

void fold(std::uint64_t& hash, std::uint64_t word) { hash = (hash ^ word) * 1099511628211u; }

std::uint64_t hash_of_three_years(Kernel const& kernel) {
  World const world;
  PopulationSettings settings;
  settings.size.households = 4000;
  Area const area{.name = "a",
                  .poverty_rate = 0.12,
                  .poverty_gap = 0.02,
                  .population = 28e7,
                  .line_rupiah = 6e5,
                  .districts = 2,
                  .hard_share = 0.2};
  Programme programme = plan_programme({.rows = {area}, .warnings = {}}, settings);
  std::vector<Levers> const levers(37);
  BirthTable const births =
      make_birth_table(settings.families, share_at_school(world.member_clocks));
  FirstDayPlan const plan{.world = world,
                          .settings = settings,
                          .baseline = levers[0],
                          .births = births,
                          .key = {.seed = 7, .replicate = 3},
                          .before = calendar_month(2025, 12),
                          .kernel = kernel};
  auto const storage = std::make_unique<TileStorage>();
  double const added = variance_of_life_cycle(plan);
  std::uint64_t hash = 14695981039346656037u;
  for (auto& district : programme.districts) {
    district.upkeep = upkeep_in(district, programme.areas[0], world, settings, levers[0]);
    district.lives = lives_in(programme.areas[0], world, settings, added);
    Households families = make_households(district.slots);
    float const visits = steady_visit_rate(district, world, levers[0]);
    initialise_district(view(families), district, programme.areas[0], plan, visits);
    std::uint32_t const number = district_number(district);
    DistrictState state = make_district_state(district, number, world, levers[0], 100, plan.key);
    std::vector<Tally> tallies(36);
    for (int year = 0; year < 3; ++year) {
      DistrictYear task{
          .district = district,
          .households = view(families),
          .staff = staff_of(state),
          .cycle = state.cycle,
          .wanted = state.wanted,
          .world = world,
          .levers = levers,
          .tallies = std::span(tallies).subspan(12 * static_cast<std::size_t>(year), 12),
          .key = plan.key,
          .start = calendar_month(2026, 1),
          .first_month = 1 + 12 * year,
          .months = 12,
          .district_number = number};
      kernel.year(task, *storage);
    }
    for_each_column(families, families, [&](auto const& column, auto const&) {
      for (auto const value : column) fold(hash, std::bit_cast<std::uint32_t>(value));
    });
    for (auto const& tally : tallies) {
      for (auto const count : tally.counts) fold(hash, static_cast<std::uint64_t>(count));
    }
  }
  return hash;
}

}  // namespace

int main() {
  for (Isa const isa : {Isa::v2, Isa::v3, Isa::v4}) {
    if (!has(isa)) continue;
    auto const kernel = kernel_for(isa);
    std::printf("%016llx\n", static_cast<unsigned long long>(hash_of_three_years(kernel)));
  }
}
