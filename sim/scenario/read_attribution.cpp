#include "scenario/read_attribution.h"

#include "base/names.h"
#include "base/text.h"
#include "scenario/groups.h"
#include "scenario/value.h"

#include <algorithm>
#include <array>

namespace graduasi {

namespace {

constexpr auto keys =
    std::to_array<std::string_view>({"groups", "measure", "month", "households", "replicates"});

std::vector<std::string_view> switch_paths() {
  std::vector<std::string_view> paths;
  for (auto const& row : switch_rows) paths.push_back(row.path);
  return paths;
}

/// Reads the switches of one group; each may stand in one group only.
class GroupReading {
 public:
  explicit GroupReading(Findings& findings) : findings_(findings), paths_(switch_paths()) {}

  std::optional<SwitchGroup> read(Member const& member) {
    auto const path = "attribute.groups." + shown(std::string_view(member.key));
    auto const& written = member.value;
    if (auto const fault = fault_of_name(member.key); !fault.empty())
      findings_.add(member.place, path + " must be a name in one line, but " + fault);
    if (written.shape != Entry::Shape::list || written.items.empty()) {
      auto const is = written.shape == Entry::Shape::list ? "an empty list" : shown(written);
      findings_.add(
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
    auto const name = checked_text(item, here, findings_);
    if (!name) return std::nullopt;
    if (std::ranges::find(paths_, std::string_view(*name)) == paths_.end()) {
      auto help = suggestion(*name, paths_);
      if (help.empty()) help = "; there are " + joined(paths_);
      findings_.add(item.place, here + " is " + shown(item) + ", which is no switch" + help);
      return std::nullopt;
    }
    if (std::ranges::find(met_, *name) != met_.end()) {
      findings_.add(item.place, here + " is " + shown(item) +
                                    ", which stands in a group already; a switch belongs to one");
      return std::nullopt;
    }
    met_.push_back(*name);
    return name;
  }

  Findings& findings_;
  std::vector<std::string_view> paths_;
  std::vector<std::string> met_;
};

std::vector<SwitchGroup> checked_groups(Entry const& written, Findings& findings) {
  std::vector<SwitchGroup> groups;
  if (written.shape != Entry::Shape::map || written.members.empty()) {
    auto const is = written.shape == Entry::Shape::map ? "empty" : shown(written);
    findings.add(written.place, "attribute.groups is " + is +
                                    "; it must be a map from a name to a list of switches");
    return groups;
  }
  if (written.members.size() > most_groups) {
    findings.add(written.place,
                 "attribute.groups holds " + std::to_string(written.members.size()) +
                     " groups; at most " + std::to_string(most_groups) +
                     " are possible, since each more doubles the runs. Put some together, or leave "
                     "some out: what is in no group stays as it is");
  }
  GroupReading reading(findings);
  for (auto const& member : written.members) {
    if (auto group = reading.read(member)) groups.push_back(std::move(*group));
  }
  std::vector<std::string> formulas;
  for (auto const& group : groups)
    if (opens_a_formula(group.name)) formulas.push_back(group.name);
  if (!formulas.empty())
    findings.warnings.push_back(formula_warning(findings.text_of(written.place), formulas));
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

bool read_size_of_runs(Member const& member, std::string_view block, RunSettings const& run,
                       std::optional<int>& month, int& households, int& replicates,
                       Findings& findings) {
  auto const path = std::string(block) + "." + member.key;
  auto const whole = [&](std::string_view unit, Range range) {
    return checked_value(member.value, path, Rule{Kind::whole_number, unit, range}, findings);
  };
  if (member.key == "month") {
    if (auto const number = whole("months", {1, static_cast<double>(run.counts.months)}))
      month = static_cast<int>(*number);
    return true;
  }
  if (member.key == "households") {
    households = static_cast<int>(whole("households", small_run_households).value_or(households));
    return true;
  }
  if (member.key != "replicates") return false;
  replicates = static_cast<int>(whole("replicates", small_run_replicates).value_or(replicates));
  return true;
}

std::optional<std::string> checked_measure(Entry const& written, std::string const& path,
                                           std::span<std::string_view const> known_measures,
                                           Findings& findings) {
  auto name = checked_text(written, path, findings);
  if (!name || known_measures.empty()) return name;
  if (std::ranges::find(known_measures, std::string_view(*name)) != known_measures.end())
    return name;
  findings.add(written.place, path + " is " + shown(written) + ", which is no measure" +
                                  suggestion(*name, known_measures));
  return std::nullopt;
}

std::optional<AttributionPlan> checked_attribution(Entry const* written, RunSettings const& run,
                                                   std::span<std::string_view const> known_measures,
                                                   Findings& findings) {
  if (written == nullptr || !is_section(*written, "attribute", findings)) return std::nullopt;
  AttributionPlan plan;
  for (auto const& member : written->members) {
    auto const path = "attribute." + member.key;
    if (member.key == "groups") {
      plan.groups = checked_groups(member.value, findings);
    } else if (member.key == "measure") {
      if (auto name = checked_measure(member.value, path, known_measures, findings))
        plan.measure = std::move(*name);
    } else if (!read_size_of_runs(member, "attribute", run, plan.month, plan.households,
                                  plan.replicates, findings)) {
      add_unknown(member, path, keys, findings);
    }
  }
  return plan;
}

}  // namespace graduasi
