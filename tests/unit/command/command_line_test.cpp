#include "command/command_line.h"

#include "base/text.h"
#include "command/command_table.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <iostream>
#include <sstream>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

Request request(std::vector<char const*> words) {
  words.insert(words.begin(), "graduasi");
  return read_command_line(static_cast<int>(words.size()), words.data());
}

std::string refusal(std::vector<char const*> const& words) {
  return problems_of([&] { (void)request(words); });
}

std::string names_of_all() {
  std::vector<std::string_view> names;
  for (auto const& command : commands()) names.push_back(command.name);
  return joined(names);
}

}  // namespace

TEST_CASE("command line: run takes its flags", "[unit][command]") {
  auto const r = request({"run",          "a.yaml",
                          "-o",           "out",
                          "--set",        "run.start=2026-01",
                          "--set",        "sweep.x=[1, 2]",
                          "--seed",       "3",
                          "--replicates", "4",
                          "--draws",      "5",
                          "--months",     "6",
                          "--households", "7",
                          "-j",           "2",
                          "--format",     "csv,csv-full,xlsx,xlsx-full",
                          "--json",       "--quiet",
                          "--progress",   "never",
                          "--color",      "always",
                          "--dry-run",    "--memory-limit",
                          "8G",           "--strict",
                          "--lang",       "id",
                          "--isa",        "v3",
                          "--no-report",  "--force"});
  CHECK(r.command == "run");
  CHECK(r.scenario == "a.yaml");
  CHECK(r.output == "out");
  CHECK(r.settings == std::vector<std::string>{"run.start=2026-01", "sweep.x=[1, 2]", "run.seed=3",
                                               "run.replicates=4", "run.parameter_draws=5",
                                               "run.months=6", "population.households=7"});
  CHECK(r.jobs == 2);
  CHECK(r.csv_full);
  CHECK((r.xlsx && r.xlsx_full));
  CHECK((r.json && r.quiet && r.dry_run && r.strict && r.force));
  CHECK_FALSE(r.report);
  CHECK(r.progress == Request::Progress::never);
  CHECK(r.color == Request::When::always);
  CHECK(r.memory_limit == 8589934592u);
  CHECK(r.language == Language::indonesian);
  CHECK(r.instructions == Request::Instructions::v3);
}

TEST_CASE("command line: show takes what is to be shown", "[unit][command]") {
  auto const r = request({"show", "results/a", "--measure", "able,active", "--measure", "waiting",
                          "--policy", "1 to 100", "--policy", "a, b", "--month", "12", "--split",
                          "area", "--wide", "--csv"});
  CHECK(r.results == std::vector<std::filesystem::path>{"results/a"});
  CHECK(r.shown.measures == std::vector<std::string>{"able", "active", "waiting"});
  CHECK(r.shown.policies == std::vector<std::string>{"1 to 100", "a, b"});
  CHECK(r.shown.month == 12);
  CHECK(r.shown.split == "area");
  CHECK((r.shown.wide && r.csv));
  CHECK_FALSE(r.shown.last);
  CHECK(request({"show", "results/a", "--last"}).shown.last);
  CHECK(refusal({"show", "results/a", "--month", "-1"}) ==
        "--month: -1 is not a whole number in [0, 600]\n");
  CHECK(refusal({"show"}) ==
        "graduasi show: the result is missing, as in graduasi show results/today\n");
}

TEST_CASE("command line: for whom is a flag of run and of sweep", "[unit][command]") {
  CHECK(request({"run", "a.yaml", "--for-whom"}).for_whom);
  CHECK(request({"sweep", "a.yaml", "--vary", "run.months=1,2", "--for-whom"}).for_whom);
  CHECK_FALSE(request({"run", "a.yaml"}).for_whom);
}

TEST_CASE("command line: a scenario on stdin stands for a file", "[unit][command]") {
  std::istringstream typed("format: 1\nquestion: What?\n");
  auto* const stdin_before = std::cin.rdbuf(typed.rdbuf());
  auto const r = request({"check", "-", "--as", "mine/a.yaml"});
  std::cin.rdbuf(stdin_before);
  CHECK(r.scenario == "mine/a.yaml");
  CHECK(r.text == "format: 1\nquestion: What?\n");
  CHECK(request({"check", "a.yaml"}).text == std::nullopt);
  CHECK(refusal({"run", "-"}) ==
        "-: a scenario on stdin stands for a file; name it with --as, as in --as mine.yaml\n");
  CHECK(refusal({"run", "a.yaml", "--as", "b.yaml"}) ==
        "--as: says which file a scenario on stdin stands for; give - as SCENARIO\n");
}

TEST_CASE("command line: what another program reads of progress", "[unit][command]") {
  CHECK(request({"run", "a.yaml", "--progress", "percent"}).progress == Request::Progress::percent);
  CHECK(request({"serve", "out", "--port", "80", "--no-browser"}).port == 80);
  CHECK_FALSE(request({"serve", "--no-browser"}).browser);
  CHECK(refusal({"serve", "--port", "65536"}) ==
        "--port: 65536 is not a whole number in [0, 65535]\n");
}

TEST_CASE("command line: a setting does not swallow the scenario", "[unit][command]") {
  auto const r = request({"run", "--set", "run.seed=1", "--format", "csv", "a.yaml"});
  CHECK(r.scenario == "a.yaml");
  CHECK(r.settings == std::vector<std::string>{"run.seed=1"});
}

TEST_CASE("command line: what is left out is automatic", "[unit][command]") {
  auto const r = request({"run", "a.yaml"});
  CHECK(r.output.empty());
  CHECK(r.settings.empty());
  CHECK(r.jobs == 0);
  CHECK(r.memory_limit == 0);
  CHECK(r.report);
  CHECK_FALSE(r.csv_full);
  CHECK_FALSE(r.xlsx);
}

TEST_CASE("command line: the other commands", "[unit][command]") {
  CHECK(request({"check", "a.yaml", "--set", "run.seed=1"}).command == "check");
  CHECK(request({"explain", "run.seed"}).path == "run.seed");
  CHECK(request({"parameters"}).command == "parameters");
  CHECK(request({"schema"}).command == "schema");
  auto const compare = request({"compare", "a", "b", "c", "-o", "out", "--json", "--force"});
  CHECK(compare.results == std::vector<std::filesystem::path>{"a", "b", "c"});
  CHECK(compare.output == "out");
  CHECK((compare.json && compare.force));
  auto const report = request({"report", "results/a", "--lang", "id", "-o", "a.html", "--force"});
  CHECK(report.command == "report");
  CHECK(report.results == std::vector<std::filesystem::path>{"results/a"});
  CHECK(report.language == Language::indonesian);
  CHECK(report.output == "a.html");
  CHECK(report.force);
  CHECK_FALSE(request({"report", "results/a"}).language);
  CHECK(request({"init"}).name == "scenario.yaml");
  CHECK(request({"init", "evenings"}).name == "evenings.yaml");
  CHECK(request({"init", "evenings.yaml"}).name == "evenings.yaml");
  auto const diff = request({"diff", "a.yaml", "b.yaml", "--set", "run.seed=2", "--json"});
  CHECK(diff.command == "diff");
  CHECK(diff.scenario == "a.yaml");
  CHECK(diff.other == "b.yaml");
  CHECK(diff.json);
}

TEST_CASE("command line: negative values reach the reader, which knows the range",
          "[unit][command]") {
  CHECK(request({"run", "a.yaml", "--seed", "-1"}).settings ==
        std::vector<std::string>{"run.seed=-1"});
}

TEST_CASE("command line: each mistake has one line with help", "[unit][command]") {
  CHECK(refusal({}) ==
        "graduasi: a command is missing: " + names_of_all() + "; see graduasi --help\n");
  CHECK(refusal({"rn", "a.yaml"}) == "graduasi: rn is not a command; did you mean run?\n");
  CHECK(refusal({"sensitivity"}) ==
        "graduasi: sensitivity is not there yet; this version has " + names_of_all() + "\n");
  CHECK(refusal({"compare", "a"}) ==
        "graduasi compare: it takes two results or more, as in graduasi compare results/today "
        "results/evening\n");
  CHECK(refusal({"report"}) ==
        "graduasi report: the result is missing, as in graduasi report results/today\n");
  CHECK(refusal({"report", "a", "b"}) ==
        "graduasi report: unexpected argument b; see graduasi report --help\n");
  CHECK(refusal({"report", "a", "--lang", "in"}) ==
        "--lang: in is not a choice; there are en and id; did you mean en?\n");
  CHECK(refusal({"diff", "a.yaml"}) ==
        "graduasi diff: it takes two scenarios, as in graduasi diff scenarios/today.yaml "
        "scenarios/caseload_ratios.yaml\n");
  CHECK(
      refusal({"run"}) ==
      "graduasi run: the scenario is missing, as in graduasi run scenarios/caseload_ratios.yaml\n");
  CHECK(
      refusal({"explain"}) ==
      "graduasi explain: the path is missing, as in graduasi explain world.skills.learning_rate\n");
  CHECK(refusal({"run", "a.yaml", "--sed", "4"}) ==
        "graduasi run: --sed is not a flag of run; did you mean --seed?\n");
  CHECK(refusal({"run", "--replicate=4", "a.yaml"}) ==
        "graduasi run: --replicate is not a flag of run; did you mean --replicates?\n");
  CHECK(refusal({"run", "a.yaml", "b.yaml"}) ==
        "graduasi run: unexpected argument b.yaml; see graduasi run --help\n");
  CHECK(refusal({"check", "a.yaml", "--force"}) ==
        "graduasi check: --force is not a flag of check\n");
  CHECK(refusal({"--quiet", "run", "a.yaml"}) ==
        "graduasi: --quiet comes before any command; flags follow it, as in graduasi run SCENARIO "
        "--quiet\n");
  CHECK(refusal({"run", "a.yaml", "--resume", "--force"}) ==
        "--resume: goes on with what the folder holds, and --force begins anew; give one\n");
  CHECK(refusal({"run", "a.yaml", "--format", "cvs"}) ==
        "--format: cvs is not a format; there are csv, csv-full, sqlite, xlsx and xlsx-full; did "
        "you mean "
        "csv?\n");
  CHECK(refusal({"run", "a.yaml", "--lang", "fr"}) ==
        "--lang: fr is not a choice; there are en and id; did you mean en?\n");
  CHECK(refusal({"run", "a.yaml", "--isa", "v5"}) ==
        "--isa: v5 is not a choice; there are auto, v2, v3 and v4; did you mean v2?\n");
  CHECK(refusal({"run", "a.yaml", "-j", "-2"}) ==
        "--jobs: -2 is not a whole number in [0, 4096]\n");
  CHECK(refusal({"run", "a.yaml", "--memory-limit", "8 GB"}) ==
        "--memory-limit: 8 GB is not a size such as 800M or 8G\n");
}

TEST_CASE("command line: an empty word is not what was meant", "[unit][command]") {
  for (auto const* const flag : {"--trace", "--until", "--seed", "--households", "--output",
                                 "--memory-limit", "--lang", "--set", "--format"})
    CHECK(refusal({"run", "a.yaml", flag, ""}) ==
          std::string("graduasi run: ") + flag + " is empty; give it a value, or leave it out\n");
  CHECK(refusal({"check", ""}) ==
        "graduasi check: SCENARIO is empty; give it a value, or leave it out\n");
}

TEST_CASE("command line: what is typed of size is meant, beyond the usual size of many runs",
          "[unit][command]") {
  auto const attribute =
      request({"attribute", "a.yaml", "--households", "20000", "--replicates", "2", "--dry-run"});
  CHECK(attribute.command == "attribute");
  CHECK(attribute.dry_run);
  CHECK(attribute.settings ==
        std::vector<std::string>{"run.replicates=2", "population.households=20000",
                                 "attribute.replicates=2", "attribute.households=20000"});
  CHECK(refusal({"attribute"}) ==
        "graduasi attribute: the scenario is missing, as in graduasi attribute "
        "scenarios/caseload_ratios.yaml\n");
  auto const optimise = request({"optimise", "a.yaml", "--households", "3000", "-o", "out"});
  CHECK(optimise.command == "optimise");
  CHECK(optimise.output == "out");
  CHECK(optimise.settings ==
        std::vector<std::string>{"population.households=3000", "optimise.households=3000"});
}

TEST_CASE("command line: what is varied becomes the sweep of the scenario", "[unit][command]") {
  auto const varied = [](std::string const& vary) {
    return request({"sweep", "a.yaml", "--vary", vary.c_str()}).settings.front();
  };
  CHECK(varied("policy.x=100,150") == "sweep.policy.x=[100,150]");
  CHECK(varied("policy.x=100:200:50") == "sweep.policy.x=[100, 150, 200]");
  CHECK(varied("policy.x=0:0.3:0.1") == "sweep.policy.x=[0, 0.1, 0.2, 0.3]");
  CHECK(varied("policy.x=3:0:-1.5") == "sweep.policy.x=[3, 1.5, 0]");
  CHECK(varied("world.enterprise.structure=concave,threshold") ==
        "sweep.world.enterprise.structure=[concave,threshold]");
  auto const refused = [](std::string const& vary) {
    return refusal({"sweep", "a.yaml", "--vary", vary.c_str()});
  };
  CHECK(refused("policy.x").starts_with("--vary: policy.x is not PATH=VALUES"));
  CHECK(refused("x=1:2").starts_with("--vary: x=1:2 is not A:B:STEP"));
  CHECK(refused("x=1:2:a").starts_with("--vary: x=1:2:a is not A:B:STEP: a is not a number"));
  CHECK(refused("x=1:2:0").starts_with("--vary: x=1:2:0 has no values"));
  CHECK(refused("x=2:1:1").starts_with("--vary: x=2:1:1 has no values"));
  CHECK(refused("x=100:200:70") ==
        "--vary: x=100:200:70 does not reach 200: steps of 70 end at 170\n");
  CHECK(refused("x=1:1000000:1").starts_with("--vary: x=1:1000000:1 has 1000000 values"));
}
