// How a value of each form is told and written.
#include "base/text.h"
#include "scenario/blocks/value_in.h"
#include "scenario/scenario.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

namespace graduasi {

namespace {

/// What stands in a struct, for readers; empty where there is nothing.
std::string value_text(BlockKey const& key, void const* plan, Scenario const& scenario) {
  switch (key.form) {
    case KeyForm::whole_number:
      return std::to_string(at<int>(key, plan));
    case KeyForm::number:
      return shortest(at<double>(key, plan));
    case KeyForm::single:
      return shortest(at<float>(key, plan));
    case KeyForm::numbers:
      return list_text(at<std::vector<double>>(key, plan));
    case KeyForm::between: {
      auto const& between = at<Between>(key, plan);
      return "[" + shortest(between.min) + ", " + shortest(between.max) + "]";
    }
    case KeyForm::yes_no: {
      auto const& yes = at<std::optional<bool>>(key, plan);
      return !yes ? std::string() : *yes ? "true" : "false";
    }
    case KeyForm::choice:
      return std::string(key.words[static_cast<std::size_t>(choice_in(key, plan))]);
    case KeyForm::place:
      return std::string(key.words[at<std::size_t>(key, plan)]);
    case KeyForm::mark:
      return at<bool>(key, plan) ? std::string(key.words.front()) : std::string();
    case KeyForm::text:
    case KeyForm::word:
    case KeyForm::measure:
      return at<std::string>(key, plan);
    case KeyForm::policy: {
      auto const& name = at<std::string>(key, plan);
      return name.empty() ? "the baseline" : name;
    }
    case KeyForm::arm:
      return scenario.policies[at<std::size_t>(key, plan)].name;
    case KeyForm::month_from_start:
      return std::to_string(at<int>(key, plan));
    case KeyForm::month_of_run: {
      auto const& month = at<std::optional<int>>(key, plan);
      return month ? std::to_string(*month) : "the last";
    }
    case KeyForm::numbered_date:
      return text_of(later(scenario.run.start, at<int>(key, plan) - 1));
    case KeyForm::date:
    case KeyForm::date_in_run:
      return text_of(at<CalendarMonth>(key, plan));
    case KeyForm::list:
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

std::string standard_of(BlockKey const& key, Block const& block) {
  if (!key.standard.empty()) return std::string(key.standard);
  bool const has_none = !key.missing.empty() || key.form == KeyForm::arm;
  return has_none ? std::string() : value_text(key, block.standards, {});
}

std::string allowed_text(BlockKey const& key) {
  switch (key.form) {
    case KeyForm::whole_number:
    case KeyForm::number:
    case KeyForm::single:
      return text_of(key.range);
    case KeyForm::numbers:
      return "a list of numbers in " + text_of(key.range);
    case KeyForm::between:
      return "two numbers in " + text_of(key.range);
    case KeyForm::yes_no:
      return "true or false";
    case KeyForm::choice:
    case KeyForm::place:
    case KeyForm::word:
    case KeyForm::mark:
      return one_of_text(key.words);
    case KeyForm::measure:
      return "a measure";
    case KeyForm::policy:
    case KeyForm::arm:
      return "a policy";
    case KeyForm::text:
      return "one line of text";
    case KeyForm::month_from_start:
    case KeyForm::month_of_run:
    case KeyForm::date_in_run:
    case KeyForm::numbered_date:
      return "a month of the run";
    case KeyForm::date:
      return "1900-01 to 2200-12";
    case KeyForm::list:
      return std::string(key.example) + joined(key.words);
    case KeyForm::own:
      break;
  }
  return key.own_allowed;
}

void tell(BlockKey const& key, void const* plan, Scenario const& scenario, Tell const& tell) {
  if (key.form == KeyForm::own) return key.own_tell(plan, scenario, tell);
  // A mark or a text that is not there has no value.
  if (auto text = value_text(key, plan, scenario); !text.empty()) tell("", std::move(text));
}

std::string yaml_value(BlockKey const& key, void const* plan, Scenario const& scenario) {
  if (key.form == KeyForm::own) {
    auto const text = key.own_write(plan, scenario);
    return text.starts_with(' ') ? text.substr(1) : text;
  }
  bool const is_left_open =
      (key.form == KeyForm::policy && at<std::string>(key, plan).empty()) ||
      (key.form == KeyForm::month_of_run && !at<std::optional<int>>(key, plan).has_value());
  if (is_left_open) return {};
  auto text = value_text(key, plan, scenario);
  bool const is_free =
      key.form == KeyForm::policy || key.form == KeyForm::arm || key.form == KeyForm::text;
  return is_free && !text.empty() ? in_quotes(text) : text;
}

std::string resolved_text(BlockKey const& key, void const* plan, Scenario const& scenario,
                          std::string const& indent) {
  auto const text = yaml_value(key, plan, scenario);
  if (text.empty()) return {};
  // "evaluations: 40  # evaluations" would say nothing.
  auto const aside = key.form == KeyForm::own          ? std::string_view()
                     : !key.aside.empty()              ? key.aside
                     : key.unit == last_part(key.path) ? std::string_view()
                                                       : key.unit;
  return indent + std::string(last_part(key.path)) + ":" + (text.front() == '\n' ? "" : " ") +
         text + (aside.empty() ? "" : "  # " + std::string(aside)) + "\n";
}

std::string as_item(std::string lines, std::size_t indent) {
  if (lines.size() >= indent) lines.replace(indent - 2, 1, "-");
  return lines;
}

bool leaves_out(Block const& block, void const* plan, BlockKey const& key) {
  return block.leaves_out != nullptr && block.leaves_out(plan, last_part(key.path));
}

std::string resolved_lines(Block const& block, void const* plan, Scenario const& scenario,
                           std::string const& indent) {
  std::string text;
  for (auto const& key : block.keys) {
    if (!leaves_out(block, plan, key)) text += resolved_text(key, plan, scenario, indent);
  }
  return text;
}

std::string resolved_text(Block const& block, Scenario const& scenario) {
  auto const* const plan = block.of(scenario);
  if (plan == nullptr) return {};
  return std::string(block.name) + ":\n" + resolved_lines(block, plan, scenario, "  ");
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
