#include "command/problem_list.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace graduasi;

TEST_CASE("problems: programs get place, path and message", "[unit][command]") {
  std::vector<Problem> const problems = {
      {"a b.yaml:3:7", "run.months is 0 months; it must lie in [1, 600]"},
      {"areas.csv:4", "poverty_rate_pct is 700"},
      {"--set run.seed", "run.seed is x; it must be a whole number in [0, 4294967295]"},
      {"", "policies[1].name is missing; results are told apart by it"}};
  auto const json = nlohmann::json::parse(text_of(problems_json(problems), Layout::line));
  REQUIRE(json.size() == 4);
  CHECK(json[0] == nlohmann::json({{"place", "a b.yaml:3:7"},
                                   {"file", "a b.yaml"},
                                   {"line", 3},
                                   {"column", 7},
                                   {"path", "run.months"},
                                   {"message", problems[0].text}}));
  CHECK(json[1]["file"] == "areas.csv");
  CHECK(json[1]["line"] == 4);
  CHECK(json[1]["column"].is_null());
  CHECK(json[1]["path"].is_null());
  CHECK(json[2]["file"].is_null());
  CHECK(json[2]["line"].is_null());
  CHECK(json[2]["path"] == "run.seed");
  CHECK(json[3]["path"] == "policies[1].name");
}

TEST_CASE("problems: people get a hundred lines at most", "[unit][command]") {
  CHECK(problem_list({{"a:1", "x"}, {"", "y"}}) == "a:1: x\ny\n2 problems; nothing was run\n");
  CHECK(problem_list({{"a:1", "x"}}) == "a:1: x\n1 problem; nothing was run\n");
  std::vector<Problem> const many(100000, Problem{"a:1", "x"});
  CHECK(problem_list(many).ends_with(
      "a:1: x\n... and 99900 more\n100000 problems; nothing was run\n"));
  CHECK(problem_list(many).size() < 1000);
}
