#include "scenario/blocks/read_events.h"

#include "base/text.h"
#include "scenario/blocks/block.h"
#include "scenario/blocks/event_keys.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <optional>

namespace graduasi {

namespace {

/// How much of it: the one key whose name, unit and range are those of the kind.
void read_size(std::string const& path, EventKindRow const& row, BlockReading const& reading,
               Event& event) {
  if (row.size.empty()) return;
  auto const here = path + "." + std::string(row.size);
  auto const* const written = find(reading.block, row.size);
  auto const* const rupiah = is_money(row) ? find(reading.block, "rupiah") : nullptr;
  if (rupiah != nullptr) {
    if (written != nullptr)
      reading.problems.add(rupiah->place, path + ".rupiah is " + shown(*rupiah) + ", and " + here +
                                              " is " + shown(*written) +
                                              "; write the amount in one of them");
    return;
  }
  if (written == nullptr) {
    reading.problems.add(reading.block.place,
                         here + " is missing; it says how much, in " + std::string(row.unit) +
                             (is_money(row) ? "; or write the amount in rupiah" : ""));
    return;
  }
  Rule const rule{Kind::number, row.unit, row.range};
  event.size =
      static_cast<float>(checked_value(*written, here, rule, reading.problems).value_or(0));
}

void refuse_more_than_all(std::string const& path, BlockReading const& reading,
                          Event const& event) {
  auto const* const written = find(reading.block, "share_from");
  if (written == nullptr || event.share_from + event.share <= 1.000001f) return;
  reading.problems.add(written->place, path + ".share_from is " + shown(*written) +
                                           ", and with the share of " + shortest(event.share) +
                                           " that goes beyond 1; write the share that is left");
}

/// Places are given to families, and say themselves how many are reached.
void refuse_share_of_places(std::string const& path, BlockReading const& reading,
                            Event const& event) {
  if (event.places <= 0) return;
  for (auto const* key : {"share", "share_from", "unit"}) {
    auto const* const written = find(reading.block, key);
    bool const of_families = std::string_view(key) == "unit" && event.unit == ArmUnit::family;
    if (written == nullptr || of_families) continue;
    reading.problems.add(written->place, path + "." + key + " is " + shown(*written) + ", and " +
                                             path + ".places is " + shortest(event.places) +
                                             "; places are given to families by lot, so leave " +
                                             key + " out");
  }
}

bool is_month(BlockKey const& key) { return key.form == KeyForm::numbered_date; }

/// Whether an event of that kind has the key, besides its month and its size.
bool has_key(EventKindRow const& kind, BlockKey const& key) {
  auto const name = last_part(key.path);
  return !is_month(key) && (kind.lasts || name != "months") && (is_money(kind) || name != "rupiah");
}

/// What stands behind the name of the kind.
void read_kind(std::string const& path, EventKindRow const& row, BlockReading const& reading,
               Event& event) {
  refuse_unknown(reading.block, path, keys_of_event(row), reading.problems);
  read_size(path, row, reading, event);
  if (row.lasts) event.months = to_the_end;
  for (auto const& key : rows_of_item<Event>().keys) {
    auto const name = std::string(last_part(key.path));
    auto const* const written = has_key(row, key) ? find(reading.block, name) : nullptr;
    if (written != nullptr) read_key(key, *written, path + "." + name, reading, &event);
  }
  refuse_more_than_all(path, reading, event);
  refuse_share_of_places(path, reading, event);
}

/// The month of an item, in which all its events happen.
void read_month(std::string const& path, BlockReading const& reading, Event& event) {
  for (auto const& key : rows_of_item<Event>().keys) {
    if (!is_month(key)) continue;
    auto const here = path + "." + std::string(last_part(key.path));
    if (auto const* const written = find(reading.block, last_part(key.path)))
      read_key(key, *written, here, reading, &event);
    else
      reading.problems.add(reading.block.place, here + std::string(key.missing));
  }
}

void read_item(std::string const& path, BlockReading const& reading, std::vector<Event>& events) {
  std::vector<std::string_view> siblings(event_kind_names.begin(), event_kind_names.end());
  siblings.push_back("month");
  Event beginning;
  read_month(path, reading, beginning);
  bool any = false;
  for (auto const& member : reading.block.members) {
    if (member.key == "month") continue;
    any = true;
    auto const here = path + "." + member.key;
    auto const row = std::ranges::find(event_kinds, member.key, &EventKindRow::name);
    if (row == event_kinds.end()) {
      add_unknown(member, here, siblings, reading.problems);
      continue;
    }
    if (!is_section(member.value, here, reading.problems)) continue;
    auto event = beginning;
    event.kind = static_cast<EventKind>(row - event_kinds.begin());
    read_kind(here, *row, {member.value, reading.scenario, {}, reading.problems}, event);
    events.push_back(event);
  }
  if (!any) {
    reading.problems.add(reading.block.place, path + " says no event; one of " +
                                                  joined(event_kind_names) + " is needed");
  }
}

}  // namespace

std::vector<std::string_view> keys_of_event(EventKindRow const& kind) {
  std::vector<std::string_view> keys;
  if (!kind.size.empty()) keys.push_back(kind.size);
  for (auto const& key : rows_of_item<Event>().keys) {
    if (has_key(kind, key)) keys.push_back(last_part(key.path));
  }
  return keys;
}

std::vector<Event> checked_events(Entry const& written, std::string const& path,
                                  Scenario const& scenario, Problems& problems) {
  std::vector<Event> events;
  if (written.shape != Entry::Shape::list) {
    problems.add(written.place, path + " is " + shown(written) +
                                    "; it must be a list of maps, each with a month and an event");
    return events;
  }
  for (std::size_t i = 0; i < written.items.size(); ++i) {
    auto const here = path + "[" + std::to_string(i) + "]";
    auto const& item = written.items[i];
    if (item.shape != Entry::Shape::map) {
      problems.add(item.place,
                   here + " is " + shown(item) + "; it must be a map with a month and an event");
      continue;
    }
    read_item(here, {item, scenario, {}, problems}, events);
  }
  return events;
}

std::string text_of(Event const& event, Scenario const& scenario) {
  auto const& row = row_of(event.kind);
  auto const& block = rows_of_item<Event>();
  std::string month, text;
  if (!row.size.empty() && event.rupiah <= 0)
    text = std::string(row.size) + ": " + shortest(event.size);
  for (auto const& key : block.keys) {
    if (leaves_out(block, &event, key)) continue;
    auto const pair = std::string(last_part(key.path)) + ": " + yaml_value(key, &event, scenario);
    if (is_month(key))
      month = pair;
    else
      text += (text.empty() ? "" : ", ") + pair;
  }
  return "{" + month + ", " + std::string(row.name) + ": {" + text + "}}";
}

}  // namespace graduasi
