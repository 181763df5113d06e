#include "scenario/describe/schema_blocks.h"

#include "scenario/blocks/read_events.h"
#include "scenario/blocks/schema_parts.h"
#include "scenario/text/groups.h"

namespace graduasi {

Schema event_schema(SchemaParts const& parts, Describe const& describe) {
  auto const shared = block_keys(rows_of_item<Event>(), parts, describe);
  Schema keys = Schema::object();
  keys["month"] = shared["month"];
  for (auto const& row : event_kinds) {
    Schema its_keys = Schema::object();
    for (auto const key : keys_of_event(row)) {
      auto const name = std::string(key);
      its_keys[name] = key == row.size ? number_in(row.range) : shared[name];
    }
    auto& here = keys[std::string(row.name)];
    here = section(std::move(its_keys), std::string(row.meaning));
    if (row.size.empty()) continue;
    Schema const in_size = {{"required", Schema::array({std::string(row.size)})}};
    if (is_money(row))
      here["oneOf"] = Schema::array({in_size, {{"required", Schema::array({"rupiah"})}}});
    else
      here.update(in_size);
    here["type"] = "object";
  }
  return keys_with(std::move(keys), "month", 2);
}

Schema findings_schema(SchemaParts const& parts, Describe const& describe) {
  auto keys = block_keys(rows_of_item<Finding>(), parts, describe);
  keys.update(block_keys(rows_of_item<Effect>(), parts, describe));
  Schema list = {{"type", "array"}, {"minItems", 1}};
  list["items"] = keys_with(std::move(keys), "finding", 6);
  return list;
}

Schema block_keys(Block const& block, SchemaParts const& parts, Describe const& describe) {
  Schema keys = Schema::object();
  for (auto const& key : block.keys) {
    // What stands in a list has rows of its own.
    if (key.form == KeyForm::list) continue;
    keys[std::string(last_part(key.path))] = describe(key.path, key_schema(key, parts));
  }
  return keys;
}

}  // namespace graduasi
