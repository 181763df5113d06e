#include "scenario/describe/reference.h"

#include "scenario/all_paths.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;
using namespace graduasi::testing;

TEST_CASE("reference: every parameter stands on the page once", "[unit][scenario]") {
  auto const page = parameters_page();
  for (auto const& path : all_paths()) {
    INFO(path);
    auto const cell = "| `" + path + "` |";
    auto const first = page.find(cell);
    CHECK(first != std::string::npos);
    CHECK(page.find(cell, first + 1) == std::string::npos);
  }
}

TEST_CASE("reference: paths differ", "[unit][scenario]") {
  auto paths = all_paths();
  std::ranges::sort(paths);
  CHECK(std::ranges::adjacent_find(paths) == paths.end());
}

TEST_CASE("reference: a parameter is explained with default, unit, range and source",
          "[unit][scenario]") {
  CHECK(explanation("policy.sessions.hours") ==
        "policy.sessions.hours\n"
        "  meaning  length of a group session\n"
        "  default  2\n"
        "  unit     hours\n"
        "  range    [0.5, 4]\n"
        "  source   assumption, 1.5 to 2.5\n");
}

TEST_CASE("reference: a group is explained row by row", "[unit][scenario]") {
  auto const text = explanation("policy.sessions");
  CHECK(text.find("policy.sessions.per_month\n") == 0);
  CHECK(text.find("\n\npolicy.sessions.hours\n") != std::string::npos);
  CHECK(text.find("mentoring") == std::string::npos);
}

TEST_CASE("reference: an unknown path is answered with the nearest", "[unit][scenario]") {
  CHECK(problems_of([] { (void)explanation("sessions.hours"); }) ==
        "explain: sessions.hours is not a parameter; did you mean policy.sessions.hours?\n");
  CHECK(problems_of([] { (void)explanation("policy.session.hour"); }) ==
        "explain: policy.session.hour is not a parameter; did you mean policy.sessions.hours?\n");
  CHECK(problems_of([] { (void)explanation("zzz"); }) ==
        "explain: zzz is not a parameter; graduasi parameters lists all of them\n");
}
