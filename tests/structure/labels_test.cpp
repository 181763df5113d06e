// sim/parameters/labels.csv and docs/glossary.md against the tables of parameters.
#include "parameters/labels.h"
#include "parameters/glossary.h"
#include "scenario/all_paths.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace graduasi;

namespace {

constexpr auto languages = std::array{Language::english, Language::indonesian};

std::ptrdiff_t words_in(std::string const& text) {
  std::istringstream stream(text);
  return std::distance(std::istream_iterator<std::string>(stream), {});
}

bool begins_large(std::string const& text) { return text.front() >= 'A' && text.front() <= 'Z'; }

}  // namespace

TEST_CASE("labels: every parameter has one, in the order of the tables, and nothing else has",
          "[structure]") {
  std::vector<std::string> labelled;
  for (auto const& p : all_labels()) labelled.push_back(p.path);
  CHECK(labelled == all_paths());
}

TEST_CASE("labels: a label is two to six words, no two alike, in both languages", "[structure]") {
  for (auto const language : languages) {
    std::set<std::string> seen;
    for (auto const& p : all_labels()) {
      auto const& label = p.label.in(language);
      INFO(p.path << ": " << label);
      CHECK(words_in(label) >= 2);
      CHECK(words_in(label) <= 6);
      CHECK(begins_large(label));
      CHECK(label.back() != '.');
      CHECK(label.find('|') == std::string::npos);
      CHECK(seen.insert(label).second);
    }
  }
}

TEST_CASE("labels: help is one whole sentence without a path, in both languages", "[structure]") {
  for (auto const& p : all_labels()) {
    CHECK(p.help.en != p.help.id);
    for (auto const language : languages) {
      auto const& help = p.help.in(language);
      INFO(p.path << ": " << help);
      CHECK(words_in(help) >= 4);
      CHECK(words_in(help) <= 26);
      CHECK(begins_large(help));
      CHECK(help.back() == '.');
      CHECK(help.find(". ") == std::string::npos);
      CHECK(help.find_first_of("_|;") == std::string::npos);
    }
  }
}

TEST_CASE("labels: a form shows a few levers at once, and no assumption", "[structure]") {
  auto const shown = std::ranges::count(all_labels(), Rank::shown, &ParameterLabel::rank);
  CHECK(shown >= 12);
  CHECK(shown <= 20);
  for (auto const& p : all_labels()) {
    INFO(p.path);
    if (p.rank == Rank::shown) CHECK(p.path.starts_with("policy."));
  }
}

TEST_CASE("glossary: every line has a word and a meaning in both languages", "[structure]") {
  REQUIRE(glossary().size() > 80);
  for (auto const& term : glossary()) {
    INFO(term.term.en);
    for (auto const language : languages) {
      CHECK_FALSE(term.term.in(language).empty());
      CHECK_FALSE(term.meaning.in(language).empty());
      CHECK(term.meaning.in(language).back() != '.');
    }
  }
}
