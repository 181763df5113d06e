#include "scenario/read_optimise.h"

#include "base/text.h"
#include "policy/levers.h"
#include "scenario/all_paths.h"
#include "scenario/groups.h"
#include "scenario/read_attribution.h"
#include "scenario/value.h"

#include <algorithm>
#include <array>

namespace graduasi {

namespace {

constexpr auto keys = std::to_array<std::string_view>(
    {"policy", "levers", "maximise", "minimise", "budget", "target", "month", "frontier",
     "evaluations", "households", "replicates", "allot"});

constexpr auto allotted_over = std::to_array<std::string_view>({"area"});

class OptimiseReading {
 public:
  OptimiseReading(Entry const& block, Scenario const& scenario,
                  std::span<std::string_view const> known_measures, Findings& findings)
      : block_(block), scenario_(scenario), known_measures_(known_measures), findings_(findings) {}

  OptimisePlan read() {
    for (auto const& member : block_.members) read_member(member);
    read_aim();
    refuse_levers_set_elsewhere();
    refuse_beside_allot();
    return std::move(plan_);
  }

 private:
  void read_member(Member const& member) {
    auto const path = "optimise." + member.key;
    if (member.key == "policy") {
      read_policy(member.value, path);
    } else if (member.key == "levers") {
      read_levers(member.value, path);
    } else if (member.key == "frontier") {
      read_frontier(member.value, path);
    } else if (member.key == "evaluations") {
      Rule const rule{Kind::whole_number, "evaluations", optimise_evaluations};
      if (auto const number = checked_value(member.value, path, rule, findings_))
        plan_.evaluations = static_cast<int>(*number);
    } else if (member.key == "allot") {
      Rule const rule{Kind::choice, "", {0, 0}, allotted_over};
      plan_.allot_areas = checked_value(member.value, path, rule, findings_).has_value();
    } else if (read_size_of_runs(member, "optimise", scenario_.run, plan_.month, plan_.households,
                                 plan_.replicates, findings_)) {
      return;
    } else if (std::ranges::find(keys, member.key) == keys.end()) {
      add_unknown(member, path, keys, findings_);
    }
  }

  void read_policy(Entry const& written, std::string const& path) {
    auto const name = checked_text(written, path, findings_);
    if (!name) return;
    std::vector<std::string_view> names;
    for (auto const& policy : scenario_.policies) names.push_back(policy.name);
    if (std::ranges::find(names, std::string_view(*name)) == names.end()) {
      findings_.add(written.place, path + " is " + shown(written) + "; it must be one of " +
                                       joined(names) + suggestion(*name, names));
      return;
    }
    plan_.policy = *name;
  }

  void read_levers(Entry const& written, std::string const& path) {
    plan_.levers.clear();
    if (written.shape != Entry::Shape::map || written.members.empty()) {
      auto const is = written.shape == Entry::Shape::map ? "empty" : shown(written);
      findings_.add(written.place,
                    path + " is " + is + "; it must be a map from a path to [least, most]");
      return;
    }
    if (written.members.size() > most_levers)
      findings_.add(written.place, path + " holds " + std::to_string(written.members.size()) +
                                       " levers; at most " + std::to_string(most_levers) +
                                       " can be looked over");
    for (auto const& member : written.members) read_lever(member, path);
  }

  void read_lever(Member const& member, std::string const& above) {
    auto const path = above + "." + shown(std::string_view(member.key));
    auto const* const row = find_row<Levers>(member.key);
    bool const is_number =
        row != nullptr && (row->kind == Kind::number || row->kind == Kind::whole_number);
    if (row != nullptr && !is_number) {
      findings_.add(member.place,
                    path + " is no number; run its values with graduasi sweep instead");
      return;
    }
    if (!is_number) {
      std::vector<std::string_view> paths;
      for (auto const& other : rows_of<Levers>())
        if (other.kind == Kind::number || other.kind == Kind::whole_number)
          paths.push_back(other.path);
      auto help = suggestion(member.key, paths);
      if (help.empty()) help = found_elsewhere(last_part(member.key));
      findings_.add(member.place, path + " is no lever" + help);
      return;
    }
    auto const& written = member.value;
    if (written.shape != Entry::Shape::list || written.items.size() != 2) {
      findings_.add(written.place, path + " is " + shown(written) + "; it must be [least, most]");
      return;
    }
    auto const least = checked_value(written.items[0], path + "[0]", rule_of(*row), findings_);
    auto const most = checked_value(written.items[1], path + "[1]", rule_of(*row), findings_);
    if (!least || !most) return;
    if (!(*least < *most)) {
      findings_.add(written.place, path + " is [" + shortest(*least) + ", " + shortest(*most) +
                                       "]; the first must be less than the second");
      return;
    }
    plan_.levers.push_back({member.key, {*least, *most}});
  }

  void read_frontier(Entry const& written, std::string const& path) {
    plan_.frontier.clear();
    if (written.shape != Entry::Shape::list) {
      findings_.add(written.place,
                    path + " is " + shown(written) + "; it must be a list, such as [0.8, 1, 1.5]");
      return;
    }
    Rule const rule{Kind::number, "times", optimise_multiples};
    for (auto const& item : written.items) {
      auto const here = path + "[" + std::to_string(&item - written.items.data()) + "]";
      if (auto const number = checked_value(item, here, rule, findings_))
        plan_.frontier.push_back(*number);
    }
    std::ranges::sort(plan_.frontier);
  }

  /// `budget: MEASURE`, as much as the baseline has of it, or `budget: {MEASURE: AMOUNT}`.
  void read_amount(std::string_view key, MeasureAmount& amount) {
    auto const* const written = find(block_, key);
    if (written == nullptr) return;
    auto const path = "optimise." + std::string(key);
    if (written->shape != Entry::Shape::map) {
      if (auto name = checked_measure(*written, path, known_measures_, findings_))
        amount.measure = std::move(*name);
      return;
    }
    if (written->members.size() != 1) {
      findings_.add(written->place,
                    path + " holds " + std::to_string(written->members.size()) +
                        " measures; it must be one measure, or one measure: amount");
      return;
    }
    auto const& member = written->members.front();
    Entry const name{
        .shape = Entry::Shape::text, .place = member.place, .text = member.key, .members = {}};
    if (auto known = checked_measure(name, path, known_measures_, findings_))
      amount.measure = std::move(*known);
    Rule const rule{Kind::number, "", optimise_amounts};
    amount.amount = checked_value(member.value, path + "." + shown(std::string_view(member.key)),
                                  rule, findings_);
  }

  void refuse_together(std::string_view one, std::string_view other, std::string const& why) {
    auto const* const written = find(block_, one);
    if (written == nullptr || find(block_, other) == nullptr) return;
    findings_.add(written->place, "optimise." + std::string(one) + " stands beside " +
                                      std::string(other) + "; " + why);
  }

  /// What is maximised under a budget, or minimised for a target.
  void read_aim() {
    plan_.minimise = find(block_, "minimise") != nullptr || find(block_, "target") != nullptr;
    refuse_together("minimise", "maximise", "only one of them is looked for");
    refuse_together("target", "maximise", "a target is reached for the least cost: take minimise");
    refuse_together("minimise", "budget", "a budget limits what is maximised: take a target");
    refuse_together("target", "budget", "the cost is minimised for a target: take one of them");
    if (plan_.minimise) {
      read_measure("minimise", plan_.cost);
      read_amount("target", plan_.gain);
    } else {
      read_measure("maximise", plan_.gain);
      read_amount("budget", plan_.cost);
    }
  }

  void read_measure(std::string_view key, MeasureAmount& amount) {
    auto const* const written = find(block_, key);
    if (written == nullptr) return;
    if (auto name =
            checked_measure(*written, "optimise." + std::string(key), known_measures_, findings_))
      amount.measure = std::move(*name);
  }

  /// Facilitators are as many as the baseline has, and only its caseload is looked at.
  void refuse_beside_allot() {
    if (!plan_.allot_areas) return;
    for (auto const key : {"policy", "minimise", "target", "frontier", "evaluations"})
      refuse_together(key, "allot", "facilitators are shared out as they are");
    bool const other =
        plan_.levers.size() != 1 || plan_.levers.front().path != OptimisePlan{}.levers.front().path;
    if (other)
      findings_.add(find(block_, "levers")->place,
                    "optimise.levers stands beside allot; then it may only say between which "
                    "policy.caseload.households_per_facilitator areas may lie");
  }

  /// A lever that the moved policy sets itself would come back later.
  void refuse_levers_set_elsewhere() {
    auto const moved = std::ranges::find(scenario_.policies, plan_.policy, &Policy::name);
    if (moved == scenario_.policies.end() || moved == scenario_.policies.begin()) return;
    for (auto const& lever : plan_.levers) {
      if (std::ranges::find(moved->set_here, lever.path) == moved->set_here.end()) continue;
      findings_.add(block_.place, "optimise.levers." + lever.path + " is set by the policy " +
                                      moved->name + " itself; take it out of one of the two");
    }
  }

  Entry const& block_;
  Scenario const& scenario_;
  std::span<std::string_view const> known_measures_;
  Findings& findings_;
  OptimisePlan plan_;
};

}  // namespace

std::optional<OptimisePlan> checked_optimisation(Entry const* written, Scenario const& scenario,
                                                 std::span<std::string_view const> known_measures,
                                                 Findings& findings) {
  if (written == nullptr || !is_section(*written, "optimise", findings)) return std::nullopt;
  return OptimiseReading(*written, scenario, known_measures, findings).read();
}

}  // namespace graduasi
