#include "model/parameters.h"
#include "output/manifest.h"
#include "output/page/page.h"
#include "output/page/page_sweep.h"

#include "base/contract.h"
#include "support/results.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

Scenario a_scenario() {
  Scenario scenario;
  scenario.name = "caseload_ratios";
  scenario.question = "Does </script> end the page?";
  scenario.policies.resize(2);
  for (auto& policy : scenario.policies) policy.steps.resize(1);
  scenario.policies[0].name = "today";
  scenario.policies[1].name = "other";
  return scenario;
}

nlohmann::json payload_of(RunResults const& results, Scenario scenario = a_scenario()) {
  auto& step = scenario.policies[1].steps[0];
  step.from = scenario.run.start;
  step.sets = {"policy.caseload.households_per_facilitator"};
  step.levers.caseload.households_per_facilitator = 150;
  auto const chosen = chosen_measures({});
  return nlohmann::json::parse(page_payload(results, scenario, chosen, rests_on(scenario),
                                            manifest(results, scenario, "abc"),
                                            Language::indonesian));
}

}  // namespace

TEST_CASE("json: real numbers have seven digits, whole ones all, and none is null",
          "[unit][output]") {
  Json const json = Json::List{1.0 / 3,     1234567.8, 2.0,  std::int64_t{12345678901},
                               not_defined, 1.5e12,    true, "\"<\n"};
  CHECK(text_of(json, Layout::line) ==
        R"([0.3333333,1234568,2,12345678901,null,1500000000000,true,"\"<\n"])");
}

TEST_CASE("json: members keep their order", "[unit][output]") {
  Json const json = Json::Members{{"z", 1}, {"a", Json()}};
  CHECK(text_of(json, Layout::line) == R"({"z":1,"a":null})");
}

TEST_CASE("manifest: it says what was run, by what, and whether all of it", "[unit][output]") {
  auto results = two_policies(1, 2, 1);
  results.facts.version = "0.1.0";
  results.facts.commit = "1234567";
  results.facts.seed = 4294967295;
  results.facts.inputs = {{"a.yaml", "aa"}, {"areas.csv", "bb"}};
  results.facts.warnings = {{"a.yaml:1:1", "odd", "no harm"}};
  record_exits(results, {.policy = 0, .replicate = 0}, 1);
  record_exits(results, {.policy = 1, .replicate = 0}, 2);
  record_exits(results, {.policy = 0, .replicate = 1}, 3);

  auto const text =
      text_of(manifest(results, a_scenario(), "0123456789abcdef0123"), Layout::indented);
  auto const json = nlohmann::json::parse(text);
  CHECK(json["results_format"] == 1);
  CHECK(json["state"] == "partial");
  CHECK(json["pieces"] == 4);
  CHECK(json["pieces_finished"] == 3);
  CHECK(json["pairs_used"]["base"] == 1);
  CHECK(json["seed"] == 4294967295);
  CHECK(json["sample_fraction"] == 0.02);
  CHECK(json["inputs"]["areas.csv"] == "bb");
  CHECK(json["result_hash"] == "0123456789abcdef0123");
  CHECK(json["warnings"][0]["what"] == "odd");
  CHECK(json["citation"] ==
        "graduasi 0.1.0 (1234567), scenario caseload_ratios, seed 4294967295, 2 replicates, 1 "
        "parameter draws, "
        "result 0123456789abcdef");

  record_exits(results, {.policy = 1, .replicate = 1}, 3);
  CHECK(state_of(results) == "complete");
}

TEST_CASE("page: the payload holds what the page reads", "[unit][output]") {
  auto results = results_of_exits({10, 12}, {30, 33});
  results.facts.warnings = {{"here", "odd", "no harm"}};
  auto const json = payload_of(results);
  CHECK(json["format"] == 1);
  CHECK(json["start"] == "2026-01");
  CHECK(json["months"] == 2);
  CHECK(json["households"] == 200000);
  CHECK(json["programme_households"] == 10000000);
  CHECK(json["interval"] == "chance");
  CHECK(json["baseline"] == "today");
  CHECK(json["policies"] == nlohmann::json({"today", "other"}));
  CHECK(json["variants"] == nlohmann::json({"base"}));
  CHECK(json["measures"].size() == measures().size());
  CHECK(json["measures"][0]["label_id"] == "KPM aktif");
  CHECK(json["measures"][0]["topic"] == "exits");
  CHECK(json["curves"].size() == 2 * measures().size());
  CHECK(json["warnings"][0]["consequence"] == "no harm");
  CHECK(json["manifest"]["state"] == "complete");
  CHECK(json["measures"][0]["definition_id"] == "KPM yang menerima bantuan pada akhir bulan");
  CHECK_FALSE(json["rests_on"]["assumptions"].empty());
}

TEST_CASE("page: curves are lists by month, null where not defined", "[unit][output]") {
  auto const json = payload_of(results_of_exits({10, 12}, {30, 33}));
  auto const& curves = json["curves"];
  auto const found = std::find_if(curves.begin(), curves.end(), [](auto const& curve) {
    return curve["policy"] == "other" && curve["measure"] == "self_reliant_this_month";
  });
  REQUIRE(found != curves.end());
  CHECK((*found)["month"] == nlohmann::json({0, 1, 2}));
  CHECK((*found)["mean"] == nlohmann::json({nullptr, 0, 315}));
  CHECK((*found)["lower"][0] == nullptr);
  CHECK((*found)["lower"][1] == 0);
  CHECK((*found)["upper"][2].get<double>() == Approx(315 + 12.70620 * 15).epsilon(1e-6));
}

TEST_CASE("page: the table compares with the baseline", "[unit][output]") {
  auto const json = payload_of(results_of_exits({10, 12}, {30, 32}));
  auto const& today = json["table"][0];
  auto const& other = json["table"][1];
  CHECK(today["policy"] == "today");
  CHECK(today["difference"] == nullptr);
  CHECK(today["verdict"] == "");
  CHECK(today["facilitators"] == 40);
  CHECK(today["wage_bill_rupiah"] == 12 * 40 * 3000000);
  CHECK(other["self_reliant"] == 310);
  CHECK(other["difference"] == 200);
  CHECK(other["lower"] == 200);
  CHECK(other["interval"] == "chance");
  CHECK(other["verdict"] == "distinguishable");
  CHECK(today["judgement"] == nullptr);
  CHECK(other["judgement"] == "told_apart");
  CHECK(other["replicates_needed"] == nullptr);
}

TEST_CASE("page: differences are paired, policy by policy, without the baseline",
          "[unit][output]") {
  auto const json = payload_of(results_of_exits({10, 12}, {30, 32}));
  auto const& differences = json["differences"];
  CHECK(differences.size() == measures().size());
  auto const found = std::find_if(differences.begin(), differences.end(), [](auto const& curve) {
    return curve["measure"] == "cumulative_self_reliant";
  });
  REQUIRE(found != differences.end());
  CHECK((*found)["policy"] == "other");
  CHECK((*found)["month"] == nlohmann::json({0, 1, 2}));
  CHECK((*found)["mean"] == nlohmann::json({0, 0, 200}));
  CHECK((*found)["lower"][2] == 200);
}

TEST_CASE("page: long runs give differences at the ends of quarters and of the run",
          "[unit][output]") {
  auto results = two_policies(1, 1, 40);
  for (std::size_t policy = 0; policy < 2; ++policy) record_exits(results, {.policy = policy}, 1);
  auto const json = payload_of(results);
  CHECK(json["differences"][0]["month"] ==
        nlohmann::json({0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 39, 40}));
  CHECK(json["curves"][0]["month"].size() == 41);
}

TEST_CASE("page: what is told once a year has a point a year", "[unit][output]") {
  auto results = two_policies(1, 1, 40);
  for (std::size_t policy = 0; policy < 2; ++policy) record_exits(results, {.policy = policy}, 1);
  auto const json = payload_of(results);
  for (auto const* const curves : {"curves", "differences"}) {
    for (auto const& curve : json[curves]) {
      if (curve["measure"] == "facilitators_10_exits_share")
        CHECK(curve["month"] == nlohmann::json({12, 24, 36}));
      if (curve["measure"] == "facilitators") CHECK(curve["month"].size() > 3);
    }
  }
}

TEST_CASE("page: it is told whether a policy has a target", "[unit][output]") {
  auto const results = results_of_exits({10, 12}, {30, 33});
  CHECK(payload_of(results)["has_target"] == false);
  auto scenario = a_scenario();
  scenario.policies[1].steps[0].levers.target.families = 400000;
  CHECK(payload_of(results, scenario)["has_target"] == true);
}

TEST_CASE("page: a split with few groups has its months, one with many the last",
          "[unit][output]") {
  auto results = two_policies(1, 1, 24);
  results.subgroups = {"all", "sex_of_head:female", "sex_of_head:male"};
  for (int area = 0; area < 9; ++area) results.subgroups.push_back("area:" + std::to_string(area));
  make_slots(results);
  for (std::size_t policy = 0; policy < 2; ++policy) record_exits(results, {.policy = policy}, 7);
  auto const splits = payload_of(results)["splits"];
  REQUIRE(splits.size() == 2);
  CHECK(splits[0]["name"] == "sex_of_head");
  CHECK(splits[0]["groups"] == nlohmann::json({"female", "male"}));
  CHECK(splits[0]["curves"][0]["month"] == nlohmann::json({0, 12, 24}));
  CHECK(splits[1]["groups"].size() == 9);
  auto const found =
      std::find_if(splits[1]["curves"].begin(), splits[1]["curves"].end(),
                   [](auto const& curve) { return curve["measure"] == "cumulative_self_reliant"; });
  REQUIRE(found != splits[1]["curves"].end());
  CHECK((*found)["month"] == nlohmann::json({24}));
  CHECK((*found)["mean"].size() == 9);
  CHECK((*found)["mean"][8] == nlohmann::json({70}));
  CHECK((*found)["lower"][8] == nullptr);
}

TEST_CASE("page: what a map shows has the ends of years, and less the baseline", "[unit][output]") {
  auto results = two_policies(1, 1, 30);
  results.subgroups = {"all", "sex_of_head:female", "sex_of_head:male"};
  for (int area = 0; area < 9; ++area) results.subgroups.push_back("area:" + std::to_string(area));
  make_slots(results);
  for (std::size_t policy = 0; policy < 2; ++policy) record_exits(results, {.policy = policy}, 7);
  auto const splits = payload_of(results)["splits"];
  CHECK(splits[0]["differences"].empty());
  auto const& areas = splits[1];
  auto const of = [](nlohmann::json const& curves, std::string_view measure) {
    return *std::find_if(curves.begin(), curves.end(),
                         [&](auto const& curve) { return curve["measure"] == measure; });
  };
  CHECK(of(areas["curves"], "became_able")["month"] == nlohmann::json({12, 24, 30}));
  CHECK(of(areas["curves"], "active")["month"] == nlohmann::json({30}));
  CHECK(areas["differences"].size() == 3);
  auto const difference = of(areas["differences"], "became_able");
  CHECK(difference["policy"] == "other");
  CHECK(difference["month"] == nlohmann::json({12, 24, 30}));
  CHECK(difference["mean"][8] == nlohmann::json({0, 0, 0}));
}

TEST_CASE("page: it is told of the one number in which policies differ", "[unit][output]") {
  auto const results = results_of_exits({10, 12}, {30, 33});
  auto const number = payload_of(results)["one_number"];
  CHECK(number["path"] == "policy.caseload.households_per_facilitator");
  CHECK(number["values"] == nlohmann::json({300, 150}));
  auto scenario = a_scenario();
  scenario.policies[1].events.resize(1);
  CHECK(payload_of(results, scenario)["one_number"] == nullptr);
}

TEST_CASE("page: it knows each policy's caseload and the language it opens in", "[unit][output]") {
  auto const json = payload_of(results_of_exits({10, 12}, {30, 32}));
  CHECK(json["caseloads"][1]["policy"] == "other");
  CHECK(json["caseloads"][1]["households_per_facilitator"] == 150);
  CHECK(json["language"] == "id");
}

TEST_CASE("page: no text of a scenario can end the script", "[unit][output]") {
  std::string const page = R"(<p><script type="application/json" id="payload">null</script></p>)";
  CHECK(
      with_payload(page, R"({"question":"</script><b>"})") ==
      R"(<p><script type="application/json" id="payload">{"question":"\u003c/script>\u003cb>"}</script></p>)");
}

TEST_CASE("page: without one empty place there is no page", "[unit][output]") {
  std::string const place = R"(<script type="application/json" id="payload">null</script>)";
  CHECK_THROWS_AS(with_payload("<p></p>", "{}"), BrokenContract);
  CHECK_THROWS_AS(with_payload(place + place, "{}"), BrokenContract);
}

TEST_CASE("rests on: a scenario of defaults changes nothing", "[unit][output]") {
  CHECK(rests_on(a_scenario()).changed.empty());
}

TEST_CASE("rests on: what a scenario moves is listed once, where it was moved", "[unit][output]") {
  auto scenario = a_scenario();
  scenario.run.start = calendar_month(2026, 1);
  scenario.world->skills.learning_rate = 0.5f;
  scenario.policies[0].steps[0].from = scenario.run.start;
  scenario.policies[0].steps[0].levers.registry.cycle_months = 12;
  auto& step = scenario.policies[1].steps[0];
  step.from = calendar_month(2027, 1);
  step.levers.registry.cycle_months = 12;  // taken over from the baseline, not set
  step.levers.caseload.households_per_facilitator = 150;
  step.sets = {"policy.caseload.households_per_facilitator"};

  std::vector<std::string> paths;
  for (auto const& changed : rests_on(scenario).changed) paths.push_back(changed.path);
  CHECK(paths == std::vector<std::string>{
                     "world.skills.learning_rate", "policies.today.registry.cycle_months",
                     "policies.other.caseload.households_per_facilitator from 2027-01"});
}

TEST_CASE("rests on: assumptions are those whose source says so", "[unit][output]") {
  for (auto const& assumed : rests_on(a_scenario()).assumptions) {
    CAPTURE(assumed.path);
    CHECK(assumed.source.find("assumption") != std::string::npos);
  }
}

TEST_CASE("rests on: what is swept or uncertain is in the payload", "[unit][output]") {
  auto scenario = a_scenario();
  scenario.sweep = {{"world.skills.learning_rate", {0.01, 0.03}}};
  scenario.uncertain = {{"world.contact.dose_half", {Prior::Shape::uniform, {0.1, 0.4}}}};
  auto const json = payload_of(results_of_exits({10, 12}, {30, 33}), scenario)["rests_on"];
  CHECK(json["swept"][0]["path"] == "world.skills.learning_rate");
  CHECK(json["swept"][0]["values"] == nlohmann::json({0.01, 0.03}));
  CHECK(json["uncertain"] == nlohmann::json({"world.contact.dose_half"}));
  scenario.sweep = {{"policy.visits.targeting", {0, 3}}, {"world.skills.on", {0, 1}}};
  auto const words =
      payload_of(results_of_exits({10, 12}, {30, 33}), scenario)["rests_on"]["swept"];
  CHECK(words[0]["values"] == nlohmann::json({"equal", "nearest"}));
  CHECK(words[1]["values"] == nlohmann::json({"false", "true"}));
}

TEST_CASE("page: a sweep gives the values of its variants, and marginals along the measures",
          "[unit][output]") {
  std::vector<SweepAxis> const sweep = {{"world.skills.learning_rate", {0.03, 0.06}},
                                        {"world.enterprise.structure", {0, 1}}};
  auto results = two_policies(1, 2, 1);
  results.variants = {{"learning_rate=0.03;structure=concave", {{sweep[0].path, 0.03}, {"", 0}}},
                      {"learning_rate=0.06;structure=concave", {{sweep[0].path, 0.06}, {"", 0}}}};
  Marginal exits{.policy = 1,
                 .variant_from = 0,
                 .variant_to = 1,
                 .path = sweep[0].path,
                 .unit = "",
                 .from = 0.03,
                 .to = 0.06,
                 .measure = 4,
                 .per_unit = {.mean = 7, .lower = 5, .upper = 9, .interval = Interval::chance}};
  auto undefined = exits;
  undefined.measure = 5;
  undefined.per_unit = {};
  std::vector<std::size_t> const chosen = {4, 5};
  std::vector<Marginal> const marginals = {exits, undefined};

  auto const json =
      nlohmann::json::parse(text_of(page_sweep(results, sweep, marginals, chosen), Layout::line));
  CHECK(json["axes"][0]["path"] == sweep[0].path);
  CHECK(json["axes"][0]["is_number"] == true);
  CHECK(json["axes"][0]["values"] == nlohmann::json({0.03, 0.06}));
  CHECK(json["axes"][1]["is_number"] == false);
  CHECK(json["axes"][1]["texts"] == nlohmann::json({"concave", "threshold"}));
  CHECK(json["variants"] == nlohmann::json({{0.03, 0}, {0.06, 0}}));
  REQUIRE(json["marginals"].size() == 1);
  CHECK(json["marginals"][0]["policy"] == "other");
  CHECK(json["marginals"][0]["to"] == "learning_rate=0.06;structure=concave");
  CHECK(json["marginals"][0]["per_unit"] == nlohmann::json({7, nullptr}));
  CHECK(json["marginals"][0]["lower"] == nlohmann::json({5, nullptr}));
}

TEST_CASE("page: without a sweep it has none", "[unit][output]") {
  CHECK(payload_of(results_of_exits({10, 12}, {30, 33}))["sweep"].is_null());
}
