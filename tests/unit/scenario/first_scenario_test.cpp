#include "scenario/describe/first_scenario.h"

#include "scenario/all_paths.h"
#include "scenario/describe/difference.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

/// The text with every default that stands behind "# " taken for a value.
std::string uncommented(std::string const& text) {
  std::istringstream lines(text);
  std::string all;
  for (std::string line; std::getline(lines, line);) {
    auto const mark = line.find("# ");
    bool const is_value =
        mark != std::string::npos && mark >= 2 && line.find_first_not_of(' ') == mark;
    all += (is_value ? line.substr(0, mark) + line.substr(mark + 2) : line) + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("first scenario: it is accepted as it is", "[unit][scenario]") {
  Folder const folder;
  auto const scenario = read_scenario(folder.file("s.yaml", first_scenario()));
  CHECK(scenario.policies.size() == 2);
  CHECK(scenario.warnings.empty());
}

TEST_CASE("first scenario: with every default written out it means the same", "[unit][scenario]") {
  Folder const folder;
  auto const as_it_is = read_scenario(folder.file("s.yaml", first_scenario()));
  auto const written = uncommented(first_scenario());
  CHECK(written != first_scenario());
  auto const spelled_out = read_scenario(folder.file("t.yaml", written));
  CHECK(lines_of(differences(as_it_is, spelled_out)) == "no difference\n");
}

TEST_CASE("first scenario: its baseline is the programme of today.yaml", "[unit][scenario]") {
  Folder const folder;
  auto first = read_scenario(folder.file("s.yaml", first_scenario()));
  auto today =
      read_scenario(std::filesystem::path(GRADUASI_SOURCE_DIR) / "scenarios" / "today.yaml");
  // How large the run is and what it asks may differ, and what is uncertain has a prior there.
  for (auto* each : {&first, &today}) {
    each->question.clear();
    each->run = {};
    each->population.size.households = 100000;
    each->policies.resize(1);
  }
  std::istringstream lines(lines_of(differences(first, today)));
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    CHECK(line.find(" -> {") != std::string::npos);
  }
}

TEST_CASE("first scenario: every parameter stands in it", "[unit][scenario]") {
  auto const text = first_scenario();
  for (auto const& path : all_paths()) {
    INFO(path);
    CHECK(text.find(" " + path.substr(path.rfind('.') + 1) + ": ") != std::string::npos);
  }
}
