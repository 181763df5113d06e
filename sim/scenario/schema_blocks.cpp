#include "scenario/schema_blocks.h"

#include "model/family_outcomes.h"
#include "scenario/attribution_plan.h"
#include "scenario/read_attribution.h"
#include "scenario/read_optimise.h"
#include "scenario/read_trial.h"
#include "scenario/trial.h"

namespace graduasi {

namespace {

Schema whole_in(Range range) {
  return months(static_cast<int>(range.least), static_cast<int>(range.most));
}

Schema number_in(Range range) {
  return {{"type", "number"}, {"minimum", range.least}, {"maximum", range.most}};
}

/// A measure, or one measure with an amount.
Schema amount(std::span<std::string_view const> measures) {
  Schema amounts = {{"type", "object"}, {"minProperties", 1}, {"maxProperties", 1}};
  amounts["propertyNames"] = one_of(measures);
  amounts["additionalProperties"] = number_in(optimise_amounts);
  Schema either = Schema::object();
  either["anyOf"] = Schema::array({one_of(measures), std::move(amounts)});
  return either;
}

/// Where an effect is looked at.
Schema comparison() {
  Schema keys = Schema::object();
  for (char const* const arm : {"arm", "against"}) keys[arm] = one_line();
  for (char const* const group : {"group", "against_group"})
    keys[group] = {{"enum", group_names()}};
  for (char const* const outcome : {"measure", "of"}) keys[outcome] = {{"enum", outcome_names()}};
  keys["month"] = months(0, 600);
  keys["unit"] = {{"enum", effect_unit_names}};
  return keys;
}

}  // namespace

Schema one_line() {
  return {{"type", {"string", "number", "boolean"}},
          {"pattern", "^[^\\x00-\\x1f\\x7f]*\\S[^\\x00-\\x1f\\x7f]*$"}};
}

Schema months(int least, int most) {
  return {{"type", "integer"}, {"minimum", least}, {"maximum", most}};
}

Schema one_of(std::span<std::string_view const> names) {
  return {{"enum", std::vector<std::string>(names.begin(), names.end())}};
}

Schema section(Schema keys, std::string const& meaning) {
  Schema map = {
      {"description", meaning}, {"type", {"object", "null"}}, {"additionalProperties", false}};
  map["properties"] = std::move(keys);
  return map;
}

Schema keys_with(Schema keys, std::string const& required, int least_keys) {
  Schema map = {{"type", "object"}, {"additionalProperties", false}, {"minProperties", least_keys}};
  map["required"] = Schema::array({required});
  map["properties"] = std::move(keys);
  return map;
}

Schema findings_schema() {
  Schema const number = {{"type", "number"}};
  Schema keys = Schema::object();
  for (char const* const text :
       {"finding", "id", "source", "outcome", "published", "note", "cannot"})
    keys[text] = one_line();
  keys["role"] = {{"enum", finding_roles}};
  keys.update(comparison());
  keys["than"] = section(comparison(), "an effect that is subtracted");
  keys["sign"] = {{"enum", {"positive", "negative"}}};
  for (char const* const figure : {"value", "at_least", "at_most"}) keys[figure] = number;
  for (char const* const size : {"within", "standard_error"})
    keys[size] = {{"type", "number"}, {"minimum", 0}};
  Schema list = {{"type", "array"}, {"minItems", 1}};
  list["items"] = keys_with(std::move(keys), "finding", 6);
  return list;
}

Schema attribute_keys(std::span<std::string_view const> measures, Describe const& describe) {
  Schema paths = Schema::array();
  for (auto const& row : switch_rows) paths.push_back(row.path);
  Schema switches = {{"type", "array"}, {"minItems", 1}, {"uniqueItems", true}};
  switches["items"] = {{"enum", std::move(paths)}};
  Schema groups = {{"type", "object"}, {"minProperties", 1}, {"maxProperties", most_groups}};
  groups["additionalProperties"] = std::move(switches);
  Schema keys = Schema::object();
  keys["groups"] = describe("attribute.groups", std::move(groups));
  keys["measure"] = describe("attribute.measure", one_of(measures));
  keys["month"] = describe("attribute.month", months(1, 600));
  keys["households"] = describe("attribute.households", whole_in(small_run_households));
  keys["replicates"] = describe("attribute.replicates", whole_in(small_run_replicates));
  return keys;
}

Schema optimise_keys(std::span<std::string_view const> measures, Schema lever_ranges,
                     Describe const& describe) {
  Schema levers = {{"type", "object"},
                   {"minProperties", 1},
                   {"maxProperties", most_levers},
                   {"additionalProperties", false}};
  levers["properties"] = std::move(lever_ranges);
  Schema multiples = {{"type", "array"}};
  multiples["items"] = number_in(optimise_multiples);
  Schema keys = Schema::object();
  keys["policy"] = describe("optimise.policy", one_line());
  keys["levers"] = describe("optimise.levers", std::move(levers));
  keys["maximise"] = describe("optimise.maximise", one_of(measures));
  keys["budget"] = describe("optimise.budget", amount(measures));
  keys["minimise"] = describe("optimise.minimise", one_of(measures));
  keys["target"] = describe("optimise.target", amount(measures));
  keys["allot"] = describe("optimise.allot", {{"enum", {"area"}}});
  keys["month"] = describe("optimise.month", months(1, 600));
  keys["frontier"] = describe("optimise.frontier", std::move(multiples));
  keys["evaluations"] = describe("optimise.evaluations", whole_in(optimise_evaluations));
  keys["households"] = describe("optimise.households", whole_in(small_run_households));
  keys["replicates"] = describe("optimise.replicates", whole_in(small_run_replicates));
  return keys;
}

}  // namespace graduasi
