#include "serve/history.h"
#include "serve/questions.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace graduasi;
using testing::Folder;
namespace fs = std::filesystem;

TEST_CASE("history: results are what their manifests say, and nothing else is one", "[unit]") {
  Folder const results;
  results.file("today/manifest.json",
               R"({"program": "graduasi", "version": "0.1.0", "commit": "abc", "state": "complete",
                    "question": "What?", "scenario": "today", "policies": ["today", "more", 3],
                    "households": 5000, "replicates": "many", "parameter_draws": -1,
                    "times": {"started": "2026-12-01T13:29:25Z", "wall_seconds": 2.5}})");
  results.file("half/manifest.json", R"({"program": "graduasi", "state": "interrupted"})");
  results.file("other/manifest.json", R"({"program": "another"})");
  results.file("broken/manifest.json", R"({"program": "graduasi)");
  results.file("empty/curves.csv", "a,b\n");
  results.file(".rough/manifest.json", R"({"program": "graduasi", "state": "complete"})");
  auto all = results_in(results.path());
  REQUIRE(all.size() == 2);
  if (all[0].id != "today") std::swap(all[0], all[1]);
  CHECK(all[0].state == "complete");
  CHECK(all[0].question == "What?");
  CHECK(all[0].policies == std::vector<std::string>{"today", "more"});
  CHECK(all[0].households == 5000);
  CHECK_FALSE(all[0].replicates.has_value());
  CHECK_FALSE(all[0].draws.has_value());
  CHECK(all[0].seconds == 2.5);
  CHECK(all[1].state == "partial");
  CHECK(results_in(results.path() / "nowhere").empty());
}

TEST_CASE("history: only ordinary files of results are handed out", "[unit]") {
  Folder const results;
  results.file("today/curves.csv", "month\n");
  results.file("secret.txt", "secret");
  fs::create_symlink(results.path() / "secret.txt", results.path() / "today" / "link.csv");
  fs::create_directory(results.path() / "today" / "folder.csv");
  CHECK(file_of_result(results.path(), "today", "curves.csv").has_value());
  for (auto const& [id, name] : std::vector<std::pair<std::string, std::string>>{
           {"today", "link.csv"},
           {"today", "folder.csv"},
           {"today", "../secret.txt"},
           {"..", "secret.txt"},
           {"", "secret.txt"},
           {"today/..", "secret.txt"},
           {"today", "none.csv"},
           {"today", ".hidden"},
           {"today", std::string("curves.csv\0", 11)}}) {
    INFO(id << " / " << name);
    CHECK_FALSE(file_of_result(results.path(), id, name).has_value());
  }
}

TEST_CASE("questions: scenario files are found by their first lines", "[unit]") {
  Folder const folder;
  folder.file("b.yaml", "format: 1\nquestion: \"How many?\"\n");
  folder.file("a.yaml", "# a comment\r\nformat: 1\r\nquestion: Whom does it reach?\r\n");
  folder.file("data.yaml", "question: no scenario\n");
  folder.file("c.txt", "format: 1\nquestion: x\n");
  auto const all = questions_in({folder.path(), folder.path() / "."});
  REQUIRE(all.size() == 2);
  CHECK(all[0].question == "Whom does it reach?");
  CHECK(all[1].question == "How many?");
  CHECK(question_of("format: 1\n") == std::nullopt);
}
