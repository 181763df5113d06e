// What comes with the program is found from where the program lies; of an installed one
// tests/install/install.sh sees that.
#include "scenario/text/input_files.h"

#include "base/errors.h"
#include "scenario/read.h"
#include "support/results.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

TEST_CASE("shipped: a program that was built finds its source tree above it", "[unit]") {
  CHECK(shipped("scenarios/today.yaml") == source_folder() / "scenarios/today.yaml");
  CHECK(shipped("scenarios/evidence") == source_folder() / "scenarios/evidence");
  CHECK(shipped("scenarios/no_such_file.yaml").empty());
}

TEST_CASE("shipped: the table of areas is that above the scenario, else that of the program",
          "[unit]") {
  TemporaryFolder const place;
  auto const of_program = source_folder() / "scenarios/data/provinces.csv";
  CHECK(shipped_areas(place / "mine/question.yaml") == of_program);
  auto const nearer = place / "scenarios/data";
  std::filesystem::create_directories(nearer);
  std::filesystem::copy_file(of_program, nearer / "provinces.csv");
  CHECK(shipped_areas(place / "mine/question.yaml") == nearer / "provinces.csv");
}

TEST_CASE("shipped: a scenario that is not there is pointed at where the program has it",
          "[unit]") {
  TemporaryFolder const place;
  auto const message_of = [](std::filesystem::path const& file) {
    try {
      (void)read_scenario(file);
    } catch (FileError const& error) {
      return std::string(error.what());
    }
    return std::string("nothing was said");
  };
  auto const today = place / "scenarios/today.yaml", unknown = place / "tomorrow.yaml";
  CHECK(message_of(today) == today.generic_string() +
                                 " is not there; one of that name came with the program: " +
                                 (source_folder() / "scenarios/today.yaml").generic_string());
  CHECK(message_of(unknown) == unknown.generic_string() + " is not there");
}
