#include "scenario/describe/schema.h"

#include "base/contract.h"
#include "base/text.h"
#include "model/parameters.h"
#include "policy/levers.h"
#include "population/settings.h"
#include "scenario/baseline_levers.h"
#include "scenario/blocks/run_settings.h"
#include "scenario/blocks/schema_parts.h"
#include "scenario/describe/reference.h"
#include "scenario/describe/schema_blocks.h"
#include "scenario/scenario.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <map>

namespace graduasi {

namespace {

/// Numbers are floats in the tables; 0.06 shall not be written as 0.05999999865889549.
Schema number_of(double value) { return Schema::parse(shortest(value)); }

/// Ranges of priors that are met, each defined once.
class Definitions {
 public:
  Schema reference_to_prior(Range range) {
    auto const name = "prior_" + shortest(range.min) + "_" + shortest(range.max);
    all_[name] = prior_in(range);
    return {{"$ref", "#/definitions/" + name}};
  }

  /// Of a parameter that is true or false.
  static Schema of_yes_no() {
    auto chance = number_in({0, 1});
    chance["description"] = "how probable it is that this is true";
    Schema prior = {{"description", "what is believed of the uncertain parameter"}};
    prior["anyOf"] =
        Schema::array({one_key("chance", std::move(chance)), one_key("draws", list_in({0, 1}))});
    return prior;
  }

  Schema all() const {
    Schema members = Schema::object();
    for (auto const& [name, schema] : all_) members[name] = schema;
    return members;
  }

 private:
  static Schema number_in(Range range) {
    return {
        {"type", "number"}, {"minimum", number_of(range.min)}, {"maximum", number_of(range.max)}};
  }

  /// A map of one key with a list of numbers, one for each range.
  static Schema shape(std::string const& name, std::string const& numbers,
                      std::vector<Range> const& ranges) {
    Schema items = Schema::array();
    for (auto const range : ranges) items.push_back(number_in(range));
    Schema list = {{"type", "array"}, {"minItems", ranges.size()}, {"maxItems", ranges.size()}};
    list["items"] = std::move(items);
    list["description"] = numbers;
    return one_key(name, std::move(list));
  }

  /// Beside a shape of numbers, where the parameter can be zero.
  static Schema with_zero(Schema map, Range range) {
    if (!range.holds(0)) return map;
    map["properties"][std::string(or_zero)] = {
        {"description", "how probable it is that this is exactly 0"},
        {"type", "number"},
        {"minimum", 0},
        {"exclusiveMaximum", 1}};
    return map;
  }

  static Schema one_key(std::string const& name, Schema value) {
    Schema map = {{"type", "object"}, {"additionalProperties", false}};
    map["required"] = Schema::array({name});
    map["properties"] = {{name, std::move(value)}};
    return map;
  }

  /// Draws of a parameter.
  static Schema list_in(Range range) {
    Schema draws = {{"description", "a file with one number a line, or a list of numbers"}};
    draws["anyOf"] = Schema::array(
        {{{"type", "string"}}, {{"type", "array"}, {"minItems", 1}, {"items", number_in(range)}}});
    return draws;
  }

  static Schema prior_in(Range range) {
    Schema prior = {{"description", "what is believed of the uncertain parameter"}};
    Schema shapes = Schema::array(
        {shape("uniform", "[least, most]", {range, range}),
         shape("normal", "[mean, sd]", {range, {0, range.max - range.min}}),
         shape("beta", "[a, b]", {{0.01, 1000}, {0.01, 1000}}),
         shape("lognormal", "[mean of the logarithm, sd of the logarithm]", {{-50, 50}, {0, 10}}),
         shape("triangular", "[least, likeliest, most]", {range, range, range}),
         shape("split", "[least, median, most]", {range, range, range})});
    for (auto& each : shapes) each = with_zero(std::move(each), range);
    shapes.push_back(one_key("draws", list_in(range)));
    prior["anyOf"] = std::move(shapes);
    return prior;
  }

  std::map<std::string, Schema> all_;
};

/// The hover text: everything that is known.
std::string hover(Description const& d) {
  auto const line = [](std::string_view name, std::string const& text) {
    return text.empty() ? std::string() : "\n" + std::string(name) + ": " + text;
  };
  return d.meaning + "\n" + line("unit", d.unit) + line("range", d.range) +
         line("default", d.standard) + line("source", d.source);
}

std::vector<std::string> words_of(Row const& row) { return {row.words.begin(), row.words.end()}; }

/// What a value of the parameter may be, priors aside.
Schema value_schema(Row const& row) {
  switch (row.kind) {
    case Kind::yes_no:
      return {{"type", "boolean"}};
    case Kind::choice:
      return {{"enum", words_of(row)}};
    case Kind::set:
      return {{"type", "array"},
              {"items", {{"enum", words_of(row)}}},
              {"minItems", 1},
              {"uniqueItems", true}};
    case Kind::whole_number:
    case Kind::number:
      break;
  }
  return {{"type", row.kind == Kind::whole_number ? "integer" : "number"},
          {"minimum", number_of(row.range.min)},
          {"maximum", number_of(row.range.max)}};
}

/// Builds the schema of each section; every key carries its hover text.
class Builder {
 public:
  Builder() {
    for (auto& d : all_descriptions()) descriptions_.emplace(d.path, d);
  }

  Schema scenario(std::span<std::string_view const> measures) {
    auto const describe = [this](std::string_view path, Schema value) {
      return described(path, std::move(value));
    };
    auto const ranges = lever_ranges();
    SchemaParts const parts{measures, ranges};
    Schema keys = Schema::object();
    keys["format"] = described("format", {{"enum", {1}}});
    keys["question"] = described("question", one_line());
    keys["extends"] = described("extends", {{"type", "string"}, {"minLength", 1}});
    keys["paths_relative_to"] =
        described("paths_relative_to", {{"enum", {"file", "working_directory"}}});
    keys["run"] = section(run_keys(parts, describe), std::string(run_block().meaning));
    keys["population"] =
        section(population_keys(parts, describe), std::string(population_files().meaning));
    keys["world"] = section(keys_of_root(rows_of<World>(), Priors::allowed),
                            "how people and the programme respond; the same in every policy");
    keys["baseline"] = section(keys_of_root(rows_of<Levers>(), Priors::allowed),
                               descriptions_.at("baseline").meaning);
    keys["policies"] = policies(parts, describe);
    keys["sweep"] = section(sweep_keys(), descriptions_.at("sweep").meaning);
    in_order_of_scenario(
        [&](Block const& block) {
          keys[std::string(block.name)] =
              section(block_keys(block, parts, describe), std::string(block.meaning));
        },
        [&] { keys["findings"] = described("findings", findings_schema(parts, describe)); });

    Schema schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                     {"title", "graduasi scenario, format 1"},
                     {"type", "object"},
                     {"additionalProperties", false}};
    // What is required may be in the file that is extended.
    schema["anyOf"] =
        Schema::array({{{"required", {"format", "question"}}}, {{"required", {"extends"}}}});
    schema["properties"] = std::move(keys);
    schema["definitions"] = definitions_.all();
    return schema;
  }

 private:
  enum class Priors { refused, allowed };

  Schema described(std::string_view path, Schema value) const {
    auto const found = descriptions_.find(path);
    expects(found != descriptions_.end(), "every key of a scenario is described");
    Schema schema = {{"description", hover(found->second)}};
    schema.update(value);
    auto const& standard = found->second.standard;
    auto const parsed = Schema::parse(standard, nullptr, false);
    bool const is_value = parsed.is_number() || parsed.is_boolean() || parsed.is_array();
    if (is_value) schema["default"] = parsed;
    if (value.contains("enum") && !is_value && !standard.empty()) schema["default"] = standard;
    return schema;
  }

  Schema of_row(Row const& row, Priors priors) {
    auto value = value_schema(row);
    bool const a_number = row.kind == Kind::number || row.kind == Kind::whole_number;
    bool const uncertain = a_number || row.kind == Kind::yes_no;
    if (priors == Priors::refused || !uncertain) return described(row.path, std::move(value));
    Schema either = Schema::object();
    either["anyOf"] =
        Schema::array({std::move(value), a_number ? definitions_.reference_to_prior(row.range)
                                                  : Definitions::of_yes_no()});
    return described(row.path, std::move(either));
  }

  Schema keys_of_root(std::vector<Row> const& rows, Priors priors) {
    Schema keys = Schema::object();
    for (auto const& row : rows) {
      auto const group = std::string(group_of(row.path));
      auto& home = group.empty() ? keys : keys[group];
      if (!group.empty() && home.is_null()) {
        home = section(Schema::object(), std::string(row.root) + "." + group);
      }
      auto& its_keys = group.empty() ? home : home["properties"];
      its_keys[std::string(last_part(row.path))] = of_row(row, priors);
    }
    return keys;
  }

  Schema run_keys(SchemaParts const& parts, Describe const& describe) {
    auto keys = keys_of_root(rows_of<RunSettings>(), Priors::refused);
    keys.update(block_keys(run_block(), parts, describe));
    return keys;
  }

  Schema population_keys(SchemaParts const& parts, Describe const& describe) {
    auto keys = keys_of_root(rows_of<PopulationSettings>(), Priors::allowed);
    keys.update(block_keys(population_files(), parts, describe));
    return keys;
  }

  Schema policies(SchemaParts const& parts, Describe const& describe) {
    auto const levers = keys_of_root(rows_of<Levers>(), Priors::refused);
    auto const when = block_keys(rows_of_item<LeverStep>(), parts, describe);
    auto change = levers;
    change.update(when);
    Schema changes = {{"type", "array"}};
    changes["items"] = keys_with(change, "from", 2);
    auto beside = block_keys(rows_of_item<Policy>(), parts, describe);
    beside["changes"] = described("policies.changes", changes);
    beside["events"] =
        described("policies.events", {{"type", "array"}, {"items", event_schema(parts, describe)}});
    // What is believed of a lever is said of the baseline.
    auto baseline = keys_of_root(rows_of<Levers>(), Priors::allowed);
    baseline.update(beside);
    auto policy = levers;
    policy.update(beside);
    policy.update(when);

    Schema list = {{"description", "the first one is the baseline; left out: today's levers"},
                   {"type", "array"},
                   {"minItems", 1}};
    // The baseline holds from the start: it has no `from`.
    list["items"] = Schema::array({keys_with(std::move(baseline), "name", 1)});
    list["additionalItems"] = keys_with(std::move(policy), "name", 1);
    return list;
  }

  /// [least, most] of every lever with a number.
  Schema lever_ranges() const {
    Schema keys = Schema::object();
    for (auto const& row : rows_of<Levers>()) {
      if (row.kind != Kind::number && row.kind != Kind::whole_number) continue;
      Schema range = {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}};
      range["items"] = value_schema(row);
      range["description"] = "[least, most]; " + hover(descriptions_.at(row.path));
      keys[row.path] = std::move(range);
    }
    return keys;
  }

  Schema sweep_keys() const {
    Schema keys = Schema::object();
    add_axes(rows_of<PopulationSettings>(), keys);
    add_axes(rows_of<World>(), keys);
    add_axes(rows_of<Levers>(), keys);
    for (auto const& row : rows_of<Levers>()) keys[path_in_baseline(row.path)] = keys.at(row.path);
    return keys;
  }

  void add_axes(std::vector<Row> const& rows, Schema& keys) const {
    for (auto const& row : rows) {
      Schema values = {{"type", "array"}, {"minItems", 1}, {"uniqueItems", true}};
      values["items"] = value_schema(row);
      values["description"] = "values to run; " + hover(descriptions_.at(row.path));
      keys[row.path] = std::move(values);
    }
  }

  std::map<std::string, Description, std::less<>> descriptions_;
  Definitions definitions_;
};

}  // namespace

std::string scenario_schema(std::span<std::string_view const> measures) {
  return Builder().scenario(measures).dump(1) + "\n";
}

}  // namespace graduasi
