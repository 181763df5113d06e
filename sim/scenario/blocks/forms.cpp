// How a value of each form is read, told and written.
#include "scenario/blocks/block.h"

#include "base/text.h"
#include "scenario/scenario.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <cstring>

namespace graduasi {

namespace {

template <class T>
T const& at(BlockKey const& key, void const* plan) {
  return *reinterpret_cast<T const*>(static_cast<std::byte const*>(plan) + key.offset);
}

template <class T>
T& at(BlockKey const& key, void* plan) {
  return *reinterpret_cast<T*>(static_cast<std::byte*>(plan) + key.offset);
}

/// The place of the word of a choice; its enumeration is not known here, only that it is an int.
int choice_in(BlockKey const& key, void const* plan) {
  int place;
  std::memcpy(&place, static_cast<std::byte const*>(plan) + key.offset, sizeof place);
  return place;
}

void set_choice(BlockKey const& key, void* plan, int place) {
  std::memcpy(static_cast<std::byte*>(plan) + key.offset, &place, sizeof place);
}

std::optional<std::string> checked_policy(Entry const& written, std::string const& path,
                                          BlockReading const& reading) {
  auto name = checked_text(written, path, reading.problems);
  if (!name) return std::nullopt;
  std::vector<std::string_view> names;
  for (auto const& policy : reading.scenario.policies) names.push_back(policy.name);
  if (std::ranges::find(names, std::string_view(*name)) != names.end()) return name;
  reading.problems.add(written.place, path + " is " + shown(written) + "; it must be one of " +
                                          joined(names) + suggestion(*name, names));
  return std::nullopt;
}

void read_numbers(BlockKey const& key, Entry const& written, std::string const& path,
                  Problems& problems, std::vector<double>& numbers) {
  numbers.clear();
  if (written.shape != Entry::Shape::list) {
    problems.add(written.place, path + " is " + shown(written) + "; it must be a list, such as " +
                                    std::string(key.example));
    return;
  }
  Rule const rule{Kind::number, key.unit, key.range};
  for (auto const& item : written.items) {
    auto const here = path + "[" + std::to_string(&item - written.items.data()) + "]";
    if (auto const number = checked_value(item, here, rule, problems)) numbers.push_back(*number);
  }
  std::ranges::sort(numbers);
}

std::string value_text(BlockKey const& key, void const* plan) {
  switch (key.form) {
    case KeyForm::whole_number:
      return std::to_string(at<int>(key, plan));
    case KeyForm::number:
      return shortest(at<double>(key, plan));
    case KeyForm::numbers:
      return list_text(at<std::vector<double>>(key, plan));
    case KeyForm::choice:
      return std::string(key.words[static_cast<std::size_t>(choice_in(key, plan))]);
    case KeyForm::mark:
      return at<bool>(key, plan) ? std::string(key.words.front()) : std::string();
    case KeyForm::measure:
      return at<std::string>(key, plan);
    case KeyForm::policy: {
      auto const& name = at<std::string>(key, plan);
      return name.empty() ? "the baseline" : name;
    }
    case KeyForm::month_of_run: {
      auto const& month = at<std::optional<int>>(key, plan);
      return month ? std::to_string(*month) : "the last";
    }
    case KeyForm::date:
      return text_of(at<CalendarMonth>(key, plan));
    case KeyForm::own:
      break;
  }
  return key.own_standard;
}

/// "a, b or c".
std::string one_of_text(std::span<std::string_view const> words) {
  auto text = joined(words);
  auto const last = text.rfind(" and ");
  return last == std::string::npos ? text : text.replace(last, 5, " or ");
}

}  // namespace

void read_key(BlockKey const& key, Entry const& written, std::string const& path,
              BlockReading const& reading, void* plan) {
  auto const checked = [&](Kind kind, std::string_view unit, Range range) {
    return checked_value(written, path, Rule{kind, unit, range, key.words}, reading.problems);
  };
  auto const take = [&]<class T>(T& value, auto const& found) {
    if (found) value = static_cast<T>(*found);
  };
  switch (key.form) {
    case KeyForm::whole_number:
      return take(at<int>(key, plan), checked(Kind::whole_number, key.unit, key.range));
    case KeyForm::number:
      return take(at<double>(key, plan), checked(Kind::number, key.unit, key.range));
    case KeyForm::numbers:
      return read_numbers(key, written, path, reading.problems, at<std::vector<double>>(key, plan));
    case KeyForm::choice:
      if (auto const word =
              checked(Kind::choice, "", {0, static_cast<double>(key.words.size() - 1)}))
        set_choice(key, plan, static_cast<int>(*word));
      return;
    case KeyForm::mark:
      at<bool>(key, plan) = checked(Kind::choice, "", {0, 0}).has_value();
      return;
    case KeyForm::measure:
      return take(at<std::string>(key, plan), checked_measure(written, path, reading));
    case KeyForm::policy:
      return take(at<std::string>(key, plan), checked_policy(written, path, reading));
    case KeyForm::month_of_run:
      return take(at<std::optional<int>>(key, plan),
                  checked(Kind::whole_number, "months",
                          {1, static_cast<double>(reading.scenario.run.counts.months)}));
    case KeyForm::date:
      return take(at<CalendarMonth>(key, plan), checked_month(written, path, reading.problems));
    case KeyForm::own:
      return key.own_read(written, path, reading, plan);
  }
}

void read_keys(Block const& block, BlockReading const& reading, void* plan) {
  std::vector<std::string_view> names;
  for (auto const& key : block.keys) names.push_back(last_part(key.path));
  for (auto const& member : reading.block.members) {
    auto const path = std::string(block.name) + "." + member.key;
    auto const key = std::ranges::find(block.keys, path, &BlockKey::path);
    if (key == block.keys.end()) {
      add_unknown(member, path, names, reading.problems);
    } else {
      read_key(*key, member.value, path, reading, plan);
    }
  }
}

std::string standard_of(BlockKey const& key, Block const& block) {
  return value_text(key, block.standards);
}

std::string allowed_text(BlockKey const& key) {
  switch (key.form) {
    case KeyForm::whole_number:
    case KeyForm::number:
      return text_of(key.range);
    case KeyForm::numbers:
      return "a list of numbers in " + text_of(key.range);
    case KeyForm::choice:
    case KeyForm::mark:
      return one_of_text(key.words);
    case KeyForm::measure:
      return "a measure";
    case KeyForm::policy:
      return "a policy";
    case KeyForm::month_of_run:
      return "a month of the run";
    case KeyForm::date:
      return "1900-01 to 2200-12";
    case KeyForm::own:
      break;
  }
  return key.own_allowed;
}

void tell(BlockKey const& key, void const* plan, Tell const& tell) {
  if (key.form == KeyForm::own) return key.own_tell(plan, tell);
  // A mark that is not there has no value.
  if (auto text = value_text(key, plan); !text.empty()) tell("", std::move(text));
}

std::string resolved_text(BlockKey const& key, void const* plan) {
  auto const start = "  " + std::string(last_part(key.path)) + ":";
  if (key.form == KeyForm::own) {
    auto const text = key.own_write(plan);
    return text.empty() ? text : start + text + "\n";
  }
  bool const is_left_open =
      (key.form == KeyForm::policy && at<std::string>(key, plan).empty()) ||
      (key.form == KeyForm::month_of_run && !at<std::optional<int>>(key, plan).has_value());
  auto text = value_text(key, plan);
  if (is_left_open || text.empty()) return {};
  if (key.form == KeyForm::policy) text = in_quotes(text);
  // "evaluations: 40  # evaluations" would say nothing.
  auto const aside = !key.aside.empty()                ? key.aside
                     : key.unit == last_part(key.path) ? std::string_view()
                                                       : key.unit;
  return start + " " + text + (aside.empty() ? "" : "  # " + std::string(aside)) + "\n";
}

std::string resolved_text(Block const& block, Scenario const& scenario) {
  auto const* const plan = block.of(scenario);
  if (plan == nullptr) return {};
  std::string text = std::string(block.name) + ":\n";
  for (auto const& key : block.keys) {
    bool const is_idle = block.leaves_out != nullptr && block.leaves_out(plan, last_part(key.path));
    if (!is_idle) text += resolved_text(key, plan);
  }
  return text;
}

std::optional<std::string> checked_measure(Entry const& written, std::string const& path,
                                           BlockReading const& reading) {
  auto name = checked_text(written, path, reading.problems);
  auto const known = reading.known_measures;
  if (!name || known.empty()) return name;
  if (std::ranges::find(known, std::string_view(*name)) != known.end()) return name;
  reading.problems.add(written.place, path + " is " + shown(written) + ", which is not a measure" +
                                          suggestion(*name, known));
  return std::nullopt;
}

std::string list_text(std::span<double const> numbers) {
  std::string text;
  for (double const number : numbers) text += (text.empty() ? "" : ", ") + shortest(number);
  return "[" + text + "]";
}

std::string list_text(std::span<std::string const> words) {
  std::string text;
  for (auto const& word : words) text += (text.empty() ? "" : ", ") + word;
  return "[" + text + "]";
}

std::string in_quotes(std::string_view text) {
  std::string all = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') all += '\\';
    all += c;
  }
  return all + "\"";
}

}  // namespace graduasi
