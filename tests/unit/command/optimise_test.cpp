#include "command/optimise.h"

#include "base/errors.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

Request request_in(TemporaryFolder const& place, std::string const& block) {
  std::ofstream(place / "small.yaml")
      << "format: 1\nquestion: which?\nrun: {months: 6, replicates: 2}\n"
         "population: {areas: "
      << (fs::path(GRADUASI_SOURCE_DIR) / "scenarios/data/provinces.csv").generic_string()
      << ", households: 3000}\n"
      << block;
  Request request;
  request.scenario = place / "small.yaml";
  request.output = place / "a";
  request.quiet = true;
  return request;
}

}  // namespace

TEST_CASE("optimise: the folder holds its tables, and what was run gives the same bytes again",
          "[unit][command]") {
  TemporaryFolder const place;
  auto const request = request_in(
      place, "optimise: {maximise: cumulative_self_reliant, evaluations: 4, frontier: [1, 1.5]}\n");
  CHECK(optimise_levers(request) == 0);
  for (char const* const name : {"optimum.csv", "frontier.csv", "evaluations.csv", "manifest.json"})
    CHECK(fs::exists(place / ("a/" + std::string(name))));
  auto again = request;
  again.scenario = place / "a/resolved.yaml";
  again.output = place / "b";
  again.jobs = 1;
  CHECK(optimise_levers(again) == 0);
  CHECK(content_of(place / "b/evaluations.csv") == content_of(place / "a/evaluations.csv"));
  CHECK(content_of(place / "b/optimum.csv") == content_of(place / "a/optimum.csv"));
  CHECK_THROWS_AS(optimise_levers(request), FileError);
}

TEST_CASE("optimise: facilitators are shared out over areas where the block says so",
          "[unit][command]") {
  TemporaryFolder const place;
  auto const request =
      request_in(place, "optimise: {allot: area, maximise: cumulative_self_reliant}\n");
  CHECK(optimise_levers(request) == 0);
  auto const table = content_of(place / "a/allotment.csv");
  CHECK(std::count(table.begin(), table.end(), '\n') == 39);
  CHECK(content_of(place / "a/resolved.yaml").find("  allot: area\n") != std::string::npos);
}
