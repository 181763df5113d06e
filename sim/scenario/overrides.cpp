#include "scenario/overrides.h"

#include "base/text.h"
#include "policy/levers.h"
#include "scenario/all_paths.h"
#include "scenario/baseline_levers.h"
#include "scenario/blocks/top_keys.h"
#include "scenario/renamed_paths.h"
#include "scenario/text/document.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <optional>
#include <set>

namespace graduasi {

namespace {

/// What the path of a `--set` may begin with.
std::vector<std::string_view> roots() {
  std::vector<std::string_view> names;
  for (auto const& key : top_keys) {
    if (key.name == "policies") names.push_back("policy");  // of every policy
    if (key.settable == Settable::yes) names.push_back(key.name);
  }
  return names;
}

/// A `--set` that was understood as PATH and VALUE.
struct Assignment {
  std::string path;  ///< without the quotes around a name
  Entry value;
  Place place;
  std::optional<std::string> name;  ///< of the policy, where it is in quotes
};

/// What is before the = of a `--set`, and the name in quotes in it.
struct WrittenPath {
  std::string path;
  std::optional<std::string> name;
  std::string beyond;  ///< of the path, behind the name; all of it without one
  std::size_t end;     ///< where the = is; npos when there is none
};

std::string_view first_part(std::string_view path) { return path.substr(0, path.find('.')); }

std::string_view after_first_part(std::string_view path) {
  auto const dot = path.find('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}

bool has_empty_part(std::string_view path) {
  return std::ranges::any_of(split(path, '.'), [](std::string_view part) { return part.empty(); });
}

std::string help_with(std::string_view path) {
  if (has_empty_part(path)) return "; there is nothing between two of its dots";
  std::vector<std::string_view> const paths(all_paths().begin(), all_paths().end());
  auto const whole = suggestion(path, paths);
  if (!whole.empty()) return whole;
  auto const elsewhere = found_elsewhere(last_part(path));
  if (!elsewhere.empty()) return elsewhere;
  auto const near = suggestion(first_part(path), roots());
  return near.empty() ? "; it may begin with " + joined(roots()) : near;
}

/// "policies.NAME.GROUP.LEVER=..." whose NAME may hold what a path is made of when it is in
/// quotes; a quote in it is doubled, as in a CSV file.
WrittenPath written_path(std::string const& text) {
  constexpr std::string_view start = "policies.\"";
  if (!text.starts_with(start)) {
    auto const end = text.find('=');
    auto const path = std::string(trimmed(std::string_view(text).substr(0, end)));
    return {path, {}, path, end};
  }
  std::string name;
  std::size_t at = start.size();
  for (; at < text.size(); ++at) {
    if (text[at] == '"' && !(at + 1 < text.size() && text[at + 1] == '"')) break;
    if (text[at] == '"') ++at;
    name += text[at];
  }
  bool const is_closed = at + 1 < text.size() && text[at + 1] == '.';
  if (!is_closed) return {text, {}, "", std::string::npos};
  auto const end = text.find('=', at);
  auto const beyond = trimmed(std::string_view(text).substr(at + 2, end - at - 2));
  return {"policies." + name + "." + std::string(beyond), name, std::string(beyond), end};
}

std::optional<Assignment> assignment_of(std::string const& text, Problems& problems) {
  auto const [path, name, beyond, equals] = written_path(text);
  Place const place{
      problems.open(path.empty() ? "--set" : "--set " + shown(std::string_view(path)), {})};
  if (equals == std::string::npos || path.empty()) {
    problems.add(place, "this is " + shown(std::string_view(text)) + "; it must be PATH=VALUE");
    return std::nullopt;
  }
  bool const known = std::ranges::count(roots(), first_part(path)) > 0;
  if (!known || has_empty_part(beyond)) {
    problems.add(place, shown(std::string_view(path)) + " is not a parameter" + help_with(path));
    return std::nullopt;
  }
  auto value = parse_yaml(text.substr(equals + 1), place.source, false, path, problems);
  if (!value) return std::nullopt;
  return Assignment{path_now(path, place, problems), std::move(*value), place, name};
}

/// What a policy itself says about a lever: at its top or in one of its changes.
Entry const* own_setting(Entry const& policy, std::string_view path) {
  if (auto const* const here = find_path(policy, path)) return here;
  auto const* const changes = find(policy, "changes");
  if (changes == nullptr) return nullptr;
  for (auto const& change : changes->items) {
    if (auto const* const here = find_path(change, path)) return here;
  }
  return nullptr;
}

std::string name_of(Entry const& policy) {
  auto const* const name = find(policy, "name");
  return name == nullptr ? std::string() : std::string(trimmed(name->text));
}

void set_in_every_policy(Entry& policies, Assignment const& setting, Problems& problems) {
  auto const* const row = find_row<Levers>(setting.path);
  if (row == nullptr) {
    auto const group = std::string(first_part(after_first_part(setting.path)));
    auto siblings = keys_of(rows_of<Levers>(), group);
    if (siblings.empty()) siblings = keys_of(rows_of<Levers>(), "");
    add_unknown({std::string(last_part(setting.path)), setting.place, {}}, setting.path, siblings,
                problems);
    return;
  }
  // Checked here once; the policies would each report the same mistake.
  if (!checked_value(setting.value, setting.path, rule_of(*row), problems)) return;
  auto const path = after_first_part(setting.path);
  for (auto& policy : policies.items) {
    if (auto const* const own = own_setting(policy, path)) {
      problems.add(setting.place, setting.path + " is set by the policy " + name_of(policy) +
                                      " itself (" + problems.text_of(own->place) +
                                      "); set policies." + name_of(policy) + "." +
                                      std::string(path) + " instead");
      continue;
    }
    merge(policy, nested(path, setting.value));
  }
}

void set_in_one_policy(Entry& policies, Assignment const& setting, Problems& problems) {
  auto const rest = after_first_part(setting.path);
  // A name may hold dots, and one name may begin with another: the longest that fits is meant,
  // unless quotes say which one.
  Entry* meant = nullptr;
  std::size_t length = 0;
  for (auto& policy : policies.items) {
    auto const name = name_of(policy);
    if (setting.name && name != *setting.name) continue;
    if (name.size() >= length && rest.starts_with(name + ".") && !name.empty()) {
      meant = &policy;
      length = name.size();
    }
  }
  if (meant != nullptr) return merge(*meant, nested(rest.substr(length + 1), setting.value));
  std::vector<std::string> names;
  for (auto const& policy : policies.items) names.push_back(name_of(policy));
  std::vector<std::string_view> const views(names.begin(), names.end());
  auto const needs_quotes = [](std::string_view name) {
    return name.find_first_of("=.\"") != std::string_view::npos;
  };
  bool const quoted = std::ranges::any_of(views, needs_quotes);
  problems.add(
      setting.place,
      setting.path + " names no policy; the policies are " + joined(views) +
          (quoted ? ", as in policies.\"NAME\".caseload.households_per_facilitator=150, with "
                    "quotes around a name that holds = or a point"
                  : ", as in policies.NAME.caseload.households_per_facilitator=150"));
}

void refuse_settings_given_twice(std::vector<Assignment> const& settings, Problems& problems) {
  std::set<std::string_view> met;
  for (auto const& setting : settings) {
    if (!met.insert(setting.path).second) {
      problems.add(setting.place, setting.path + " is given twice on the command line");
    }
  }
}

void apply(Entry& root, Assignment const& setting, Problems& problems) {
  auto const first = first_part(setting.path);
  if (first == "policy" || first == "policies") {
    auto* const policies = policies_of(root);
    if (policies == nullptr) return;  // reported when the policies are read
    if (first == "policy") return set_in_every_policy(*policies, setting, problems);
    return set_in_one_policy(*policies, setting, problems);
  }
  if (first == "sweep" && setting.path != "sweep") {
    // The path that is swept is one key, dots and all.
    Entry axis{.shape = Entry::Shape::map, .place = setting.place, .members = {}};
    axis.members.push_back(
        {std::string(after_first_part(setting.path)), setting.place, setting.value});
    return merge(root, nested("sweep", axis));
  }
  merge(root, nested(setting.path, setting.value));
}

}  // namespace

void apply_overrides(Entry& root, std::span<std::string const> texts, Problems& problems) {
  std::vector<Assignment> settings;
  for (auto const& text : texts) {
    if (auto setting = assignment_of(text, problems)) settings.push_back(std::move(*setting));
  }
  refuse_settings_given_twice(settings, problems);
  // The general ones first, so that one policy can be told apart in whatever order both are typed.
  auto const reaches_one = [](Assignment const& s) { return first_part(s.path) == "policies"; };
  std::stable_partition(settings.begin(), settings.end(), std::not_fn(reaches_one));
  for (auto const& setting : settings) apply(root, setting, problems);
}

}  // namespace graduasi
