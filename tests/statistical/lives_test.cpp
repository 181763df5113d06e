// Lives by themselves, without mentoring: over everybody earnings keep their spread and poverty
// follows growth, and as many families become able as growth and lasting shocks alone imply.
#include "model/lives.h"
#include "base/math_double.h"
#include "support/lived_nation.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// Nobody leaves, nobody is mentored, and nothing is learnt, paid or earned beside lasting
/// earnings.
std::vector<std::string> by_themselves(std::vector<std::string> more) {
  std::vector<std::string> settings{"run.replicates=1",
                                    "world.leaving.on=false",
                                    "world.natural_exit.on=false",
                                    "world.registry.on=false",
                                    "world.time_limit.on=false",
                                    "world.contact.on=false",
                                    "world.money.benefit_on=false",
                                    "world.enterprise.on=false",
                                    "world.earnings.skill_effect=0",
                                    "world.earnings.access_effect=0",
                                    "world.earnings.effort_effect=0",
                                    "world.readiness.months=1"};
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

std::string const no_life = "world.life_cycle.on=false", no_growth = "world.growth.on=false",
                  no_shocks = "world.lasting_shocks.on=false";

/// 98 percent of all families with an eligible member are in the programme.
std::vector<std::string> everybody(std::vector<std::string> more) {
  more.emplace_back("population.households=100000");
  more.emplace_back("population.programme_households=44500000");
  return by_themselves(std::move(more));
}

/// Of lasting earnings less their area's mean.
struct Spread {
  double mean = 0, variance = 0;
  double of_all = 0;  ///< variance of the areas, the richest included
  double back = 0;    ///< part of the way to it that reversion goes in a quarter
};

Spread spread_of(testing::LivedNation& nation) {
  double sum = 0, squares = 0, families = 0, of_all = 0, back = 0;
  nation.for_each([&](HouseholdsView const& h, std::size_t i, District const& district) {
    double const off = static_cast<double>(h.base[i]) - static_cast<double>(district.lives.mean);
    sum += off, squares += off * off, ++families;
    double const sd = nation.e.programme.areas[district.area].base_sd;
    of_all += sd * sd, back += 2 * static_cast<double>(district.lives.reverts);
  });
  double const mean = sum / families;
  return {mean, squares / families - mean * mean, of_all / families, back / families};
}

std::vector<Spread> spreads(std::vector<std::string> const& settings) {
  auto nation = testing::lived_cohort(settings);
  std::vector<Spread> all;
  nation.live([&](int) { all.push_back(spread_of(nation)); });
  REQUIRE(all.size() == 11);
  return all;
}

/// A nation of one area with a poverty rate, and with log spending spread by so much.
Areas one_area(double poverty_rate, double sigma) {
  double const a = math::normal_quantile(poverty_rate);
  double const gap =
      poverty_rate - math::exp(-a * sigma + sigma * sigma / 2) * math::normal_cdf(a - sigma);
  return {.rows = {{.name = "nation",
                    .poverty_rate = poverty_rate,
                    .poverty_gap = gap,
                    .population = 282e6,
                    .line_rupiah = 6e5,
                    .districts = 8}},
          .warnings = {}};
}

testing::LivedNation nation_of_one_area(std::vector<std::string> const& settings) {
  return {testing::cohort(settings), one_area(0.1122, 0.53)};
}

/// Share of all families that a survey would see below the line: luck and noise are those of the
/// area, so that only lasting earnings move it.
double seen_poor(testing::LivedNation& nation) {
  auto const& area = nation.e.programme.areas.front();
  double const sd = std::sqrt(area.shock_sd * area.shock_sd + area.noise_sd * area.noise_sd);
  double poor = 0, families = 0;
  nation.for_each([&](HouseholdsView const& h, std::size_t i, District const&) {
    poor += math::normal_cdf(-static_cast<double>(h.base[i]) / sd), ++families;
  });
  return area.chosen_share * poor / families;  // those above the cut are hardly ever poor
}

/// Families that have become able, in number, and the bases of the first day of those that could.
struct Passed {
  std::vector<double> bases;
  double became_able = 0;
  LastingStep step;
  double line = 0;
};

Passed passed(std::vector<std::string> const& settings) {
  auto nation = nation_of_one_area(settings);
  Passed p;
  auto const& world = *nation.e.setting.world;
  auto const& lives = nation.e.programme.districts.front().lives;
  p.step = {.growth = growth_of_quarter(lives.growth, world.growth),
            .sd = lasting_shock_sd(world.lasting_shocks),
            .reverts = lives.reverts,
            .mean = lives.mean};
  p.line = std::log(static_cast<double>(world.readiness.multiple));
  nation.live([&](int month) {
    if (month != 0 && month != 120) return;
    nation.for_each([&](HouseholdsView const& h, std::size_t i, District const&) {
      if (month == 0 && start::able.get(h.start[i]) == 0)
        p.bases.push_back(static_cast<double>(h.base[i]));
      if (month == 120) p.became_able += start::became_able.get(h.start[i]);
    });
  });
  return p;
}

/// Chances to have passed a line from below within some steps of a random walk that reverts, from
/// where it begins: the chance still to lie below it is carried back, step by step, over a grid.
class FirstPassage {
 public:
  FirstPassage(Passed const& p, int steps)
      : line_(p.line),
        below_(cells, 1.0),
        sd_(static_cast<double>(p.step.sd)),
        reverts_(static_cast<double>(p.step.reverts)),
        mean_(static_cast<double>(p.step.mean)) {
    for (int step = 0; step < steps; ++step) {
      std::vector<double> before(cells);
      for (std::size_t c = 0; c < cells; ++c) before[c] = expected_after(at(c));
      below_ = before;
    }
  }

  double from(double x) const {
    if (x < line_ - width * cells) return 0;
    double const place = (line_ - x) / width - 0.5;
    auto const c = static_cast<std::size_t>(std::max(place, 0.0));
    if (c + 1 >= cells) return 1 - below_.back();
    double const part = place - static_cast<double>(c);
    return 1 - (below_[c] + part * (below_[c + 1] - below_[c]));
  }

 private:
  static constexpr std::size_t cells = 700;
  static constexpr double width = 0.001;

  /// Middle of cell c, counted down from the line.
  double at(std::size_t c) const { return line_ - width * (static_cast<double>(c) + 0.5); }

  /// What is expected of `below_` a step after x; far below the line it is that of the last cell.
  double expected_after(double x) const {
    double const kept = 1 - reverts_;
    double const mean = kept * x + reverts_ * mean_, sd = kept * sd_;
    auto const up_to = [&](double y) { return math::normal_cdf((y - mean) / sd); };
    double sum = 0, upper = up_to(line_);
    for (std::size_t c = 0; c < cells; ++c) {
      double const lower = up_to(line_ - width * static_cast<double>(c + 1));
      sum += (upper - lower) * below_[c];
      upper = lower;
      if (upper < 1e-12) return sum;
    }
    return sum + upper * below_.back();
  }

  double line_;
  std::vector<double> below_;
  double sd_, reverts_, mean_;
};

}  // namespace

TEST_CASE("lives: over everybody lasting earnings keep their spread for ten years",
          "[statistical]") {
  struct {
    std::string name;
    std::vector<std::string> off;
  } const worlds[] = {{"the life cycle", {no_growth, no_shocks}},
                      {"care", {no_growth, no_shocks, "world.care.child_hours=8"}},
                      {"lasting shocks", {no_life, no_growth}},
                      {"all three", {}}};
  for (auto const& world : worlds) {
    auto const by_year = spreads(everybody(world.off));
    Spread const first = by_year.front(), last = by_year.back();
    WARN("with " << world.name << " the mean of lasting earnings moves by "
                 << last.mean - first.mean << " in ten years, and their variance from "
                 << first.variance << " to " << last.variance);
    // The richest two in a hundred are not among them: what they lack of the spread of everybody
    // comes back as fast as earnings revert.
    double const still_apart = std::pow(1 - first.back, 40);
    CHECK(last.variance ==
          Approx(first.of_all - still_apart * (first.of_all - first.variance)).epsilon(0.015));
    // Whoever grows up in a closed body of families leaves it smaller, so each person has more.
    if (world.name == "the life cycle" || world.name == "care")
      CHECK(std::abs(last.mean - first.mean) < 0.1);
    if (world.name == "lasting shocks") CHECK(std::abs(last.mean - first.mean) < 0.004);
  }
}

TEST_CASE("lives: poverty falls with growth as it did from 2015 to 2025", "[statistical]") {
  std::vector<double> poor;
  for (auto const& growth : {"world.growth.on=true", "world.growth.on=false"}) {
    auto nation = nation_of_one_area(everybody({growth, no_life, no_shocks}));
    nation.live([&](int month) {
      if (month == 0 || month == 120) poor.push_back(seen_poor(nation));
    });
  }
  double const fall = poor[3] - poor[1];
  WARN("poverty " << poor[0] << " falls to " << poor[1] << " with growth and " << poor[3]
                  << " without");
  CHECK(poor[0] == Approx(0.1122).margin(0.003));
  CHECK(poor[2] == poor[0]);
  CHECK(poor[3] == poor[2]);
  double const shift = 10 * static_cast<double>(GrowthParameters{}.per_year) / 0.53;
  double const expected = 0.1122 - math::normal_cdf(math::normal_quantile(0.1122) - shift);
  CHECK(fall == Approx(expected).margin(0.0015));
  CHECK(fall == Approx(0.1122 - 0.0847).margin(0.003));  // BPS, March 2015 and March 2025
}

TEST_CASE("lives: growth alone makes those able whom it carries over the line", "[statistical]") {
  auto const p = passed(by_themselves({"population.households=60000", no_life, no_shocks}));
  double const grown = 40 * static_cast<double>(p.step.growth);
  CHECK(grown == Approx(0.08).margin(1e-6));
  auto const expected =
      std::ranges::count_if(p.bases, [&](double base) { return base > p.line - grown; });
  CHECK(expected > 1000);
  // A family that ends at the line to the last bit may fall on either side.
  CHECK(std::abs(p.became_able - static_cast<double>(expected)) <= 3);
}

TEST_CASE("lives: lasting shocks alone make as many able as a random walk takes over the line",
          "[statistical]") {
  auto const p = passed(by_themselves({"population.households=60000", no_life, no_growth}));
  REQUIRE(p.step.reverts > 0.0f);
  FirstPassage const chance(p, 40);
  double expected = 0, variance = 0;
  for (double const base : p.bases) {
    double const passes = chance.from(base);
    expected += passes;
    variance += passes * (1 - passes);
  }
  WARN(p.became_able << " become able, expected are " << expected << " (sd " << std::sqrt(variance)
                     << ")");
  CHECK(expected > 1000);
  CHECK(std::abs(p.became_able - expected) < 4 * std::sqrt(variance));
}
