// Every key of every block, from its one row: the reader takes it, the page and the schema tell of
// it, `resolved.yaml` writes it back.
#include "scenario/blocks/block.h"
#include "scenario/describe/effective.h"
#include "scenario/describe/reference.h"
#include "scenario/describe/resolved.h"
#include "scenario/describe/schema.h"
#include "scenario/text/groups.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <functional>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

void for_each_key(std::function<void(Block const&, BlockKey const&)> const& look_at) {
  for (auto const& key : run_block().keys) look_at(run_block(), key);
  for (auto const& block : blocks()) {
    for (auto const& key : block.keys) look_at(block, key);
  }
}

std::string name_of(BlockKey const& key) { return std::string(last_part(key.path)); }

/// A scenario that writes the key with its default, or with something allowed where it has none.
std::string written(Block const& block, BlockKey const& key) {
  auto line = resolved_text(key, block.standards, {});
  if (line.empty()) {
    auto const value = key.form == KeyForm::mark           ? std::string(key.words.front())
                       : key.form == KeyForm::month_of_run ? "12"
                       : key.form == KeyForm::policy       ? "today"
                                                           : standard_of(key, block);
    line = "  " + name_of(key) + ": " + value + "\n";
  }
  return std::string(block.name) + ":\n" + line;
}

}  // namespace

TEST_CASE("blocks: the reader takes every key, and it comes back from what it wrote",
          "[unit][scenario]") {
  for_each_key([](Block const& block, BlockKey const& key) {
    auto const text = written(block, key);
    INFO(text);
    CHECK(refusal_of(text).empty());
    auto const scenario = scenario_of(text);
    REQUIRE(block.of(scenario) != nullptr);
    auto const values = effective_values(scenario);
    auto const of_key = [&](EffectiveValue const& v) { return v.path.starts_with(key.path); };
    CHECK(std::ranges::any_of(values, of_key));
    auto const resolved = resolved_yaml(scenario);
    bool const is_left_open = key.form == KeyForm::policy || key.form == KeyForm::month_of_run;
    auto const line = "\n  " + name_of(key) + ":";
    CHECK((resolved.find(line) != std::string::npos || is_left_open));
    Folder const folder;
    CHECK(resolved_yaml(read_scenario(folder.file("again.yaml", resolved))) == resolved);
  });
}

TEST_CASE("blocks: what is written as the default is the default", "[unit][scenario]") {
  for_each_key([](Block const& block, BlockKey const& key) {
    INFO(key.path);
    auto const text = resolved_text(key, block.standards, {});
    auto const empty = scenario_of(std::string(block.name) + ":\n");
    if (text.empty()) return;
    CHECK(resolved_yaml(scenario_of(written(block, key))) == resolved_yaml(empty));
  });
}

TEST_CASE("blocks: the page and the schema tell of every key with its meaning",
          "[unit][scenario]") {
  auto const page = parameters_page();
  std::vector<std::string_view> const measures = {"active", "sustained_self_reliant"};
  auto const schema = nlohmann::json::parse(scenario_schema(measures))["properties"];
  for_each_key([&](Block const& block, BlockKey const& key) {
    INFO(key.path);
    CHECK(key.meaning.size() >= 8);
    auto const cell = "| `" + key.path + "` | " + standard_of(key, block) + " | ";
    auto const first = page.find(cell);
    CHECK(first != std::string::npos);
    CHECK(page.find("| `" + key.path + "` |", first + 1) == std::string::npos);
    CHECK(explanation(key.path).find("  meaning  " + std::string(key.meaning)) !=
          std::string::npos);
    auto const& keys = schema[std::string(block.name)]["properties"];
    REQUIRE(keys.contains(name_of(key)));
    auto const hover = keys[name_of(key)]["description"].get<std::string>();
    CHECK(hover.starts_with(key.meaning));
    CHECK((allowed_text(key).empty() || hover.find(allowed_text(key)) != std::string::npos));
  });
}

TEST_CASE("blocks: a number beyond its range is refused, in the schema as well",
          "[unit][scenario]") {
  auto const schema = nlohmann::json::parse(scenario_schema({}))["properties"];
  for_each_key([&](Block const& block, BlockKey const& key) {
    if (key.form != KeyForm::whole_number && key.form != KeyForm::number) return;
    INFO(key.path);
    CHECK(key.range.holds(std::atof(standard_of(key, block).c_str())));
    auto const refusal =
        refusal_of(std::string(block.name) + ": {" + name_of(key) + ": 2000000000}\n");
    CHECK(refusal.find(key.path + " is 2000000000") != std::string::npos);
    auto const& its = schema[std::string(block.name)]["properties"][name_of(key)];
    CHECK(its["minimum"] == key.range.min);
    CHECK(its["maximum"] == key.range.max);
    CHECK(its["default"] == std::atof(standard_of(key, block).c_str()));
  });
}

TEST_CASE("blocks: a word that is no key is answered with those that are", "[unit][scenario]") {
  for (auto const& block : blocks()) {
    INFO(block.name);
    auto const refusal = refusal_of(std::string(block.name) + ": {zzz: 1}\n");
    for (auto const& key : block.keys) CHECK(refusal.find(name_of(key)) != std::string::npos);
  }
}
