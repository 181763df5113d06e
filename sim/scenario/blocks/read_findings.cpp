#include "scenario/blocks/read_findings.h"

#include "base/text.h"
#include "model/family_outcomes.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <array>

namespace graduasi {

namespace {

/// Ways to say when a finding is reproduced; one of them is needed.
constexpr auto rule_keys =
    std::to_array<std::string_view>({"value", "sign", "within", "at_least", "at_most", "cannot"});

/// Says what is missing, or too much, of how a finding is to be reproduced.
void check_rule(std::string const& path, BlockReading const& reading, Finding& finding) {
  auto& problems = reading.problems;
  std::vector<std::string_view> given;
  for (auto const key : rule_keys) {
    if (find(reading.block, key) != nullptr) given.push_back(key);
  }
  if (given.size() != 1) {
    problems.add(reading.block.place,
                 path + " says " + (given.empty() ? "nothing" : joined(given)) +
                     "; when it is reproduced is said by one of " + joined(rule_keys));
    return;
  }
  auto const* const error = find(reading.block, "standard_error");
  if (given.front() != "value" && error != nullptr)
    problems.add(error->place, path + ".standard_error is set; it belongs to a value");
  if (given.front() == "value" && finding.published.empty())
    finding.published = shortest(finding.value);
  if (finding.published.empty())
    problems.add(reading.block.place,
                 path + ".published is missing; it says what was found, in words");
}

/// An effect less itself is nothing, and points less percent mean nothing.
void refuse_needless_comparison(Entry const& than, std::string const& path, Finding const& finding,
                                Problems& problems) {
  if (finding.than->unit != finding.effect.unit) {
    problems.add(than.place, path + ".unit is " + std::string(name_of(finding.than->unit)) +
                                 ", that of the finding is " +
                                 std::string(name_of(finding.effect.unit)) +
                                 "; only equal units can be subtracted");
  }
  if (*finding.than == finding.effect)
    problems.add(than.place, path + " is the effect itself; name another month, group or arm");
}

/// Points and shares are of what is a share of families, or a share in itself.
void refuse_points_of_money(std::string const& path, BlockReading const& reading,
                            Effect const& effect) {
  auto const& outcome = family_outcomes()[effect.mean.outcome];
  bool const needs_share =
      effect.unit == EffectUnit::points || (effect.unit == EffectUnit::share && !effect.of);
  if (!needs_share || outcome.unit == "share") return;
  reading.problems.add(reading.block.place, path + ".unit is " + std::string(name_of(effect.unit)) +
                                                ", and " + std::string(outcome.name) +
                                                " is counted in " + std::string(outcome.unit) +
                                                "; take percent or control_sd");
}

void refuse_nothing_compared(std::string const& path, BlockReading const& reading,
                             Effect const& effect) {
  auto const& map = reading.block;
  auto& problems = reading.problems;
  bool const is_share = effect.unit == EffectUnit::share;
  refuse_points_of_money(path, reading, effect);
  for (auto const* const key : {"against", "against_group"}) {
    auto const* const written = is_share ? find(map, key) : nullptr;
    if (written != nullptr)
      problems.add(written->place,
                   path + "." + key + " is set; a share is compared with nothing, take points");
  }
  if (effect.of && !is_share)
    problems.add(map.place, path + ".of is set; it belongs to the unit share");
  bool const same =
      effect.mean.arm == effect.against.arm && effect.mean.group == effect.against.group;
  if (is_share || !same) return;
  problems.add(map.place, path + " compares " + reading.scenario.policies[effect.mean.arm].name +
                              " with itself; name another arm or against_group, or take the "
                              "unit share");
}

/// Fills in an effect from a map, and refuses what compares nothing.
/// @param path       of the map: "findings[0].than"
/// @param is_second  it is subtracted from another one, whose choices it holds already
void read_effect(std::string const& path, BlockReading const& reading, bool is_second,
                 Effect& effect) {
  auto const& map = reading.block;
  if (is_second) {
    std::vector<std::string_view> keys;
    append_names(rows_of_item<Effect>(), keys);
    refuse_unknown(map, path, keys, reading.problems);
  } else {
    effect.mean.arm = reading.scenario.policies.size() - 1;
  }
  read_item_keys(rows_of_item<Effect>(), path, reading, &effect,
                 is_second ? Missing::allowed : Missing::refused);
  bool const same_group =
      find(map, "against_group") == nullptr && (!is_second || find(map, "group") != nullptr);
  if (same_group) effect.against.group = effect.mean.group;
  effect.against.outcome = effect.mean.outcome;
  effect.against.month = effect.mean.month;
  refuse_nothing_compared(path, reading, effect);
}

Finding checked_finding(Entry const& item, std::string const& path, Scenario const& scenario,
                        Problems& problems) {
  BlockReading const reading{item, scenario, {}, problems};
  Finding finding;
  std::vector<std::string_view> keys;
  append_names(rows_of_item<Finding>(), keys);
  append_names(rows_of_item<Effect>(), keys);
  refuse_unknown(item, path, keys, problems);
  read_item_keys(rows_of_item<Finding>(), path, reading, &finding);
  check_rule(path, reading, finding);
  if (finding.rule == PassRule::cannot) return finding;
  read_effect(path, reading, false, finding.effect);
  auto const* const than = find(item, "than");
  auto const here = path + ".than";
  if (than == nullptr || !is_section(*than, here, problems)) return finding;
  finding.than = finding.effect;
  read_effect(here, {*than, scenario, {}, problems}, true, *finding.than);
  refuse_needless_comparison(*than, here, finding, problems);
  return finding;
}

template <class Rows>
std::vector<std::string_view> names_of(Rows const& rows) {
  std::vector<std::string_view> names;
  for (auto const& row : rows) names.push_back(row.name);
  return names;
}

/// Calls `each(block, struct)` for the two tables of a finding, of which an effect that is never
/// looked at is no part.
template <class Each>
void for_each_table(Finding const& finding, Each each) {
  each(rows_of_item<Finding>(), static_cast<void const*>(&finding));
  if (finding.rule != PassRule::cannot)
    each(rows_of_item<Effect>(), static_cast<void const*>(&finding.effect));
}

}  // namespace

std::span<std::string_view const> outcome_names() {
  static auto const names = names_of(family_outcomes());
  return names;
}

std::span<std::string_view const> group_names() {
  static auto const names = names_of(family_groups());
  return names;
}

std::vector<Finding> checked_findings(Entry const* written, Scenario const& scenario,
                                      Problems& problems) {
  std::vector<Finding> all;
  if (written == nullptr) return all;
  if (written->shape != Entry::Shape::list || written->items.empty()) {
    problems.add(written->place,
                 "findings is " +
                     (written->shape == Entry::Shape::list ? "an empty list" : shown(*written)) +
                     "; it must be a list of maps, each with a published finding");
    return all;
  }
  for (std::size_t i = 0; i < written->items.size(); ++i) {
    auto const path = "findings[" + std::to_string(i) + "]";
    auto const& item = written->items[i];
    if (item.shape != Entry::Shape::map) {
      problems.add(item.place,
                   path + " is " + shown(item) + "; it must be a map with a published finding");
      continue;
    }
    all.push_back(checked_finding(item, path, scenario, problems));
  }
  return all;
}

void tell_finding(Finding const& finding, Scenario const& scenario,
                  std::function<void(BlockKey const& key, std::string value)> const& take) {
  for_each_table(finding, [&](Block const& block, void const* plan) {
    for (auto const& key : block.keys) {
      if (leaves_out(block, plan, key)) continue;
      tell(key, plan, scenario,
           [&](std::string const&, std::string value) { take(key, std::move(value)); });
    }
  });
}

std::string findings_text(Scenario const& scenario) {
  std::string text = scenario.findings.empty() ? "" : "findings:\n";
  for (auto const& finding : scenario.findings) {
    std::string item;
    for_each_table(finding, [&](Block const& block, void const* plan) {
      item += resolved_lines(block, plan, scenario, "    ");
    });
    text += as_item(std::move(item), 4);
  }
  return text;
}

}  // namespace graduasi
