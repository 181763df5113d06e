#include "scenario/blocks/read_events.h"

#include "scenario/describe/effective.h"
#include "scenario/describe/resolved.h"
#include "scenario/timeline.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

Scenario with_events(std::string const& events) {
  return scenario_of("run: {start: 2026-01, months: 36}\npolicies: [{name: today, events: " +
                     events + "}, {name: arms, events: " + events + "}]\n");
}

}  // namespace

TEST_CASE("events: a month, a kind, its size and its arm are read", "[unit][scenario]") {
  auto const scenario = with_events(
      "[{month: 2026-03, grant: {line_months: 2.5, share: 0.5, unit: group, arm: 4}, "
      "savings_programme: {line_months: 0.25, months: 24}}, {month: 2027-01, own_card: {}}]");
  auto const& events = scenario.policies[1].events;
  REQUIRE(events.size() == 3);
  CHECK(events[0] == Event{.kind = EventKind::grant,
                           .month = 3,
                           .months = 1,
                           .size = 2.5f,
                           .share = 0.5f,
                           .unit = ArmUnit::group,
                           .arm = 4});
  CHECK(events[1] ==
        Event{.kind = EventKind::savings_programme, .month = 3, .months = 24, .size = 0.25f});
  CHECK(events[2] == Event{.kind = EventKind::own_card, .month = 13});
}

TEST_CASE("events: what lasts and says no end goes on to the end of any run", "[unit][scenario]") {
  auto const scenario = with_events("[{month: 2026-01, no_exits: {}}]");
  CHECK(scenario.policies[0].events.at(0).months == 600);
}

TEST_CASE("events: those of the baseline happen under every policy, before its own",
          "[unit][scenario]") {
  auto const scenario = with_events("[{month: 2026-02, cash: {line_months: 1}}]");
  auto const& baseline = scenario.policies[0];
  CHECK(events_of(baseline, baseline, Area{}).size() == 1);
  CHECK(events_of(scenario.policies[1], baseline, Area{}).size() == 2);
}

TEST_CASE("events: every kind is written as it is read", "[unit][scenario]") {
  std::string list;
  for (auto const& row : event_kinds) {
    std::string keys = "share: 0.25, share_from: 0.5, unit: district, arm: 7";
    bool const counts = row.range.min >= 1;
    if (!row.size.empty()) keys += ", " + std::string(row.size) + (counts ? ": 20" : ": 0.5");
    if (row.lasts) keys += ", months: 9";
    list += (list.empty() ? "" : ", ") + ("{month: 2027-02, " + std::string(row.name)) + ": {" +
            keys + "}}";
  }
  auto const scenario = with_events("[" + list + "]");
  auto const& events = scenario.policies[0].events;
  REQUIRE(events.size() == event_kinds.size());
  std::string again;
  for (auto const& event : events) again += (again.empty() ? "" : ", ") + text_of(event, scenario);
  CHECK(with_events("[" + again + "]").policies[0].events == events);
  auto const resolved = resolved_yaml(scenario);
  for (auto const& event : events)
    CHECK(resolved.find("      - " + text_of(event, scenario) + "\n") != std::string::npos);
}

TEST_CASE("events: they stand among the values of a scenario", "[unit][scenario]") {
  auto const values = effective_values(with_events("[{month: 2026-02, cash: {line_months: 1}}]"));
  auto const found = std::ranges::find(values, "policies.arms.events[0]", &EffectiveValue::path);
  REQUIRE(found != values.end());
  CHECK(found->value == "{month: 2026-02, cash: {line_months: 1, share: 1, unit: family, arm: 1}}");
}

TEST_CASE("events: whom, where and how much in rupiah are written as they are read",
          "[unit][scenario]") {
  auto const written =
      "{month: 2026-02, grant: {share: 1, unit: family, arm: 1, rupiah: 5000000, among: "
      "{recorded_welfare: [0.8, 1.4], business: true, oldest_adult: [20, 50], female_headed: "
      "false}, where: {island: [Java, Papua]}}}";
  auto const scenario = with_events("[" + std::string(written) + "]");
  auto const& event = scenario.policies[0].events.at(0);
  CHECK(event.rupiah == 5000000);
  CHECK(event.among.recorded_welfare == Between{0.8f, 1.4f});
  CHECK(event.among.business == true);
  CHECK(event.among.female_headed == false);
  CHECK(event.where.islands == std::vector{1, 6});
  CHECK(text_of(event, scenario) == written);
  CHECK(with_events("[" + text_of(event, scenario) + "]").policies[0].events.at(0) == event);
}
