#include "command/attribute.h"

#include "base/errors.h"
#include "command/interrupt.h"
#include "command/report.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <fstream>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

Request request_in(TemporaryFolder const& place) {
  std::ofstream(place / "small.yaml")
      << "format: 1\nquestion: which?\nrun: {months: 6, replicates: 2}\n"
         "population: {areas: "
      << (fs::path(GRADUASI_SOURCE_DIR) / "scenarios/data/provinces.csv").generic_string()
      << ", households: 1200}\n"
         "policies: [{name: today}, {name: a, caseload: {households_per_facilitator: 100}}]\n"
         "attribute: {groups: {hours: [world.workload.on], luck: [world.shocks.on]}}\n";
  Request request;
  request.scenario = place / "small.yaml";
  request.output = place / "a";
  request.quiet = true;
  request.json = true;
  return request;
}

}  // namespace

TEST_CASE("attribute: the folder holds the table, every value used and the manifest last",
          "[unit][command]") {
  TemporaryFolder const place;
  auto request = request_in(place);
  CHECK(attribute_result(request) == 0);
  auto const table = content_of(place / "a/attribution.csv");
  CHECK(std::count(table.begin(), table.end(), '\n') == 9);
  CHECK(content_of(place / "a/manifest.json").find("\"state\": \"complete\"") != std::string::npos);

  // What the run used, and any number of threads, gives the same bytes.
  auto again = request;
  again.scenario = place / "a/resolved.yaml";
  again.output = place / "b";
  again.jobs = 1;
  CHECK(attribute_result(again) == 0);
  CHECK(content_of(place / "b/attribution.csv") == table);
  CHECK(content_of(place / "b/resolved.yaml") == content_of(place / "a/resolved.yaml"));

  // A folder with results is refused unless they may be replaced.
  CHECK_THROWS_AS(attribute_result(request), FileError);
  request.force = true;
  CHECK(attribute_result(request) == 0);
}

TEST_CASE("attribute: a dry run writes nothing", "[unit][command]") {
  TemporaryFolder const place;
  auto request = request_in(place);
  request.dry_run = true;
  CHECK(attribute_result(request) == 0);
  CHECK_FALSE(fs::exists(place / "a"));
}

TEST_CASE("attribute: the page holds the figures, what they rest on, and no curves",
          "[unit][command]") {
  TemporaryFolder const place;
  auto request = request_in(place);
  request.language = Language::indonesian;
  CHECK(attribute_result(request) == 0);
  auto const payload = nlohmann::json::parse(content_of(place / "a/page.json"));
  CHECK(payload["format"] == 1);
  CHECK(payload["language"] == "id");
  CHECK(payload["question"] == "which?");
  CHECK(payload["months"] == 6);
  CHECK(payload["households"] == 1200);
  CHECK(payload["interval"] == "chance");
  CHECK_FALSE(payload.contains("curves"));
  CHECK(payload["attribution"]["answers"].size() == 2);
  CHECK(payload["attribution"]["answers"][0]["groups"].size() == 2);
  CHECK(payload["rests_on"]["changed"].size() >= 1);
  CHECK(payload["manifest"]["state"] == "complete");
  auto const report = content_of(place / "a/report.html");
  CHECK(report.find(R"("attribution":{)") != std::string::npos);

  // Without a report the page can still be written later.
  request.output = place / "b";
  request.report = false;
  CHECK(attribute_result(request) == 0);
  CHECK_FALSE(fs::exists(place / "b/report.html"));
  Request later;
  later.results = {place / "b"};
  CHECK(write_report(later) == 0);
  CHECK(content_of(place / "b/report.html").find(R"("attribution":{)") != std::string::npos);
}
