// What must not matter: where a district lies, and in which order its families stand.
#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace graduasi;

namespace {

/// The same districts, stored in the order given. A family keeps its number, so it keeps its luck.
testing::SmallNation in_order(testing::SmallNation const& nation,
                              std::vector<std::size_t> const& order) {
  auto other = nation;
  std::size_t slots = 0;
  for (std::size_t at = 0; at < order.size(); ++at) {
    auto& district = other.districts[at];
    district = nation.districts[order[at]];
    std::size_t const from = district.first_slot;
    district.first_slot = slots;
    for_each_column(other.households, nation.households, [&](auto& to, auto const& of) {
      to.segment(static_cast<Eigen::Index>(slots), static_cast<Eigen::Index>(district.slots)) =
          of.segment(static_cast<Eigen::Index>(from), static_cast<Eigen::Index>(district.slots));
    });
    slots += district.slots;
  }
  return other;
}

/// Months of a run added up.
double sum(testing::SmallNation const& nation, Count what) {
  double all = 0;
  for (auto const& tally : nation.tallies) all += static_cast<double>(tally[what]);
  return all;
}

}  // namespace

TEST_CASE("order: districts may be stored in any order, to the last bit", "[property]") {
  auto const first = testing::small_nation({620, 300, 900, 44});
  std::vector<std::size_t> const order = {2, 0, 3, 1};
  auto straight = first, turned = in_order(first, order);
  straight.months = turned.months = 48;
  testing::run(straight);
  testing::run(turned);
  for (std::size_t month = 0; month < straight.tallies.size(); ++month)
    CHECK(straight.tallies[month] == turned.tallies[month]);
  CHECK(testing::bits_of(in_order(straight, order).households) ==
        testing::bits_of(turned.households));
}

TEST_CASE("order: families may stand in any order, but for chance", "[statistical]") {
  auto const count = [](bool shuffled, std::uint32_t seed, Count what) {
    auto nation = testing::small_nation({4000});
    nation.months = 60;
    nation.key.seed = seed;
    if (shuffled) {
      std::vector<Eigen::Index> places(4000);
      std::iota(places.begin(), places.end(), Eigen::Index{0});
      testing::Chance chance(seed, 77);
      for (std::size_t i = places.size(); i > 1; --i)
        std::swap(places[i - 1], places[chance.below(static_cast<std::uint32_t>(i))]);
      auto const before = nation.households;
      for_each_column(nation.households, before, [&](auto& to, auto const& of) {
        for (std::size_t i = 0; i < places.size(); ++i)
          to[static_cast<Eigen::Index>(i)] = of[places[i]];
      });
    }
    testing::run(nation);
    return sum(nation, what);
  };
  for (auto const what : {Count::left_raised, Count::left_natural, Count::visits}) {
    double difference = 0, spread = 0;
    constexpr int pairs = 12;
    for (std::uint32_t seed = 1; seed <= pairs; ++seed) {
      double const one = count(false, seed, what) - count(true, seed, what);
      difference += one;
      spread += one * one;
    }
    INFO("count " << static_cast<int>(what));
    CHECK(spread > 0);
    // The mean difference of twelve pairs, against its own spread: 3.5 standard errors.
    CHECK(std::abs(difference) < 3.5 * std::sqrt(spread));
  }
}

TEST_CASE("order: two districts together are what each is alone", "[property]") {
  auto both = testing::small_nation({620, 300});
  auto first = both, second = both;
  first.districts.pop_back();
  second.districts.erase(second.districts.begin());
  for (auto* nation : {&both, &first, &second}) testing::run(*nation);
  for (std::size_t month = 0; month < both.tallies.size(); ++month) {
    for (auto const what : {Count::active, Count::left_natural, Count::left_raised, Count::visits,
                            Count::contact_minutes, Count::confidence, Count::paid}) {
      CHECK(both.tallies[month][what] == first.tallies[month][what] + second.tallies[month][what]);
    }
  }
}

TEST_CASE("judgement: with no subjectivity the truth decides", "[property]") {
  auto nation = testing::small_nation({3000});
  nation.months = 60;
  nation.levers.caseload.households_per_facilitator = 40;
  nation.world.assessment.sight_sd = 0;
  nation.world.assessment.sight_bias = 0;
  nation.world.assessment.bias_spread = 0;
  nation.world.assessment.reluctance = 0;
  nation.world.assessment.reluctance_spread = 0;
  nation.levers.assessment.line_margin = std::log(nation.world.readiness.multiple);
  nation.world.leaving.own_request_rate = 0;
  // Without luck, what is earned in the month is what is earned lastingly. Without a life cycle
  // nobody comes above the line from one day to the next.
  nation.world.shocks.on = nation.world.life_cycle.on = false;
  for (auto& shock : nation.households.shock) shock = 0;
  auto const h = view(nation.households);
  for (std::size_t i = 0; i < 3000; ++i) {
    std::uint32_t const above = h.permanent[i] > nation.levers.assessment.line_margin ? 20 : 0;
    h.flags[i] = (h.flags[i] & ~flags::ready_for.mask()) | flags::ready_for.put(above);
  }
  testing::run(nation);
  auto const before = [&] {
    auto noisy = testing::small_nation({3000});
    noisy.months = 60;
    noisy.levers.caseload.households_per_facilitator = 40;
    testing::run(noisy);
    return sum(noisy, Count::premature) / sum(noisy, Count::left_raised);
  }();
  CHECK(sum(nation, Count::left_raised) > 100);
  // What is left are families that have not been above the line for the twelve months yet.
  CHECK(sum(nation, Count::premature) < 0.12 * sum(nation, Count::left_raised));
  CHECK(before > 0.2);
}
