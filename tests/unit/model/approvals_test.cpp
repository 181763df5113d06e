#include "model/approvals.h"

#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <functional>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;
using testing::SmallNation;

namespace {

std::int64_t exits_in(Tally const& tally) {
  return tally[Count::left_raised] + tally[Count::left_own_request] + tally[Count::left_target] +
         tally[Count::left_label];
}

/// Families whose proposal waits at the end.
std::int64_t waiting_in(SmallNation const& nation) {
  std::int64_t waiting = 0;
  for (auto const word : nation.households.traits) waiting += traits::proposed.get(word) > 0;
  return waiting;
}

Tally sum_of(SmallNation const& nation) {
  Tally sum;
  for (auto const& tally : nation.tallies) sum += tally;
  return sum;
}

/// Families leave self-reliantly and in no other way, and never return.
SmallNation only_self_reliant(std::vector<std::size_t> const& families) {
  auto nation = testing::small_nation(families);
  nation.world.natural_exit.on = false;
  nation.world.registry.on = false;
  nation.world.afterwards.on = false;
  nation.world.assessment.reluctance = 0.2f;
  nation.levers.assessment.gap = 6;
  return nation;
}

SmallNation lived(SmallNation nation, ApprovalLevers const& rule) {
  nation.levers.approval = rule;
  testing::run(nation);
  return nation;
}

/// Families of which every second one waits, by its number: 1, 2, 3, 1, ... months so far.
struct Queue {
  Households households = make_households(32);
  HouseholdsView h = view(households);

  Queue() {
    for (std::size_t i = 0; i < 32; ++i) {
      h.flags[i] =
          flags::real.put(1) | flags::since_assessed.put(static_cast<std::uint32_t>(1 + i / 2 % 3));
      h.traits[i] = traits::proposed.put(i % 2);
    }
  }

  std::vector<std::size_t> approved(std::int32_t soonest, std::int64_t places) const {
    auto const border = approval_border(h, soonest, places);
    std::vector<std::size_t> slots;
    for (std::size_t i = 0; i < 32; ++i) {
      std::int32_t const ahead = static_cast<std::int32_t>(i) < border.before ? 1 : 0;
      if (waited(h, i) > 0 && waited(h, i) + ahead > border.months) slots.push_back(i);
    }
    return slots;
  }
};

}  // namespace

TEST_CASE("approvals: the oldest come first, and of equal ones the first slots", "[unit]") {
  Queue queue;
  // Months when this month approves: slots 5, 11, 17, 23 and 29 have 4; 3, 9, 15, ... have 3.
  CHECK(queue.approved(1, 0).empty());
  CHECK(queue.approved(1, 2) == std::vector<std::size_t>{5, 11});
  CHECK(queue.approved(1, 5) == std::vector<std::size_t>{5, 11, 17, 23, 29});
  CHECK(queue.approved(1, 6) == std::vector<std::size_t>{3, 5, 11, 17, 23, 29});
  CHECK(queue.approved(1, 1000).size() == 16);
  // Too soon for all others, however many places there are.
  CHECK(queue.approved(4, 1000).size() == 5);
  CHECK(queue.approved(5, 1000).empty());
  queue.h.flags[5] |= flags::status.put(static_cast<std::uint32_t>(Status::natural));
  CHECK(queue.approved(1, 2) == std::vector<std::size_t>{11, 17});
}

TEST_CASE("approvals: by default families leave in the month of the proposal", "[unit]") {
  auto nation = testing::small_nation({600, 200});
  testing::run(nation);
  for (auto const& tally : nation.tallies) {
    CHECK(tally[Count::proposed] == exits_in(tally));
    CHECK(tally[Count::lapsed] + tally[Count::approval_months] == 0);
  }
  CHECK(sum_of(nation)[Count::proposed] > 0);
  CHECK(waiting_in(nation) == 0);
}

TEST_CASE("approvals: a queue in which nobody waits changes no bit", "[unit]") {
  auto const with_rule = [](int months_of_january) {
    auto nation = testing::small_nation({600, 200});
    nation.world.leaving.own_request_rate = 0;
    nation.levers.target = {.per_facilitator = 30, .enforced = 1};
    nation.levers.graduation.exit_bonus = 1;
    nation.levers.assessment.calendar = AssessmentCalendar::once_a_year;
    // The rule ends before anybody is assessed, and whoever might wait is looked at from then on.
    testing::run(nation, kernel_for(best_isa()), [&](int month) {
      auto levers = nation.levers;
      if (month == 1) levers.approval.months = months_of_january;
      return levers;
    });
    return nation;
  };
  auto const none = with_rule(0), ended = with_rule(3);
  CHECK(sum_of(none)[Count::left_target] > 0);
  CHECK(testing::bits_of(ended.households) == testing::bits_of(none.households));
  CHECK(ended.tallies == none.tallies);
}

TEST_CASE("approvals: exits are the proposals of so many months before", "[unit]") {
  constexpr int months = 5;
  auto const nation = lived(only_self_reliant({900, 300}), {.months = months});
  std::int64_t waiting = 0;
  for (std::size_t month = 1; month < nation.tallies.size(); ++month) {
    INFO("month " << month);
    auto const& tally = nation.tallies[month];
    std::int64_t const due =
        month > months ? nation.tallies[month - months][Count::proposed] : std::int64_t{0};
    CHECK(exits_in(tally) == due);
    CHECK(tally[Count::approval_months] == months * due);
    waiting += tally[Count::proposed] - due;
    CHECK(tally[Count::lapsed] == 0);
  }
  CHECK(waiting_in(nation) == waiting);
  CHECK(sum_of(nation)[Count::left_raised] > 20);
  CHECK(sum_of(nation)[Count::left_own_request] > 0);
}

TEST_CASE("approvals: slower ones keep families longer, and they are paid", "[unit]") {
  std::int64_t exits = -1, paid = -1;
  for (int months : {24, 12, 6, 1, 0}) {
    auto const sum = sum_of(lived(testing::small_nation({2000}), {.months = months}));
    INFO(months << " months");
    CHECK(exits_in(sum) > exits);
    if (paid >= 0) CHECK(sum[Count::paid] < paid);
    exits = exits_in(sum);
    paid = sum[Count::paid];
  }
}

TEST_CASE("approvals: every proposal is approved, waits, or has lapsed", "[property]") {
  for (auto const& rule : std::vector<ApprovalLevers>{
           {.months = 0}, {.months = 12}, {.capacity = 40}, {.months = 6, .capacity = 30}}) {
    auto nation = testing::small_nation({900, 300});
    for (auto& district : nation.districts) district.for_each_of_nation = 0.1f;
    nation.months = 60;
    nation.levers.time_limit.years = 4;
    nation.levers.target = {.per_facilitator = 20};
    nation.levers.labelling.share = 0.3f;
    nation = lived(std::move(nation), rule);
    auto const sum = sum_of(nation);
    INFO(rule.months << " months, " << rule.capacity << " a month");
    CHECK(sum[Count::proposed] == exits_in(sum) + waiting_in(nation) + sum[Count::lapsed]);
    CHECK((sum[Count::lapsed] > 0) == !rule.at_once());
    for (auto const status :
         {Count::left_raised, Count::left_own_request, Count::left_target, Count::left_label})
      CHECK(sum[status] > 0);
  }
}

TEST_CASE("approvals: capacity binds, and what is below it does not", "[unit]") {
  auto nation = only_self_reliant({1500});
  nation.districts[0].for_each_of_nation = 0.25f;
  nation.months = 36;
  auto const tight = lived(nation, {.capacity = 10}), wide = lived(nation, {.capacity = 1e6f}),
             next = lived(nation, {.months = 1});
  CHECK(waiting_in(tight) > 0);
  std::int64_t so_far = 0;
  for (std::size_t month = 1; month < tight.tallies.size(); ++month) {
    INFO("month " << month);
    CHECK(exits_in(tight.tallies[month]) <= 3);
    so_far += exits_in(tight.tallies[month]);
    // Two and a half a month; a first proposal waits for a month.
    CHECK(static_cast<double>(so_far) <= 2.5 * static_cast<double>(month) + 1);
    CHECK(static_cast<double>(so_far) >= 2.5 * static_cast<double>(month - 1) - 1);
  }
  CHECK(wide.tallies == next.tallies);
  CHECK(testing::bits_of(wide.households) == testing::bits_of(next.households));
}

TEST_CASE("approvals: districts of a sample approve together what the nation may", "[property]") {
  auto const nation = testing::small_nation(std::vector<std::size_t>(400, 16));
  std::vector<Levers> const levers(13);
  std::int64_t all = 0;
  for (auto district : nation.districts) {
    district.for_each_of_nation = 0.006f;
    DistrictState state;
    float cycle = 0;
    std::int64_t wanted = 0, here = 0;
    DistrictYear const y{.district = district,
                         .households = {},
                         .staff = staff_of(state),
                         .cycle = cycle,
                         .wanted = wanted,
                         .world = nation.world,
                         .levers = levers,
                         .tallies = {},
                         .key = nation.key,
                         .start = nation.start,
                         .first_month = 1,
                         .months = 12,
                         .district_number = district.first_id / ids_per_district};
    for (int month = 1; month <= 12; ++month) {
      here += approvals_in(y, 10, month);
      CHECK(static_cast<double>(here) == Approx(0.06 * month).margin(1));
    }
    all += here;
  }
  // 0.72 a district; its part of a family is 1 with that chance: 9 families for one sd of the sum.
  CHECK(static_cast<double>(all) == Approx(400 * 0.72).margin(4 * 9));
}

TEST_CASE("approvals: nobody whose proposal waits is proposed again, or asked", "[unit]") {
  auto nation = only_self_reliant({900});
  nation.districts[0].for_each_of_nation = 0;  // nothing is ever approved
  nation.months = 120;
  nation.levers.target = {.per_facilitator = 30, .enforced = 1};
  auto const still = lived(nation, {.capacity = 1});
  auto const proposed = sum_of(still)[Count::proposed];
  CHECK(proposed > 400);
  CHECK(proposed == waiting_in(still));
  CHECK(still.tallies.back()[Count::active] == 900);
}

TEST_CASE("approvals: whoever waits follows a rule that changes", "[unit]") {
  auto nation = only_self_reliant({900});
  auto const quicker_from = [&](int from) {
    auto changed = nation;
    testing::run(changed, kernel_for(best_isa()), [&](int month) {
      auto levers = nation.levers;
      levers.approval.months = month < from ? 18 : 0;
      return levers;
    });
    return changed;
  };
  auto const changed = quicker_from(13);
  std::int64_t before = 0;
  for (std::size_t month = 1; month < 13; ++month) {
    CHECK(exits_in(changed.tallies[month]) == 0);
    before += changed.tallies[month][Count::proposed];
  }
  CHECK(exits_in(changed.tallies[13]) == before + changed.tallies[13][Count::proposed]);
  for (std::size_t month = 14; month <= 24; ++month)
    CHECK(exits_in(changed.tallies[month]) == changed.tallies[month][Count::proposed]);
  CHECK(waiting_in(changed) == 0);
}

TEST_CASE("approvals: a target counts what is approved", "[unit]") {
  auto nation = only_self_reliant({3000});
  nation.months = 12;
  nation.levers.target = {.per_facilitator = 15, .enforced = 1};
  auto const at_once = sum_of(lived(nation, {})), slow = sum_of(lived(nation, {.months = 12}));
  CHECK(exits_in(slow) == 0);
  CHECK(slow[Count::proposed] > at_once[Count::proposed]);
}

TEST_CASE("approvals: v2, v3 and v4 leave the same bits of a queue", "[unit]") {
  auto const with = [](Isa isa) {
    auto nation = testing::small_nation({300, 517, 40, 1});
    for (auto& district : nation.districts) district.for_each_of_nation = 0.1f;
    nation.levers.approval = {.months = 2, .capacity = 12};
    testing::run(nation, kernel_for(isa));
    return nation;
  };
  auto const reference = with(Isa::v2);
  CHECK(waiting_in(reference) > 0);
  for (Isa const isa : {Isa::v3, Isa::v4}) {
    if (!has(isa)) continue;
    auto const nation = with(isa);
    CHECK(testing::bits_of(nation.households) == testing::bits_of(reference.households));
    CHECK(nation.tallies == reference.tallies);
  }
}
