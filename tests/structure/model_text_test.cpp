// The model's own text against the code: whoever changes one must change the other.
#include "model/parameters.h"
#include "parameters/lookup.h"
#include "policy/levers.h"
#include "population/settings.h"
#include "results/measures.h"
#include "scenario/reference.h"
#include "scenario/run_settings.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

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

template <class Root>
void add_names(std::set<std::string>& paths, std::set<std::string>& names) {
  for (auto const& row : rows_of<Root>()) {
    auto const inside = row.path.substr(row.path.find('.') + 1);
    paths.insert(row.path);
    paths.insert(inside);
    names.insert(row.path.substr(row.path.rfind('.') + 1));
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
  std::set<std::string> paths = {"population.households_csv"}, names = {"talent"};
  add_names<World>(paths, names);
  add_names<Levers>(paths, names);
  add_names<PopulationSettings>(paths, names);
  add_names<RunSettings>(paths, names);
  for (auto const& measure : measures()) names.insert(std::string(measure.name));
  std::regex const quoted("`([^`\n]+)`");
  std::regex const path("[a-z_]+(\\.[a-z_]+)+");
  std::regex const name("[a-z]+(_[a-z]+)+");
  int seen = 0;
  auto const& text = model_text();
  for (std::sregex_iterator i(text.begin(), text.end(), quoted), end; i != end; ++i) {
    std::string const code = (*i)[1];
    if (code.find('/') != std::string::npos || code.ends_with(".md")) {
      auto const file = testing::source_folder() / "sim" / code;
      auto const beside = testing::source_folder() / code;
      bool const is_path = code.find(' ') == std::string::npos;
      INFO(code);
      if (is_path) CHECK((std::filesystem::exists(file) || std::filesystem::exists(beside)));
      continue;
    }
    for (std::sregex_iterator p(code.begin(), code.end(), path); p != end; ++p) {
      INFO(code);
      CHECK(paths.contains(p->str()));
      ++seen;
    }
    if (code.find('.') != std::string::npos) continue;
    for (std::sregex_iterator n(code.begin(), code.end(), name); n != end; ++n) {
      INFO(code);
      CHECK(names.contains(n->str()));
      ++seen;
    }
  }
  CHECK(seen > 60);
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
