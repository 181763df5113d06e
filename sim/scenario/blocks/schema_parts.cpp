#include "scenario/blocks/schema_parts.h"

namespace graduasi {

namespace {

Schema whole_in(Range range) {
  return months(static_cast<int>(range.min), static_cast<int>(range.max));
}

}  // namespace

Schema one_line() {
  return {{"type", {"string", "number", "boolean"}},
          {"pattern", "^[^\\x00-\\x1f\\x7f]*\\S[^\\x00-\\x1f\\x7f]*$"}};
}

Schema date() {
  return {{"type", "string"}, {"pattern", "^(19\\d\\d|2[01]\\d\\d|2200)-(0[1-9]|1[0-2])$"}};
}

Schema number_in(Range range) {
  return {{"type", "number"}, {"minimum", range.min}, {"maximum", range.max}};
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

Schema key_schema(BlockKey const& key, SchemaParts const& parts) {
  switch (key.form) {
    case KeyForm::whole_number:
      return whole_in(key.range);
    case KeyForm::number:
    case KeyForm::single:
      return number_in(key.range);
    case KeyForm::numbers: {
      Schema numbers = {{"type", "array"}};
      numbers["items"] = number_in(key.range);
      return numbers;
    }
    case KeyForm::between: {
      Schema between = {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}};
      between["items"] = number_in(key.range);
      return between;
    }
    case KeyForm::yes_no:
      return {{"type", "boolean"}};
    case KeyForm::choice:
    case KeyForm::place:
    case KeyForm::word:
    case KeyForm::mark:
      return one_of(key.words);
    case KeyForm::measure:
      return one_of(parts.measures);
    case KeyForm::policy:
    case KeyForm::arm:
    case KeyForm::text:
      return one_line();
    case KeyForm::month_of_run:
      return months(1, 600);
    case KeyForm::month_from_start:
      return months(0, 600);
    case KeyForm::date:
    case KeyForm::date_in_run:
    case KeyForm::numbered_date:
      return date();
    case KeyForm::list:
    case KeyForm::own:
      break;
  }
  return key.own_schema(parts);
}

}  // namespace graduasi
