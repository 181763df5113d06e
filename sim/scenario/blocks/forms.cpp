// How a value of each form is read.
#include "scenario/blocks/block.h"

#include "base/contract.h"
#include "base/text.h"
#include "scenario/blocks/value_in.h"
#include "scenario/renamed.h"
#include "scenario/scenario.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>

namespace graduasi {

namespace {

std::vector<std::string_view> policy_names_of(Scenario const& scenario) {
  std::vector<std::string_view> names;
  for (auto const& policy : scenario.policies) names.push_back(policy.name);
  return names;
}

std::optional<std::string> checked_policy(Entry const& written, std::string const& path,
                                          BlockReading const& reading) {
  auto name = checked_text(written, path, reading.problems);
  if (!name) return std::nullopt;
  auto const names = policy_names_of(reading.scenario);
  if (std::ranges::find(names, std::string_view(*name)) != names.end()) return name;
  reading.problems.add(written.place, path + " is " + shown(written) + "; it must be one of " +
                                          joined(names) + suggestion(*name, names));
  return std::nullopt;
}

/// A month of the calendar that the run has.
std::optional<CalendarMonth> checked_run_month(Entry const& written, std::string const& path,
                                               BlockReading const& reading) {
  auto const& run = reading.scenario.run;
  auto const month = checked_month(written, path, reading.problems);
  if (!month) return std::nullopt;
  auto const last = later(run.start, run.counts.months - 1);
  if (run.start <= *month && *month <= last) return month;
  reading.problems.add(written.place, path + " is " + text_of(*month) + "; the run goes from " +
                                          text_of(run.start) + " to " + text_of(last));
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

/// [least, most], the first less than the second or equal to it.
void read_between(BlockKey const& key, Entry const& written, std::string const& path,
                  Problems& problems, Between& between) {
  if (written.shape != Entry::Shape::list || written.items.size() != 2) {
    problems.add(written.place, path + " is " + shown(written) + "; it must be two numbers in " +
                                    text_of(key.range) + ", as " + text_of(key.range));
    return;
  }
  Rule const rule{Kind::number, key.unit, key.range};
  auto const least = checked_value(written.items[0], path + "[0]", rule, problems);
  auto const most = checked_value(written.items[1], path + "[1]", rule, problems);
  if (!least || !most) return;
  if (*least > *most) {
    problems.add(written.place, path + " is [" + shortest(*least) + ", " + shortest(*most) +
                                    "]; the first must not be more than the second");
    return;
  }
  between = {static_cast<float>(*least), static_cast<float>(*most)};
}

}  // namespace

void read_key(BlockKey const& key, Entry const& written, std::string const& path,
              BlockReading const& reading, void* plan) {
  auto const checked = [&](Kind kind, std::string_view unit, Range range) {
    return checked_value(written, path, Rule{kind, unit, range, key.words}, reading.problems);
  };
  auto const checked_word = [&](std::span<std::string_view const> words) {
    return checked_choice(written, path, words, reading.problems);
  };
  auto const take = [&]<class T>(T& value, auto const& found) {
    if (found) value = static_cast<T>(*found);
  };
  switch (key.form) {
    case KeyForm::whole_number:
      return take(at<int>(key, plan), checked(Kind::whole_number, key.unit, key.range));
    case KeyForm::number:
      return take(at<double>(key, plan), checked(Kind::number, key.unit, key.range));
    case KeyForm::single:
      return take(at<float>(key, plan), checked(Kind::number, key.unit, key.range));
    case KeyForm::numbers:
      return read_numbers(key, written, path, reading.problems, at<std::vector<double>>(key, plan));
    case KeyForm::between:
      return read_between(key, written, path, reading.problems, at<Between>(key, plan));
    case KeyForm::yes_no:
      if (auto const yes = checked(Kind::yes_no, "", {0, 1}))
        at<std::optional<bool>>(key, plan) = *yes != 0;
      return;
    case KeyForm::choice:
      if (auto const word = checked_word(key.words)) set_choice(key, plan, static_cast<int>(*word));
      return;
    case KeyForm::place:
      return take(at<std::size_t>(key, plan), checked_word(key.words));
    case KeyForm::word:
      if (auto const word = checked_word(key.words))
        at<std::string>(key, plan) = key.words[static_cast<std::size_t>(*word)];
      return;
    case KeyForm::mark:
      at<bool>(key, plan) = checked_word(key.words).has_value();
      return;
    case KeyForm::text:
      return take(at<std::string>(key, plan), checked_text(written, path, reading.problems));
    case KeyForm::measure:
      return take(at<std::string>(key, plan), checked_measure(written, path, reading));
    case KeyForm::policy:
      return take(at<std::string>(key, plan), checked_policy(written, path, reading));
    case KeyForm::arm:
      return take(at<std::size_t>(key, plan), checked_word(policy_names_of(reading.scenario)));
    case KeyForm::month_from_start:
      return take(at<int>(key, plan),
                  checked(Kind::whole_number, key.unit,
                          {0, static_cast<double>(reading.scenario.run.counts.months)}));
    case KeyForm::month_of_run:
      return take(at<std::optional<int>>(key, plan),
                  checked(Kind::whole_number, "months",
                          {1, static_cast<double>(reading.scenario.run.counts.months)}));
    case KeyForm::date:
      return take(at<CalendarMonth>(key, plan), checked_month(written, path, reading.problems));
    case KeyForm::date_in_run:
      return take(at<CalendarMonth>(key, plan), checked_run_month(written, path, reading));
    case KeyForm::numbered_date:
      if (auto const month = checked_run_month(written, path, reading))
        at<int>(key, plan) = month->number - reading.scenario.run.start.number + 1;
      return;
    case KeyForm::own:
      return key.own_read(written, path, reading, plan);
    case KeyForm::list:
      break;
  }
  expects(false, "a list is read by the file of its items");
}

void append_names(Block const& block, std::vector<std::string_view>& names) {
  for (auto const& key : block.keys) names.push_back(last_part(key.path));
}

void read_item_keys(Block const& block, std::string const& path, BlockReading const& reading,
                    void* plan, Missing missing) {
  for (auto const& key : block.keys) {
    auto const name = std::string(last_part(key.path));
    if (auto const* const written = find(reading.block, name)) {
      if (key.form != KeyForm::list) read_key(key, *written, path + "." + name, reading, plan);
    } else if (missing == Missing::refused && !key.missing.empty()) {
      reading.problems.add(reading.block.place, path + "." + name + std::string(key.missing));
    }
  }
}

void read_keys(Block const& block, BlockReading const& reading, void* plan) {
  std::vector<std::string_view> names;
  append_names(block, names);
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

std::optional<double> checked_choice(Entry const& written, std::string const& path,
                                     std::span<std::string_view const> words, Problems& problems) {
  Rule const rule{Kind::choice, "", {0, static_cast<double>(words.size()) - 1}, words};
  auto const* const renamed = renamed_measure(written.text);
  bool const meant = renamed != nullptr && written.shape == Entry::Shape::text &&
                     std::ranges::find(words, renamed->now) != words.end();
  if (!meant) return checked_value(written, path, rule, problems);
  Entry now = written;
  now.text = name_now(written.text, written.place, problems);
  return checked_value(now, path, rule, problems);
}

std::optional<std::string> checked_measure(Entry const& written, std::string const& path,
                                           BlockReading const& reading) {
  auto name = checked_text(written, path, reading.problems);
  auto const known = reading.known_measures;
  if (name) name = name_now(*name, written.place, reading.problems);
  if (!name || known.empty()) return name;
  if (std::ranges::find(known, std::string_view(*name)) != known.end()) return name;
  reading.problems.add(written.place, path + " is " + shown(written) + ", which is not a measure" +
                                          suggestion(*name, known));
  return std::nullopt;
}

}  // namespace graduasi
