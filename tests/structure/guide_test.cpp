// The texts for whoever carries on, sim/README.md and sim/decisions, against what is there.
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using graduasi::testing::lines_of;
using graduasi::testing::source_folder;

namespace {

fs::path readme() { return source_folder() / "sim" / "README.md"; }

std::vector<fs::path> decisions() {
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator(source_folder() / "sim" / "decisions"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_of(fs::path const& file) {
  std::string text;
  for (auto const& line : lines_of(file)) text += line + "\n";
  return text;
}

/// Whether a folder holds headers, not only texts.
bool holds_code(fs::path const& folder) {
  return std::any_of(fs::recursive_directory_iterator(folder), fs::recursive_directory_iterator(),
                     [](auto const& entry) { return entry.path().extension() == ".h"; });
}

/// Paths of all files that a text may name, each with a slash before it.
std::vector<std::string> const& files_of_the_project() {
  static std::vector<std::string> const files = [] {
    std::vector<std::string> all;
    for (auto const* const folder : {"sim", "tests", "viz/src", "viz/dist", "scenarios", "bench"}) {
      for (auto const& entry : fs::recursive_directory_iterator(source_folder() / folder))
        all.push_back("/" + fs::relative(entry.path(), source_folder()).generic_string());
    }
    return all;
  }();
  return files;
}

}  // namespace

TEST_CASE("guide: every folder of sim with code in it is named", "[structure]") {
  auto const text = text_of(readme());
  int seen = 0;
  for (auto const& entry : fs::recursive_directory_iterator(source_folder() / "sim")) {
    if (!entry.is_directory() || !holds_code(entry.path())) continue;
    auto const name = entry.path().filename().string();
    INFO("sim/README.md does not name `" << name << "/`");
    CHECK(text.find("`" + name + "/`") != std::string::npos);
    ++seen;
  }
  CHECK(seen >= 14);
}

TEST_CASE("guide: files that are named are there", "[structure]") {
  // Files of a result, which no folder of the project holds.
  std::set<std::string> const of_results = {"curves.csv", "resolved.yaml"};
  std::regex const quoted("`([A-Za-z_0-9./-]+\\.(h|cpp|md|sh|csv|yaml|ts|tsx|css|cmake|html))`");
  auto texts = decisions();
  texts.push_back(readme());
  int seen = 0;
  for (auto const& file : texts) {
    auto const text = text_of(file);
    for (std::sregex_iterator i(text.begin(), text.end(), quoted), end; i != end; ++i) {
      auto const name = (*i)[1].str();
      if (of_results.contains(name)) continue;
      INFO(file.filename().string() << " names " << name);
      CHECK(std::any_of(files_of_the_project().begin(), files_of_the_project().end(),
                        [&](auto const& path) { return path.ends_with("/" + name); }));
      ++seen;
    }
  }
  CHECK(seen > 80);
}

TEST_CASE("guide: decisions are numbered, short, and have their five parts", "[structure]") {
  auto const files = decisions();
  REQUIRE(files.size() >= 10);
  for (std::size_t i = 0; i < files.size(); ++i) {
    INFO(files[i].string());
    auto const number = std::to_string(i + 1);
    auto const name = files[i].filename().string();
    CHECK(name.starts_with(std::string(4 - number.size(), '0') + number + "-"));
    auto const lines = lines_of(files[i]);
    CHECK(lines.front().starts_with("# " + number + ". "));
    CHECK(lines.size() >= 15);
    CHECK(lines.size() <= 30);
    auto const text = text_of(files[i]);
    std::size_t from = 0;
    for (auto const* const part : {"\n**Decided.** ", "\n**Why.** ", "\n**Given up.** ",
                                   "\n**What holds it.** ", "\n**Reconsider** "}) {
      INFO(part);
      auto const here = text.find(part, from);
      REQUIRE(here != std::string::npos);
      from = here;
    }
  }
}

TEST_CASE("guide: every promise names tests that are there", "[structure]") {
  auto const tests = source_folder() / "tests";
  std::string cases;
  for (auto const& entry : fs::recursive_directory_iterator(tests)) {
    if (entry.path().extension() == ".cpp") cases += text_of(entry.path());
  }
  // A name may be written over two lines.
  cases = std::regex_replace(cases, std::regex("\"\\s*\n\\s*\""), "");
  auto const text = text_of(tests / "README.md");
  auto const from = text.find("## What is promised");
  REQUIRE(from != std::string::npos);
  std::regex const row("\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|"), file("`([^`]+)`"),
      name("\"([^\"]+)\"");
  int promises = 0;
  for (auto const& line : lines_of(tests / "README.md")) {
    std::smatch cells;
    if (text.find(line) < from || !std::regex_match(line, cells, row)) continue;
    auto const held_by = cells[2].str();
    if (held_by == "Test" || held_by.starts_with("---")) continue;
    INFO(cells[1].str());
    int named = 0;
    for (std::sregex_iterator i(held_by.begin(), held_by.end(), file), end; i != end;
         ++i, ++named) {
      INFO((*i)[1].str());
      CHECK(fs::exists(tests / (*i)[1].str()));
    }
    for (std::sregex_iterator i(held_by.begin(), held_by.end(), name), end; i != end;
         ++i, ++named) {
      INFO((*i)[1].str());
      CHECK(cases.find("TEST_CASE(\"" + (*i)[1].str()) != std::string::npos);
    }
    CHECK(named > 0);
    ++promises;
  }
  CHECK(promises >= 19);
}
