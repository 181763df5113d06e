#include "scenario/blocks/schema_parts.h"

namespace graduasi {

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

}  // namespace graduasi
