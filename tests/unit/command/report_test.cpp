#include "command/report.h"

#include "base/errors.h"
#include "command/build_facts.h"
#include "output/manifest.h"
#include "output/page/page.h"
#include "output/page/stored_page.h"
#include "store/folder.h"

#include "support/results.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

/// A result folder as `graduasi run --no-report` leaves it.
/// @returns the payload in it
std::string write_run(std::filesystem::path const& path) {
  auto const results = results_of_exits({10, 12}, {30, 33});
  Scenario scenario;
  scenario.question = "Does <b> stay?";
  scenario.policies.resize(2);
  for (auto& policy : scenario.policies) policy.steps.resize(1);
  auto const facts = manifest(results, scenario, "abc");
  auto payload = page_payload(results, scenario, chosen_measures({}), rests_on(scenario), facts,
                              Language::english);
  ResultFolder folder(path, Existing::replace);
  folder.write(page_file, payload);
  folder.publish(text_of(facts, Layout::indented));
  return payload;
}

Request request_for(std::filesystem::path const& folder) {
  Request request;
  request.results = {folder};
  return request;
}

void spoil(std::filesystem::path const& file, std::string const& text) {
  std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("report: it is the page that the run would have written", "[unit][command]") {
  TemporaryFolder const place;
  auto const payload = write_run(place / "a");
  CHECK(write_report(request_for(place / "a")) == 0);
  CHECK(content_of(place / "a/report.html") == with_payload(embedded_page(), payload));
  CHECK_FALSE(std::filesystem::exists(place / "a/report.html.tmp"));
  CHECK_FALSE(std::filesystem::exists(place / "a/graduasi.lock"));
}

TEST_CASE("report: another language changes nothing else", "[unit][command]") {
  TemporaryFolder const place;
  auto payload = write_run(place / "a");
  auto request = request_for(place / "a");
  request.language = Language::indonesian;
  write_report(request);
  std::string const english = R"("language":"en")";
  payload.replace(payload.find(english), english.size(), R"("language":"id")");
  CHECK(content_of(place / "a/report.html") == with_payload(embedded_page(), payload));
}

TEST_CASE("report: elsewhere it writes over no file unasked, and leaves the folder alone",
          "[unit][command]") {
  TemporaryFolder const place;
  auto const payload = write_run(place / "a");
  auto request = request_for(place / "a");
  request.output = place / "mine.html";
  spoil(request.output, "mine");
  auto const act = [&] { write_report(request); };
  CHECK(refusal_of<FileError>(act) ==
        request.output.generic_string() +
            ": is there already; choose another file with --output, or replace it with --force");
  CHECK(content_of(request.output) == "mine");
  request.force = true;
  act();
  CHECK(content_of(request.output) == with_payload(embedded_page(), payload));
  CHECK_FALSE(std::filesystem::exists(place / "a/report.html"));
  request.output = place.path();
  auto const folder = place.path().generic_string();
  CHECK(refusal_of<FileError>(act) ==
        folder + ": is a folder; name a file with --output, such as " + folder + "/report.html");
}

TEST_CASE("report: what is not a finished result is refused, and nothing is written",
          "[unit][command]") {
  TemporaryFolder const place;
  auto const folder = place / "a";
  auto const path = folder.generic_string();
  auto const act = [&] { write_report(request_for(folder)); };
  CHECK(refusal_of<FileError>(act) ==
        path + ": is not a folder; name a folder that graduasi run has written");
  std::filesystem::create_directory(folder);
  CHECK(refusal_of<FileError>(act) ==
        path +
            ": holds no manifest.json, so it is not a finished result; "
            "name a folder that graduasi run has written");
  write_run(folder);
  for (auto const* const text : {"", "{\"format\":1,\"lang", "[1]", "{\"format\":\"1\"}", "{}"}) {
    CAPTURE(text);
    spoil(folder / "page.json", text);
    CHECK(refusal_of<FileError>(act) ==
          path + "/page.json: is not a payload of a page; run its scenario again");
  }
  auto const nested = [](std::size_t levels) {
    return "{\"format\":1,\"x\":" + std::string(levels, '[') + std::string(levels, ']') + "}";
  };
  for (auto const& text : {nested(200), nested(1000000), std::string("{\"format\":-1}"),
                           std::string("{\"format\":0}")}) {
    CAPTURE(text.size());
    spoil(folder / "page.json", text);
    CHECK(refusal_of<FileError>(act) ==
          path + "/page.json: is not a payload of a page; run its scenario again");
  }
  std::filesystem::remove(folder / "page.json");
  CHECK(refusal_of<FileError>(act) ==
        path + ": holds no page.json, from which the page is drawn; run its scenario again");
  CHECK_FALSE(std::filesystem::exists(folder / "report.html"));
}

TEST_CASE("report: what a newer program wrote is refused", "[unit][command]") {
  TemporaryFolder const place;
  auto const folder = place / "a";
  write_run(folder);
  auto const problem = [&] {
    try {
      write_report(request_for(folder));
    } catch (ScenarioError const& error) {
      return error.problems.at(0).place + ": " + error.problems.at(0).text;
    }
    return std::string("accepted");
  };
  spoil(folder / "page.json", "{\"format\":2}");
  CHECK(problem() == (folder / "page.json").generic_string() +
                         ": format is 2; this program reads 1, a newer one may draw this page");
  spoil(folder / "manifest.json", "{\"results_format\":2}");
  CHECK(problem() == (folder / "manifest.json").generic_string() +
                         ": results_format is 2; this program reads 1, a newer one may read this "
                         "result");
  CHECK_FALSE(std::filesystem::exists(folder / "report.html"));
}

TEST_CASE("report: a folder that a run is writing is left to it", "[unit][command]") {
  TemporaryFolder const place;
  write_run(place / "a");
  FolderLock const lock(place / "a");
  CHECK(refusal_of<FileError>([&] {
          write_report(request_for(place / "a"));
        }).find(": is in use by process ") != std::string::npos);
}
