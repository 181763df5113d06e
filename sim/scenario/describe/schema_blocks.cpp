#include "scenario/describe/schema_blocks.h"

#include "model/family_outcomes.h"
#include "scenario/blocks/read_trial.h"
#include "scenario/blocks/schema_parts.h"
#include "scenario/blocks/trial.h"
#include "scenario/text/groups.h"

namespace graduasi {

namespace {

Schema whole_in(Range range) {
  return months(static_cast<int>(range.min), static_cast<int>(range.max));
}

/// What may follow a key.
Schema key_schema(BlockKey const& key, SchemaParts const& parts) {
  switch (key.form) {
    case KeyForm::whole_number:
      return whole_in(key.range);
    case KeyForm::number:
      return number_in(key.range);
    case KeyForm::numbers: {
      Schema numbers = {{"type", "array"}};
      numbers["items"] = number_in(key.range);
      return numbers;
    }
    case KeyForm::choice:
    case KeyForm::mark:
      return one_of(key.words);
    case KeyForm::measure:
      return one_of(parts.measures);
    case KeyForm::policy:
      return one_line();
    case KeyForm::month_of_run:
      return months(1, 600);
    case KeyForm::date:
      return date();
    case KeyForm::own:
      break;
  }
  return key.own_schema(parts);
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

Schema block_keys(Block const& block, SchemaParts const& parts, Describe const& describe) {
  Schema keys = Schema::object();
  for (auto const& key : block.keys)
    keys[std::string(last_part(key.path))] = describe(key.path, key_schema(key, parts));
  return keys;
}

}  // namespace graduasi
