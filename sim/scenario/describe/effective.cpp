#include "scenario/describe/effective.h"

#include "base/contract.h"
#include "model/parameters.h"
#include "scenario/all_paths.h"
#include "scenario/blocks/block.h"
#include "scenario/blocks/read_events.h"
#include "scenario/blocks/read_findings.h"
#include "scenario/describe/reference.h"
#include "scenario/priors.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"
#include "scenario/where.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace graduasi {

namespace {

/// Collects values, each with the description of its parameter.
class Collector {
 public:
  Collector() {
    for (auto& d : all_descriptions()) descriptions_.emplace(d.path, d);
  }

  /// @param described  the parameter that the description is of
  EffectiveValue& add(std::string path, std::string value, std::string_view described) {
    auto const found = descriptions_.find(described);
    expects(found != descriptions_.end(), "every key of a scenario is described");
    auto const& d = found->second;
    all_.push_back({std::move(path), std::move(value), d.unit, d.range, d.standard, d.meaning,
                    d.source, false});
    return all_.back();
  }

  EffectiveValue& add(std::string const& path, std::string value) {
    return add(path, std::move(value), path);
  }

  std::vector<EffectiveValue> all() && { return std::move(all_); }

 private:
  std::map<std::string, Description, std::less<>> descriptions_;
  std::vector<EffectiveValue> all_;
};

template <class Root>
void add_rows(Collector& values, Root const& root, std::vector<Uncertain> const& uncertain) {
  for (auto const& row : rows_of<Root>()) {
    auto const prior = std::ranges::find(uncertain, row.path, &Uncertain::path);
    values.add(row.path,
               prior == uncertain.end() ? text_of(row, row.get(root)) : text_of(prior->prior));
  }
}

/// A value that a lever is brought to.
struct Move {
  CalendarMonth from;
  int phase_in_months;
  double target;
  std::string where;  ///< for readers; empty: everywhere
};

bool is_gradual(Move const& move) { return move.phase_in_months > 1; }

void append_moves(std::vector<Move>& moves, Policy const& policy, std::string_view lever) {
  auto const& row = *find_row<Levers>(lever);
  for (auto const& step : policy.steps) {
    if (std::ranges::find(step.sets, lever) == step.sets.end()) continue;
    auto where = place_text(policy, step.where);
    // A step decides all months from its own on, whatever was to come later where it holds.
    std::erase_if(moves, [&](Move const& move) {
      return move.from >= step.from && (where.empty() || where == move.where);
    });
    moves.push_back({step.from, step.phase_in_months, row.get(step.levers), std::move(where)});
  }
}

/// What is believed of the baseline's lever, where a policy begins with that; else null.
Uncertain const* prior_at_first(Policy const& policy, Scenario const& scenario,
                                std::string_view lever) {
  auto const& first = policy.steps.front();
  bool const own = &policy != scenario.policies.data() && first.from == scenario.run.start &&
                   first.phase_in_months <= 1 &&
                   std::ranges::find(first.sets, lever) != first.sets.end();
  auto const prior = std::ranges::find(scenario.uncertain, lever, &Uncertain::path);
  return own || prior == scenario.uncertain.end() ? nullptr : &*prior;
}

/// Where the lever stands at first, and every move that changes it.
std::string timeline_text(Policy const& policy, Scenario const& scenario, std::string_view lever) {
  auto const& baseline = scenario.policies.front();
  auto const& row = *find_row<Levers>(lever);
  std::vector<Move> moves;
  append_moves(moves, baseline, lever);
  if (&policy != &baseline) append_moves(moves, policy, lever);
  double stands = row.get(baseline.steps.front().levers);
  if (!moves.empty() && moves.front().from == scenario.run.start && !is_gradual(moves.front()) &&
      moves.front().where.empty()) {
    stands = moves.front().target;
  }
  auto const* const uncertain = prior_at_first(policy, scenario, lever);
  auto text = uncertain == nullptr ? text_of(row, stands) : text_of(uncertain->prior);
  bool on_the_way = false, same_everywhere = true;
  for (auto const& move : moves) {
    bool const says_nothing = move.target == stands && !on_the_way && same_everywhere;
    if (says_nothing && move.where.empty()) continue;
    text += ", then " + text_of(row, move.target) + " from " + text_of(move.from);
    if (is_gradual(move)) text += " over " + std::to_string(move.phase_in_months) + " months";
    same_everywhere = move.where.empty();
    if (!same_everywhere) {
      text += " in " + move.where;
      continue;
    }
    on_the_way = is_gradual(move);
    stands = move.target;
  }
  return text;
}

bool sets(Policy const& policy, std::string const& lever) {
  return std::ranges::find(policy.set_here, lever) != policy.set_here.end();
}

/// What a policy has beside its name, which is its path, and its lists.
void add_keys_of_policy(Collector& values, Policy const& policy, std::string const& path,
                        Scenario const& scenario) {
  for (auto const& key : rows_of_item<Policy>().keys) {
    if (key.form == KeyForm::list || key.path == "policies.name") continue;
    tell(key, &policy, scenario, [&](std::string const& beyond, std::string value) {
      values.add(path + "." + std::string(last_part(key.path)) + beyond, std::move(value),
                 key.path);
    });
  }
}

void add_policies(Collector& values, Scenario const& scenario) {
  for (auto const& policy : scenario.policies) {
    bool const is_baseline = &policy == scenario.policies.data();
    auto const path = "policies." + policy.name;
    auto const where = text_of(where_of(policy));
    values
        .add(path,
             is_baseline     ? "the baseline"
             : where.empty() ? "a policy"
                             : "a policy in " + where,
             "policies.name")
        .standard.clear();
    for (std::size_t i = 0; i < policy.events.size(); ++i) {
      values.add(path + ".events[" + std::to_string(i) + "]", text_of(policy.events[i], scenario),
                 "policies.events");
    }
    add_keys_of_policy(values, policy, path, scenario);
    for (auto const& row : rows_of<Levers>()) {
      auto& value = values.add(path + row.path.substr(Levers::root.size()),
                               timeline_text(policy, scenario, row.path), row.path);
      value.follows_baseline = !is_baseline && !sets(policy, row.path);
    }
  }
}

void add_sweep(Collector& values, std::vector<SweepAxis> const& sweep) {
  for (auto const& axis : sweep) {
    auto const* const row = find_any_row(axis.path);
    expects(row != nullptr, "a swept path is known");
    std::string list;
    for (double const value : axis.values)
      list += (list.empty() ? "" : ", ") + text_of(*row, value);
    values.add("sweep." + axis.path, "[" + list + "]", row->path).standard = "not swept";
  }
}

void add_block(Collector& values, Block const& block, Scenario const& scenario) {
  auto const* const plan = block.of(scenario);
  if (plan == nullptr) return;
  for (auto const& key : block.keys) {
    tell(key, plan, scenario, [&](std::string const& beyond, std::string value) {
      auto& added = values.add(key.path + beyond, std::move(value), key.path);
      // The table that ships is told by its name and hash.
      if (key.path == "population.areas" && scenario.areas_shipped) added.standard = added.value;
    });
  }
}

/// Findings have no name of their own: those at the same place are the same one.
void add_findings(Collector& values, Scenario const& scenario) {
  for (std::size_t i = 0; i < scenario.findings.size(); ++i) {
    auto const path = "findings[" + std::to_string(i) + "].";
    tell_finding(scenario.findings[i], scenario, [&](BlockKey const& key, std::string value) {
      values.add(path + std::string(last_part(key.path)), std::move(value), key.path);
    });
  }
}

}  // namespace

std::vector<EffectiveValue> effective_values(Scenario const& scenario) {
  Collector values;
  values.add("question", scenario.question);
  add_block(values, run_block(), scenario);
  add_rows(values, scenario.run, {});
  add_block(values, population_files(), scenario);
  add_rows(values, scenario.population, scenario.uncertain);
  add_rows(values, *scenario.world, scenario.uncertain);
  add_policies(values, scenario);
  add_sweep(values, scenario.sweep);
  in_order_of_scenario([&](Block const& block) { add_block(values, block, scenario); },
                       [&] { add_findings(values, scenario); });
  return std::move(values).all();
}

}  // namespace graduasi
