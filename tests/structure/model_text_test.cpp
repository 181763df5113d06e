// The model's own text against the code: whoever changes one must change the other.
#include "model/parameters.h"
#include "outcome/measures.h"
#include "parameters/lookup.h"
#include "policy/levers.h"
#include "population/settings.h"
#include "scenario/blocks/run_settings.h"
#include "scenario/describe/reference.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

using namespace graduasi;

namespace {

std::string text_of_file(std::string const& name) {
  std::ifstream file(testing::source_folder() / "sim" / name);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string const& model_text() {
  static std::string const text = text_of_file("model.md");
  return text;
}

/// The laws of the first day, too long for the model's text.
std::string const& population_text() {
  static std::string const text = text_of_file("population.md");
  return text;
}

/// What a text has in code style: blocks whole, then words between quotes.
std::vector<std::string> code_in(std::string text) {
  std::vector<std::string> code;
  std::string const fence = "\n```\n";
  for (auto from = text.find(fence); from != std::string::npos; from = text.find(fence)) {
    auto const to = text.find(fence, from + fence.size());
    REQUIRE(to != std::string::npos);
    code.push_back(text.substr(from, to + fence.size() - from));
    text.erase(from, to + fence.size() - from - 1);
  }
  std::regex const quoted("`([^`\n]+)`");
  for (std::sregex_iterator i(text.begin(), text.end(), quoted), end; i != end; ++i)
    code.push_back((*i)[1]);
  return code;
}

bool is_file(std::string const& code) {
  static std::regex const file("[a-z_]+(/[a-z_0-9]*)*/?([a-z_0-9]+\\.(md|h|cpp|sh|csv|yaml))?");
  bool const named = code.find('/') != std::string::npos || code.ends_with(".md");
  return named && std::regex_match(code, file);
}

/// The word as a whole, not as a part of a longer path.
bool has_word(std::string const& text, std::string const& word) {
  auto const inside = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    auto const after = at + word.size();
    bool const begins = at == 0 || (!inside(text[at - 1]) && text[at - 1] != '.');
    bool const ends = after == text.size() || !inside(text[after]);
    if (begins && ends) return true;
  }
  return false;
}

/// Checks that a parameter is named by its path, with or without the first word of it; switches
/// are named together.
template <class Root>
void check_named(std::string const& text) {
  for (auto const& row : rows_of<Root>()) {
    if (row.path.ends_with(".on")) continue;
    auto const inside = row.path.substr(row.path.find('.') + 1);
    bool const grouped = inside.find('.') != std::string::npos;
    INFO(row.path);
    CHECK((has_word(text, row.path) || (grouped && has_word(text, inside))));
  }
}

/// A heading as links name it.
std::string anchor_of(std::string const& heading) {
  std::string anchor;
  for (char const c : heading) {
    if (c >= 'A' && c <= 'Z') anchor += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') anchor += c;
    if (c == ' ') anchor += '-';
  }
  return anchor;
}

template <class Root>
void add_names(std::set<std::string>& paths, std::set<std::string>& names) {
  for (auto const& row : rows_of<Root>()) {
    auto const inside = row.path.substr(row.path.find('.') + 1);
    paths.insert(row.path);
    paths.insert(inside);
    names.insert(row.path.substr(row.path.rfind('.') + 1));
    for (auto const word : row.words) names.insert(std::string(word));
    auto const dot = inside.find('.');
    if (dot == std::string::npos) continue;
    names.insert(inside.substr(0, dot));
    paths.insert(row.path.substr(0, row.path.rfind('.')));
  }
}

}  // namespace

TEST_CASE("model text: it has the parts of the ODD protocol, in their order", "[structure]") {
  std::size_t from = 0;
  for (auto const* const part :
       {"## 1. Purpose and patterns", "## 2. Entities, state variables and scales",
        "## 3. Process overview and scheduling", "## 4. Design concepts", "*Basic principles.*",
        "*Emergence.*", "*Adaptation and objectives.*", "*Learning.*", "*Prediction.*",
        "*Sensing.*", "*Interaction.*", "*Stochasticity.*", "*Collectives.*", "*Observation.*",
        "## 5. Initialisation", "## 6. Input data", "## 7. Submodels", "## Register of assumptions",
        "## How it was tested"}) {
    INFO(part);
    auto const here = model_text().find(part, from);
    REQUIRE(here != std::string::npos);
    from = here;
  }
}

TEST_CASE("model text: the reference of parameters is what the program writes", "[structure]") {
  INFO("write it anew: build/release/graduasi parameters > sim/parameters.md");
  CHECK(text_of_file("parameters.md") == parameters_page());
}

TEST_CASE("model text: what it names in code style exists", "[structure]") {
  std::set<std::string> paths = {"run.start",
                                 "population.areas",
                                 "population.households_csv",
                                 "population.years_csv",
                                 "policies.phase_in_months",
                                 "policies.where",
                                 "policies.events.where",
                                 "policies.events.among",
                                 "policies.events.rupiah",
                                 "policies.events.places"};
  std::set<std::string> names = {"talent", "recorded_welfare", "minimum_wage_rp_month"};
  add_names<World>(paths, names);
  add_names<Levers>(paths, names);
  add_names<PopulationSettings>(paths, names);
  add_names<RunSettings>(paths, names);
  for (auto const& measure : measures()) names.insert(std::string(measure.name));
  std::regex const path("[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)+");
  std::regex const name("[a-z]+(_[a-z]+)+");
  int seen = 0;
  auto text = code_in(model_text());
  auto const of_population = code_in(population_text());
  text.insert(text.end(), of_population.begin(), of_population.end());
  for (auto const& code : text) {
    INFO(code);
    if (is_file(code)) {
      auto const inside = testing::source_folder() / "sim" / code;
      auto const beside = testing::source_folder() / code;
      CHECK((std::filesystem::exists(inside) || std::filesystem::exists(beside)));
      continue;
    }
    for (std::sregex_iterator p(code.begin(), code.end(), path), end; p != end; ++p) {
      CHECK(paths.contains(p->str()));
      ++seen;
    }
    auto const rest = std::regex_replace(code, path, "");
    for (std::sregex_iterator n(rest.begin(), rest.end(), name), end; n != end; ++n) {
      CHECK(names.contains(n->str()));
      ++seen;
    }
  }
  CHECK(seen > 300);
}

TEST_CASE("model text: every parameter of the model is in it", "[structure]") {
  auto const both = model_text() + population_text();
  check_named<World>(both);
  check_named<Levers>(both);
  check_named<PopulationSettings>(population_text());
  CHECK(has_word(model_text(), "world.NAME.on"));
}

TEST_CASE("model text: its contents lead to its parts", "[structure]") {
  for (auto const& text : {model_text(), population_text()}) {
    std::set<std::string> anchors;
    std::regex const heading("\n##+ ([^\n]+)"), link("\\]\\(#([^)]+)\\)");
    for (std::sregex_iterator i(text.begin(), text.end(), heading), end; i != end; ++i)
      anchors.insert(anchor_of((*i)[1]));
    CHECK(anchors.size() > 10);
    std::set<std::string> linked;
    for (std::sregex_iterator i(text.begin(), text.end(), link), end; i != end; ++i)
      linked.insert((*i)[1]);
    CHECK(linked == anchors);
  }
}

TEST_CASE("model text: every mechanism has a section of its own and a place in the month",
          "[structure]") {
  auto const& text = model_text();
  auto const overview = text.substr(text.find("## 3."), text.find("## 4.") - text.find("## 3."));
  int seen = 0;
  for (auto const& file : testing::sources()) {
    if (file.folder() != "mechanisms") continue;
    auto const name = std::filesystem::path(file.path).stem().string();
    INFO(name);
    CHECK(text.find("\n### " + name + "\n") != std::string::npos);
    bool const pressure = name == "target_pressure";
    CHECK((pressure || overview.find("`" + name + "`") != std::string::npos));
    ++seen;
  }
  CHECK(seen >= 29);
}
