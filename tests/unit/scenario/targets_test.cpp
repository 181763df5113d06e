#include "scenario/targets.h"

#include "outcome/measures.h"
#include "support/sources.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

std::string with_targets(std::string const& targets) {
  return "format: 1\nquestion: Which?\ntargets:\n" + targets;
}

Targets read(std::string const& text) {
  Folder const folder;
  return read_targets(folder.file("t.yaml", text), measure_names());
}

std::string refusal(std::string const& text) {
  Folder const folder;
  auto const file = folder.file("t.yaml", text);
  return without(folder.path().generic_string() + "/",
                 problems_of([&] { (void)read_targets(file, measure_names()); }));
}

std::string const run =
    "name: a, role: fit, source: S01, scenario: s.yaml, measure: active, month: 12";

}  // namespace

TEST_CASE("targets: measures of a run, and findings of a trial", "[unit][scenario]") {
  auto const targets = read(with_targets(
      "  - {" + run +
      ", since: 6, of: facilitators, value: 200, standard_error: 3}\n"
      "  - {name: b, role: hold, source: E001, scenario: t/x.yaml, finding: E001, value: -8}\n"
      "  - {name: c, role: hold, source: S01, scenario: s.yaml, policy: p, measure: [active, "
      "waiting], "
      "month: 1, value: 4, discrepancy: 0.5}\n"));
  REQUIRE(targets.all.size() == 3);
  auto const& [a, b, c] = std::tie(targets.all[0], targets.all[1], targets.all[2]);
  CHECK(a.is_fit);
  CHECK(a.measures == std::vector<std::string>{"active"});
  CHECK(a.since == 6);
  CHECK(a.of == "facilitators");
  CHECK(a.variance() == Approx(9 + 20 * 20).epsilon(1e-12));
  CHECK_FALSE(b.is_fit);
  CHECK(b.is_of_trial());
  CHECK(b.file.filename() == "x.yaml");
  // A trial is of another country: a quarter of the value.
  CHECK(b.variance() == Approx(4).epsilon(1e-12));
  CHECK(c.measures.size() == 2);
  CHECK(c.policy == "p");
  CHECK(c.variance() == Approx(4).epsilon(1e-12));
  CHECK(targets.fitted() == std::vector<std::size_t>{0});
}

TEST_CASE("targets: what is wrong is said with its place", "[unit][scenario]") {
  CHECK(refusal("format: 1\nquestion: Which?\n").find("targets is missing") != std::string::npos);
  CHECK(refusal(with_targets("  - {" + run + ", value: 1, wieght: 2}\n"))
            .find("targets[0].wieght is not") != std::string::npos);
  CHECK(refusal(with_targets("  - {" + run + "}\n")) ==
        "t.yaml:4:5: targets[0].value is missing\n");
  CHECK(refusal(with_targets("  - {" + run + ", value: 0}\n"))
            .find("targets[0] has no error: standard_error is 0, and discrepancy is a share of "
                  "value; give "
                  "a standard_error above 0") != std::string::npos);
  CHECK(refusal(with_targets("  - {" + run + ", since: 12, value: 1}\n"))
            .find("targets[0].since is 12; it must be before month, 12") != std::string::npos);
  CHECK(refusal(with_targets("  - {" + run + ", finding: E001, value: 1}\n"))
            .find("targets[0].measure is set beside finding") != std::string::npos);
  CHECK(
      refusal(
          with_targets(
              "  - {name: a, role: fitt, source: S01, scenario: s.yaml, finding: E1, value: 1}\n"))
          .find("targets[0].role is fitt") != std::string::npos);
  CHECK(refusal(
            with_targets(
                "  - {name: a, role: fit, source: S01, scenario: s.yaml, measure: actve, month: 1, "
                "value: 1}\n"))
            .find("did you mean active?") != std::string::npos);
  CHECK(
      refusal(
          with_targets(
              "  - {name: a, role: hold, source: S01, scenario: s.yaml, finding: E1, value: 1}\n"))
          .find("targets has none with role: fit") != std::string::npos);
  CHECK(refusal(with_targets("  - {" + run + ", value: 1}\n  - {" + run + ", value: 1}\n"))
            .find("targets[1].name is that of another target") != std::string::npos);
}

TEST_CASE("targets: of those that ship, none that is kept for validation is fitted", "[scenario]") {
  auto const targets =
      read_targets(source_folder() / "scenarios/calibrate/targets.yaml", measure_names());
  CHECK(targets.fitted().size() >= 8);
  for (auto const& target : targets.all) {
    INFO(target.name);
    auto const scenario = read_scenario(target.file, {}, measure_names());
    if (!target.is_of_trial()) continue;
    auto const finding = std::ranges::find(scenario.findings, target.finding, &Finding::id);
    REQUIRE(finding != scenario.findings.end());
    CHECK((!target.is_fit || finding->role != "validation"));
  }
}
