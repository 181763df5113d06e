#include "scenario/blocks/read_trial.h"

#include "base/text.h"
#include "model/family_outcomes.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <array>

namespace graduasi {

namespace {

/// Where an effect is looked at.
constexpr auto comparison_keys = std::to_array<std::string_view>(
    {"arm", "against", "group", "against_group", "measure", "month", "unit", "of"});

/// Ways to say when a finding is reproduced; one of them is needed.
constexpr auto rule_keys =
    std::to_array<std::string_view>({"value", "sign", "within", "at_least", "at_most", "cannot"});

constexpr auto text_keys = std::to_array<std::string_view>(
    {"finding", "id", "role", "source", "outcome", "published", "note"});

constexpr auto signs = std::to_array<std::string_view>({"positive", "negative"});

constexpr Range any_figure{-1e9, 1e9};
constexpr Range not_negative{0, 1e9};

/// Reads one item of `problems`.
class FindingReading {
 public:
  FindingReading(Entry const& entry, std::string path, Scenario const& scenario, Problems& problems)
      : entry_(entry), path_(std::move(path)), scenario_(scenario), problems_(problems) {
    for (auto const& policy : scenario_.policies) arms_.push_back(policy.name);
  }

  Finding read() {
    Finding finding;
    refuse_unknown(entry_, path_, keys_of_finding());
    finding.finding = text("finding", true);
    finding.id = text("id", true);
    finding.role = text("role", true);
    finding.source = text("source", true);
    finding.outcome = text("outcome", true);
    finding.published = text("published", false);
    finding.note = text("note", false);
    refuse_other_role(finding.role);
    read_rule(finding);
    if (finding.rule == PassRule::cannot) return finding;
    finding.effect = effect_of(entry_, path_, nullptr);
    if (auto const* const than = find(entry_, "than")) {
      auto const here = path_ + ".than";
      if (is_section(*than, here, problems_)) {
        refuse_unknown(*than, here, keys_of_comparison());
        finding.than = effect_of(*than, here, &finding.effect);
        refuse_needless_comparison(*than, here, finding);
      }
    }
    return finding;
  }

 private:
  std::string text(std::string_view key, bool needed) {
    auto const* const written = find(entry_, key);
    if (written != nullptr)
      return checked_text(*written, path_ + "." + std::string(key), problems_).value_or("");
    if (needed) problems_.add(entry_.place, path_ + "." + std::string(key) + " is missing");
    return {};
  }

  void refuse_unknown(Entry const& map, std::string const& path,
                      std::vector<std::string_view> const& keys) {
    for (auto const& member : map.members) {
      if (std::ranges::find(keys, member.key) == keys.end())
        add_unknown(member, path + "." + member.key, keys, problems_);
    }
  }

  void refuse_other_role(std::string const& role) {
    auto const* const written = find(entry_, "role");
    if (role.empty() || std::ranges::find(finding_roles, role) != finding_roles.end()) return;
    problems_.add(written->place, path_ + ".role is " + shown(*written) + "; it must be one of " +
                                      joined(finding_roles) + suggestion(role, finding_roles));
  }

  std::optional<double> number(Entry const& map, std::string const& path, std::string_view key,
                               Rule const& rule) {
    auto const* const written = find(map, key);
    if (written == nullptr) return std::nullopt;
    return checked_value(*written, path + "." + std::string(key), rule, problems_);
  }

  /// The word's place in `words`; 0 when it is wrong, and then the problems say so.
  std::optional<std::size_t> choice(Entry const& map, std::string const& path, std::string_view key,
                                    std::span<std::string_view const> words) {
    Rule const rule{Kind::choice, "", {0, static_cast<double>(words.size()) - 1}, words};
    auto const place = number(map, path, key, rule);
    if (!place) return std::nullopt;
    return static_cast<std::size_t>(*place);
  }

  void read_rule(Finding& finding) {
    std::vector<std::string_view> given;
    for (auto const key : rule_keys) {
      if (find(entry_, key) != nullptr) given.push_back(key);
    }
    if (given.size() != 1) {
      problems_.add(entry_.place, path_ + " says " + (given.empty() ? "nothing" : joined(given)) +
                                      "; when it is reproduced is said by one of " +
                                      joined(rule_keys));
      return;
    }
    Rule const figure{Kind::number, "", any_figure}, size{Kind::number, "", not_negative};
    auto const key = given.front();
    if (key == "value") {
      finding.value = number(entry_, path_, key, figure).value_or(0);
      finding.standard_error = number(entry_, path_, "standard_error", size).value_or(0);
      if (finding.published.empty()) finding.published = shortest(finding.value);
    } else if (key == "sign") {
      finding.rule = choice(entry_, path_, key, signs).value_or(0) == 0 ? PassRule::positive
                                                                        : PassRule::negative;
    } else if (key == "cannot") {
      finding.rule = PassRule::cannot;
      finding.note = text(key, true);
    } else {
      finding.rule = key == "within"     ? PassRule::near_zero
                     : key == "at_least" ? PassRule::at_least
                                         : PassRule::at_most;
      bool const around_zero = finding.rule == PassRule::near_zero;
      finding.bound = number(entry_, path_, key, around_zero ? size : figure).value_or(0);
    }
    if (key != "value") refuse_needless("standard_error");
    if (finding.published.empty())
      problems_.add(entry_.place,
                    path_ + ".published is missing; it says what was found, in words");
  }

  /// An effect less itself is nothing, and points less percent mean nothing.
  void refuse_needless_comparison(Entry const& than, std::string const& path,
                                  Finding const& finding) {
    if (finding.than->unit != finding.effect.unit) {
      problems_.add(than.place, path + ".unit is " + std::string(name_of(finding.than->unit)) +
                                    ", that of the finding is " +
                                    std::string(name_of(finding.effect.unit)) +
                                    "; only equal units can be subtracted");
    }
    if (*finding.than == finding.effect)
      problems_.add(than.place, path + " is the effect itself; name another month, group or arm");
  }

  void refuse_needless(std::string_view key) {
    if (auto const* const written = find(entry_, key)) {
      problems_.add(written->place,
                    path_ + "." + std::string(key) + " is set; it belongs to a value");
    }
  }

  /// @param like  the effect whose choices hold where nothing is written; null: the defaults
  Effect effect_of(Entry const& map, std::string const& path, Effect const* like) {
    auto const outcomes = outcome_names();
    auto const groups = group_names();
    Effect effect = like != nullptr ? *like : Effect{};
    std::size_t const last_arm = arms_.size() - 1;
    effect.mean.arm = choice(map, path, "arm", arms_).value_or(like ? effect.mean.arm : last_arm);
    effect.against.arm = choice(map, path, "against", arms_).value_or(effect.against.arm);
    effect.mean.group = choice(map, path, "group", groups).value_or(effect.mean.group);
    bool const same_group =
        find(map, "against_group") == nullptr && (like == nullptr || find(map, "group") != nullptr);
    effect.against.group = choice(map, path, "against_group", groups)
                               .value_or(same_group ? effect.mean.group : effect.against.group);
    effect.unit = static_cast<EffectUnit>(choice(map, path, "unit", effect_unit_names)
                                              .value_or(static_cast<std::size_t>(effect.unit)));
    effect.mean.outcome = choice(map, path, "measure", outcomes).value_or(effect.mean.outcome);
    if (auto const of = choice(map, path, "of", outcomes)) effect.of = *of;
    Rule const months{
        Kind::whole_number, "months", {0, static_cast<double>(scenario_.run.counts.months)}};
    effect.mean.month =
        static_cast<int>(number(map, path, "month", months).value_or(effect.mean.month));
    if (like == nullptr) require(map, path, {"measure", "month"});
    effect.against.outcome = effect.mean.outcome;
    effect.against.month = effect.mean.month;
    refuse_nothing_compared(map, path, effect);
    return effect;
  }

  void require(Entry const& map, std::string const& path,
               std::vector<std::string_view> const& keys) {
    for (auto const key : keys) {
      if (find(map, key) == nullptr)
        problems_.add(map.place, path + "." + std::string(key) + " is missing");
    }
  }

  /// Points and shares are of what is a share of families, or a share in itself.
  void refuse_points_of_money(Entry const& map, std::string const& path, Effect const& effect) {
    auto const& outcome = family_outcomes()[effect.mean.outcome];
    bool const needs_share =
        effect.unit == EffectUnit::points || (effect.unit == EffectUnit::share && !effect.of);
    if (!needs_share || outcome.unit == "share") return;
    problems_.add(map.place, path + ".unit is " + std::string(name_of(effect.unit)) + ", and " +
                                 std::string(outcome.name) + " is counted in " +
                                 std::string(outcome.unit) + "; take percent or control_sd");
  }

  void refuse_against_of_share(Entry const& map, std::string const& path) {
    for (auto const* const key : {"against", "against_group"}) {
      if (auto const* const written = find(map, key)) {
        problems_.add(written->place,
                      path + "." + key + " is set; a share is compared with nothing, take points");
      }
    }
  }

  void refuse_nothing_compared(Entry const& map, std::string const& path, Effect const& effect) {
    bool const is_share = effect.unit == EffectUnit::share;
    refuse_points_of_money(map, path, effect);
    if (is_share) refuse_against_of_share(map, path);
    if (effect.of && !is_share) {
      problems_.add(map.place, path + ".of is set; it belongs to the unit share");
    }
    bool const same =
        effect.mean.arm == effect.against.arm && effect.mean.group == effect.against.group;
    if (is_share || !same) return;
    problems_.add(map.place, path + " compares " + std::string(arms_[effect.mean.arm]) +
                                 " with itself; name another arm or against_group, or take the "
                                 "unit share");
  }

  Entry const& entry_;
  std::string path_;
  Scenario const& scenario_;
  Problems& problems_;
  std::vector<std::string_view> arms_;
};

template <class Rows>
std::vector<std::string_view> names_of(Rows const& rows) {
  std::vector<std::string_view> names;
  for (auto const& row : rows) names.push_back(row.name);
  return names;
}

}  // namespace

std::vector<std::string_view> outcome_names() { return names_of(family_outcomes()); }
std::vector<std::string_view> group_names() { return names_of(family_groups()); }

std::vector<std::string_view> keys_of_comparison() {
  return {comparison_keys.begin(), comparison_keys.end()};
}

std::vector<std::string_view> keys_of_finding() {
  std::vector<std::string_view> keys(text_keys.begin(), text_keys.end());
  keys.insert(keys.end(), comparison_keys.begin(), comparison_keys.end());
  keys.push_back("than");
  keys.insert(keys.end(), rule_keys.begin(), rule_keys.end());
  keys.push_back("standard_error");
  return keys;
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
    all.push_back(FindingReading(item, path, scenario, problems).read());
  }
  return all;
}

}  // namespace graduasi
