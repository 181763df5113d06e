#include "command/rerun.h"

#include "base/errors.h"
#include "command/run.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

/// A small result, as `graduasi run` leaves it.
void make_result(TemporaryFolder const& place) {
  std::ofstream(place / "small.yaml")
      << "format: 1\nquestion: again?\nrun: {months: 14, replicates: 2}\n"
         "population: {areas: "
      << (fs::path(GRADUASI_SOURCE_DIR) / "scenarios/data/provinces.csv").generic_string()
      << ", households: 1200}\n";
  Request request;
  request.scenario = place / "small.yaml";
  request.output = place / "a";
  request.csv_full = true;
  request.report = false;
  request.table = false;
  request.quiet = true;
  REQUIRE(run_scenario(request) == 0);
}

Request request_for(fs::path const& folder) {
  Request request;
  request.results = {folder};
  return request;
}

}  // namespace

TEST_CASE("rerun: every figure comes out again, for any threads and instruction set",
          "[unit][command]") {
  TemporaryFolder const place;
  make_result(place);
  auto request = request_for(place / "a");
  CHECK(rerun_result(request) == 0);
  request.jobs = 1;
  request.instructions = Request::Instructions::v2;
  request.output = place / "b";
  CHECK(rerun_result(request) == 0);
  CHECK(content_of(place / "a/replicates.csv") == content_of(place / "b/replicates.csv"));
}

TEST_CASE("rerun: one figure that differs is found, and the result is left as it is",
          "[unit][command]") {
  TemporaryFolder const place;
  make_result(place);
  auto text = content_of(place / "a/curves.csv");
  auto const digit = text.find_last_of("0123456789");
  text[digit] = text[digit] == '7' ? '8' : '7';
  std::ofstream(place / "a/curves.csv", std::ios::binary) << text;
  CHECK(rerun_result(request_for(place / "a")) == 4);
  CHECK(content_of(place / "a/curves.csv") == text);
}

TEST_CASE("rerun: a table that is gone is a difference, and the result is not written over",
          "[unit][command]") {
  TemporaryFolder const place;
  make_result(place);
  auto request = request_for(place / "a");
  request.output = place / "a";
  request.force = true;
  CHECK_THROWS_AS(rerun_result(request), ScenarioError);
  CHECK(rerun_result(request_for(place / "a")) == 0);
  fs::remove(place / "a/summary.csv");
  CHECK(rerun_result(request_for(place / "a")) == 4);
}

TEST_CASE("rerun: what is no whole result is refused", "[unit][command]") {
  TemporaryFolder const place;
  CHECK_THROWS_AS(rerun_result(request_for(place / "nowhere")), FileError);
  make_result(place);
  fs::remove(place / "a/resolved.yaml");
  CHECK(refusal_of<FileError>([&] {
          rerun_result(request_for(place / "a"));
        }).find("has no resolved.yaml") != std::string::npos);
}

TEST_CASE("rerun: a result finds its inputs from any folder, and says where it looked for them",
          "[unit][command]") {
  TemporaryFolder const place;
  auto const before = fs::current_path();
  fs::create_directories(place / "project/data");
  fs::copy_file(fs::path(GRADUASI_SOURCE_DIR) / "scenarios/data/provinces.csv",
                place / "project/data/areas.csv");
  std::ofstream(place / "project/small.yaml")
      << "format: 1\nquestion: again?\nrun: {months: 2, replicates: 1}\n"
         "population: {areas: data/areas.csv, households: 600}\n";
  fs::current_path(place / "project");
  Request request;
  request.scenario = "small.yaml";
  request.output = "results/small";
  request.report = request.table = false;
  request.quiet = true;
  auto const ended = run_scenario(request);
  fs::current_path(before);
  REQUIRE(ended == 0);

  CHECK(rerun_result(request_for(place / "project/results/small")) == 0);
  fs::rename(place / "project", place / "moved");
  CHECK(rerun_result(request_for(place / "moved/results/small")) == 0);
  fs::rename(place / "moved/results/small", place / "alone");
  std::string said;
  try {
    rerun_result(request_for(place / "alone"));
  } catch (ScenarioError const& error) {
    said = error.problems.back().place + ": " + error.problems.back().text;
  }
  CHECK(
      said.starts_with((place / "alone").generic_string() + ": a result does not hold its inputs"));
  CHECK(said.find(before.generic_string()) != std::string::npos);
  fs::current_path(place / "moved");
  auto const again = rerun_result(request_for(place / "alone"));
  fs::current_path(before);
  CHECK(again == 0);
}
