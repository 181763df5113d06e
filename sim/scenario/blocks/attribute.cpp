#include "scenario/blocks/attribute.h"

#include "base/names.h"
#include "base/text.h"
#include "scenario/blocks/own_form.h"
#include "scenario/blocks/schema_parts.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <array>

namespace graduasi {

namespace {

std::vector<std::string_view> switch_paths() {
  std::vector<std::string_view> paths;
  for (auto const& row : switch_rows) paths.push_back(row.path);
  return paths;
}

/// Reads the switches of one group; each may stand in one group only.
class GroupReading {
 public:
  explicit GroupReading(Problems& problems) : problems_(problems), paths_(switch_paths()) {}

  std::optional<SwitchGroup> read(Member const& member) {
    auto const path = "attribute.groups." + shown(std::string_view(member.key));
    auto const& written = member.value;
    if (auto const fault = fault_of_name(member.key); !fault.empty())
      problems_.add(member.place, path + " must be a name in one line, but " + fault);
    if (written.shape != Entry::Shape::list || written.items.empty()) {
      auto const is = written.shape == Entry::Shape::list ? "an empty list" : shown(written);
      problems_.add(
          written.place,
          path + " is " + is + "; it must be a list of switches, such as " + "[world.workload.on]");
      return std::nullopt;
    }
    SwitchGroup group{member.key, {}};
    for (auto const& item : written.items) {
      auto const here = path + "[" + std::to_string(&item - written.items.data()) + "]";
      if (auto name = checked_switch(item, here)) group.switches.push_back(std::move(*name));
    }
    return group;
  }

 private:
  std::optional<std::string> checked_switch(Entry const& item, std::string const& here) {
    auto const name = checked_text(item, here, problems_);
    if (!name) return std::nullopt;
    if (std::ranges::find(paths_, std::string_view(*name)) == paths_.end()) {
      auto help = suggestion(*name, paths_);
      if (help.empty()) help = "; there are " + joined(paths_);
      problems_.add(item.place, here + " is " + shown(item) + ", which is not a switch" + help);
      return std::nullopt;
    }
    if (std::ranges::find(met_, *name) != met_.end()) {
      problems_.add(item.place, here + " is " + shown(item) +
                                    ", which stands in a group already; a switch belongs to one");
      return std::nullopt;
    }
    met_.push_back(*name);
    return name;
  }

  Problems& problems_;
  std::vector<std::string_view> paths_;
  std::vector<std::string> met_;
};

void read_groups(Entry const& written, std::string const& path, BlockReading const& reading,
                 AttributionPlan& plan) {
  auto& problems = reading.problems;
  auto& groups = plan.groups;
  groups.clear();
  if (written.shape != Entry::Shape::map || written.members.empty()) {
    auto const is = written.shape == Entry::Shape::map ? "empty" : shown(written);
    problems.add(written.place,
                 path + " is " + is + "; it must be a map from a name to a list of switches");
    return;
  }
  if (written.members.size() > most_groups) {
    problems.add(written.place,
                 path + " holds " + std::to_string(written.members.size()) + " groups; at most " +
                     std::to_string(most_groups) +
                     " are possible, since each more doubles the runs. Put some together, or leave "
                     "some out: what is in no group stays as it is");
  }
  GroupReading one_by_one(problems);
  for (auto const& member : written.members) {
    if (auto group = one_by_one.read(member)) groups.push_back(std::move(*group));
  }
  std::vector<std::string> formulas;
  for (auto const& group : groups)
    if (opens_a_formula(group.name)) formulas.push_back(group.name);
  if (!formulas.empty())
    problems.warnings.push_back(formula_warning(problems.text_of(written.place), formulas));
}

void tell_groups(AttributionPlan const& plan, Scenario const&, Tell const& tell) {
  for (auto const& group : plan.groups) {
    std::vector<std::string_view> const switches(group.switches.begin(), group.switches.end());
    tell("." + group.name, joined(switches));
  }
}

std::string groups_text(AttributionPlan const& plan, Scenario const&) {
  std::string text;
  for (auto const& group : plan.groups)
    text += "\n    " + in_quotes(group.name) + ": " + list_text(group.switches);
  return text;
}

Schema groups_schema(SchemaParts const&) {
  Schema switches = {{"type", "array"}, {"minItems", 1}, {"uniqueItems", true}};
  switches["items"] = one_of(switch_paths());
  Schema groups = {{"type", "object"}, {"minProperties", 1}, {"maxProperties", most_groups}};
  groups["additionalProperties"] = std::move(switches);
  return groups;
}

}  // namespace

std::vector<SwitchGroup> default_groups() {
  std::vector<SwitchGroup> groups;
  for (auto const& row : switch_rows) {
    if (row.group.empty()) continue;
    auto group = std::ranges::find(groups, row.group, &SwitchGroup::name);
    if (group == groups.end())
      group = groups.insert(group, SwitchGroup{std::string(row.group), {}});
    group->switches.emplace_back(row.path);
  }
  return groups;
}

OwnForm<AttributionPlan> const BlockOf<AttributionPlan>::groups = {
    .standard = [](AttributionPlan const&) { return std::string("ten groups"); },
    .allowed = "a map from a name to a list of switches",
    .read = read_groups,
    .tell = tell_groups,
    .write = groups_text,
    .schema = groups_schema,
};

}  // namespace graduasi
