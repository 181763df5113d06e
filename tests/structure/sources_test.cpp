// scenarios/sources.csv against everything that names a source by its code.
#include "parameters/sources.h"

#include "support/sources.h"

#include <catch2/catch.hpp>

#include <map>
#include <regex>
#include <set>
#include <string>

using namespace graduasi;

namespace {

/// The texts that may name a source: of the model, and of the scenarios with what was published.
std::vector<std::filesystem::path> const& texts() {
  static std::vector<std::filesystem::path> const files = [] {
    std::set<std::string> const kinds = {".md", ".h", ".cpp", ".yaml", ".sh", ".py"};
    std::vector<std::filesystem::path> all = {testing::source_folder() / "README.md"};
    for (auto const* const name : {"sim", "scenarios", "docs"}) {
      auto const folder = testing::source_folder() / name;
      if (!std::filesystem::exists(folder)) continue;
      for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (kinds.contains(entry.path().extension().string())) all.push_back(entry.path());
      }
    }
    return all;
  }();
  return files;
}

/// "scenarios/priors.yaml:12".
std::string location(std::filesystem::path const& file, std::size_t line) {
  return std::filesystem::relative(file, testing::source_folder()).generic_string() + ":" +
         std::to_string(line + 1);
}

/// A finding of a trial: its code, and the study that it is taken from.
struct Cited {
  std::string where, id, study;
};

std::vector<Cited> findings() {
  std::regex const id("\\bid: (E[0-9]+)"), study("\\bsource: ([A-Za-z0-9_]+)");
  std::vector<Cited> all;
  for (auto const& file : texts()) {
    if (file.extension() != ".yaml") continue;
    auto const lines = testing::lines_of(file);
    std::string latest;  // a finding may be written over several lines, its id before its study
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::smatch match;
      if (std::regex_search(lines[i], match, id)) latest = match[1];
      if (std::regex_search(lines[i], match, study))
        all.push_back({location(file, i), latest, match[1]});
    }
  }
  return all;
}

/// Headers whose own examples name a code: they rest on nothing.
bool explains_codes(std::filesystem::path const& file) {
  return file.filename() == "sources.h" || file.filename() == "reference.h" ||
         file.filename() == "command_table.cpp";
}

}  // namespace

TEST_CASE("sources: every code that is named is in the list", "[structure]") {
  int seen = 0;
  for (auto const& file : texts()) {
    auto const lines = testing::lines_of(file);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (auto const& code : codes_in(lines[i])) {
        INFO(location(file, i) << " names " << code << ", which scenarios/sources.csv has not");
        CHECK(source_of(code) != nullptr);
        ++seen;
      }
    }
  }
  CHECK(seen > 200);
}

TEST_CASE("sources: every source in the list is named somewhere", "[structure]") {
  std::set<std::string> named;
  for (auto const& file : texts()) {
    if (explains_codes(file)) continue;
    for (auto const& line : testing::lines_of(file)) {
      for (auto const& code : codes_in(line)) named.insert(code);
    }
  }
  for (auto const& finding : findings()) named.insert(finding.study);
  for (auto const& source : all_sources()) {
    INFO(source.code << " of scenarios/sources.csv is named nowhere");
    CHECK(named.contains(source.code));
  }
}

TEST_CASE("sources: a finding and its study lead to the same address", "[structure]") {
  REQUIRE(findings().size() > 30);
  for (auto const& finding : findings()) {
    INFO(finding.where << ": " << finding.id << " of " << finding.study);
    auto const* const study = source_of(finding.study);
    REQUIRE(study != nullptr);
    if (finding.id.empty()) continue;  // a target of a calibration, which names its source alone
    auto const* const figure = source_of(finding.id);
    REQUIRE(figure != nullptr);
    CHECK(figure->address == study->address);
  }
}

TEST_CASE("sources: the list is complete, each code in it once", "[structure]") {
  auto const file = testing::source_folder() / "scenarios" / "sources.csv";
  CHECK(testing::lines_of(file).front() == "code,kind,author,year,title,address,says");
  REQUIRE(all_sources().size() > 90);
  std::set<std::string> codes;
  std::regex const address("https?://[^ ]+\\.[^ ]+|doi:10\\.[0-9]{4,}/[^ ]+");
  std::regex const year("(19|20)[0-9]{2}( (or|to) (19|20)[0-9]{2})?|undated");
  std::set<std::string> const kinds = {"article", "working paper", "report",     "statistics",
                                       "news",    "blog",          "arithmetic", "from memory"};
  for (auto const& source : all_sources()) {
    INFO(source.code);
    CHECK(codes.insert(source.code).second);
    for (auto const* const field : {&source.code, &source.kind, &source.author, &source.year,
                                    &source.title, &source.address, &source.says})
      CHECK_FALSE(field->empty());
    CHECK(kinds.contains(source.kind));
    CHECK(std::regex_match(source.year, year));
    // What was not found again is said to be so, and there is nothing to find of our own.
    bool const ours = source.kind == "arithmetic" || source.kind == "from memory";
    bool const lost = source.address == "not found" &&
                      source.says.find("no address was kept") != std::string::npos;
    CHECK((ours ? source.address == "none" : lost || std::regex_match(source.address, address)));
  }
}
