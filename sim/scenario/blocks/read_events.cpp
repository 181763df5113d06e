#include "scenario/blocks/read_events.h"

#include "base/text.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <optional>

namespace graduasi {

namespace {

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (auto const& row : event_kinds) names.push_back(row.name);
  return names;
}

/// The month of the run in which the events of one item happen.
std::optional<int> checked_event_month(Entry const& item, std::string const& path,
                                       RunSettings const& run, Problems& problems) {
  auto const* const written = find(item, "month");
  if (written == nullptr) {
    problems.add(item.place, path + ".month is missing; it says when the event happens");
    return std::nullopt;
  }
  auto const month = checked_month(*written, path + ".month", problems);
  if (!month) return std::nullopt;
  int const number = month->number - run.start.number + 1;
  if (1 <= number && number <= run.counts.months) return number;
  problems.add(written->place, path + ".month is " + text_of(*month) + "; the run goes from " +
                                   text_of(run.start) + " to " +
                                   text_of(later(run.start, run.counts.months - 1)));
  return std::nullopt;
}

/// Reads the keys of one event.
class EventReading {
 public:
  EventReading(Entry const& entry, std::string path, EventKindRow const& row, Problems& problems)
      : entry_(entry), path_(std::move(path)), row_(row), problems_(problems) {}

  void read(Event& event) {
    refuse_unknown();
    if (!row_.size.empty()) {
      event.size =
          static_cast<float>(number(row_.size, {Kind::number, row_.unit, row_.range}).value_or(0));
      if (find(entry_, row_.size) == nullptr) {
        problems_.add(entry_.place, path_ + "." + std::string(row_.size) +
                                        " is missing; it says how much, in " +
                                        std::string(row_.unit));
      }
    }
    event.share = static_cast<float>(number("share", {Kind::number, "", event_share}).value_or(1));
    event.share_from =
        static_cast<float>(number("share_from", {Kind::number, "", event_share}).value_or(0));
    refuse_more_than_all(event);
    event.arm = static_cast<int>(number("arm", {Kind::whole_number, "", event_arm}).value_or(1));
    if (row_.lasts) {
      event.months = static_cast<int>(
          number("months", {Kind::whole_number, "months", event_months}).value_or(600));
    }
    Rule const unit{Kind::choice, "", {0, arm_unit_names.size() - 1.0}, arm_unit_names};
    event.unit = static_cast<ArmUnit>(static_cast<int>(number("unit", unit).value_or(0)));
  }

 private:
  std::optional<double> number(std::string_view key, Rule const& rule) {
    auto const* const written = find(entry_, key);
    if (written == nullptr) return std::nullopt;
    return checked_value(*written, path_ + "." + std::string(key), rule, problems_);
  }

  void refuse_more_than_all(Event const& event) {
    auto const* const written = find(entry_, "share_from");
    if (written == nullptr || event.share_from + event.share <= 1.000001f) return;
    problems_.add(written->place, path_ + ".share_from is " + shown(*written) +
                                      ", and with the share of " + shortest(event.share) +
                                      " that goes beyond 1; write the share that is left");
  }

  void refuse_unknown() {
    auto const keys = keys_of_event(row_);
    for (auto const& member : entry_.members) {
      if (std::ranges::find(keys, member.key) == keys.end())
        add_unknown(member, path_ + "." + member.key, keys, problems_);
    }
  }

  Entry const& entry_;
  std::string path_;
  EventKindRow const& row_;
  Problems& problems_;
};

void read_item(Entry const& item, std::string const& path, RunSettings const& run,
               std::vector<Event>& events, Problems& problems) {
  auto siblings = kind_names();
  siblings.push_back("month");
  auto const month = checked_event_month(item, path, run, problems);
  bool any = false;
  for (auto const& member : item.members) {
    if (member.key == "month") continue;
    any = true;
    auto const here = path + "." + member.key;
    auto const row = std::ranges::find(event_kinds, member.key, &EventKindRow::name);
    if (row == event_kinds.end()) {
      add_unknown(member, here, siblings, problems);
      continue;
    }
    if (!is_section(member.value, here, problems)) continue;
    Event event;
    event.kind = static_cast<EventKind>(row - event_kinds.begin());
    event.month = month.value_or(1);
    EventReading(member.value, here, *row, problems).read(event);
    events.push_back(event);
  }
  if (!any) {
    problems.add(item.place,
                 path + " says no event; one of " + joined(kind_names()) + " is needed");
  }
}

}  // namespace

std::vector<std::string_view> keys_of_event(EventKindRow const& kind) {
  std::vector<std::string_view> keys;
  if (!kind.size.empty()) keys.push_back(kind.size);
  if (kind.lasts) keys.push_back("months");
  for (std::string_view const key : {"share", "share_from", "unit", "arm"}) keys.push_back(key);
  return keys;
}

std::vector<Event> checked_events(Entry const& written, std::string const& path,
                                  RunSettings const& run, Problems& problems) {
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
    read_item(item, here, run, events, problems);
  }
  return events;
}

std::string text_of(Event const& event, RunSettings const& run) {
  auto const& row = row_of(event.kind);
  std::string text = "{month: " + text_of(later(run.start, event.month - 1)) + ", " +
                     std::string(row.name) + ": {";
  if (!row.size.empty()) text += std::string(row.size) + ": " + shortest(event.size) + ", ";
  if (row.lasts) text += "months: " + std::to_string(event.months) + ", ";
  text += "share: " + shortest(event.share);
  if (event.share_from > 0) text += ", share_from: " + shortest(event.share_from);
  text += ", unit: " + std::string(arm_unit_names[static_cast<std::size_t>(event.unit)]);
  return text + ", arm: " + std::to_string(event.arm) + "}}";
}

}  // namespace graduasi
