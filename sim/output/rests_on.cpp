#include "output/rests_on.h"

#include "model/parameters.h"
#include "output/manifest.h"
#include "parameters/lookup.h"
#include "scenario/swept_path.h"
#include "scenario/where.h"

#include <algorithm>
#include <string_view>

namespace graduasi {

namespace {

Json value_json(Row const& row, double value) {
  if (row.kind == Kind::yes_no) return value != 0;
  if (row.kind == Kind::choice || row.kind == Kind::set) return text_of(row, value);
  return value;
}

template <class Root>
void add_changed(RestsOn& result, Root const& root) {
  Root const defaults;
  for (auto const& row : rows_of<Root>()) {
    double const value = row.get(root);
    double const usual = row.get(defaults);
    if (value == usual) continue;
    result.changed.push_back(
        {row.path, value_json(row, value), value_json(row, usual), std::string(row.unit)});
  }
}

template <class Root>
void add_assumptions(RestsOn& result, Root const& root) {
  for (auto const& row : rows_of<Root>()) {
    if (row.source.find("assumption") == std::string_view::npos) continue;
    result.assumptions.push_back({row.path, value_json(row, row.get(root)), std::string(row.unit),
                                  std::string(row.meaning), std::string(row.source)});
  }
}

/// Whether a step says what the lever is. The baseline's first step answers for all levers; any
/// other policy takes over what it does not set.
bool answers_for(Policy const& policy, bool is_baseline, LeverStep const& step,
                 std::string_view path) {
  return (is_baseline && &step == &policy.steps.front()) || std::ranges::count(step.sets, path) > 0;
}

void add_changed_levers(RestsOn& result, Policy const& policy, bool is_baseline,
                        CalendarMonth start) {
  Levers const defaults;
  Levers before;
  for (auto const& step : policy.steps) {
    for (auto const& row : rows_of<Levers>()) {
      double const value = row.get(step.levers);
      auto const where = place_text(policy, step.where);
      bool const same = value == row.get(before) && where.empty();
      if (same || !answers_for(policy, is_baseline, step, row.path)) continue;
      if (where.empty()) row.set(before, value);
      auto path = "policies." + policy.name + row.path.substr(Levers::root.size());
      if (step.from > start) path += " from " + month_text(step.from);
      if (!where.empty()) path += " in " + where;
      result.changed.push_back({path, value_json(row, value), value_json(row, row.get(defaults)),
                                std::string(row.unit)});
    }
  }
}

}  // namespace

RestsOn rests_on(Scenario const& scenario) {
  RestsOn result;
  add_changed(result, *scenario.world);
  add_changed(result, scenario.population);
  for (auto const& policy : scenario.policies) {
    add_changed_levers(result, policy, &policy == &scenario.policies.front(), scenario.run.start);
  }
  add_assumptions(result, *scenario.world);
  add_assumptions(result, scenario.population);
  add_assumptions(result, scenario.policies.front().steps.front().levers);
  result.swept = scenario.sweep;
  for (auto const& uncertain : scenario.uncertain) result.uncertain.push_back(uncertain.path);
  return result;
}

Json rests_on_json(RestsOn const& rests_on) {
  auto const swept = [](SweepAxis const& axis) {
    auto const path = swept_path(axis);
    auto const values = path.is_number ? list_of(axis.values, [](double value) { return value; })
                                       : list_of(path.texts, [](auto const& text) { return text; });
    return Json::Members{{"path", axis.path}, {"values", values}};
  };
  auto const changed = [](ChangedParameter const& p) {
    return Json::Members{
        {"path", p.path}, {"value", p.value}, {"default", p.default_value}, {"unit", p.unit}};
  };
  auto const assumed = [](AssumedParameter const& p) {
    return Json::Members{{"path", p.path},
                         {"value", p.value},
                         {"unit", p.unit},
                         {"meaning", p.meaning},
                         {"source", p.source}};
  };
  auto const sensitivity = [](Sensitivity const& i) {
    return Json::Members{{"path", i.path},
                         {"unit", i.unit},
                         {"source", i.source},
                         {"low", i.low},
                         {"high", i.high},
                         {"answer_low", i.answer_low},
                         {"answer_high", i.answer_high}};
  };
  auto shown = rests_on.sensitivities.parameters;
  if (shown.size() > max_sensitivities) shown.resize(max_sensitivities);
  auto const sensitivities = Json::Members{{"policy", rests_on.sensitivities.policy},
                                           {"middle", rests_on.sensitivities.middle},
                                           {"households", rests_on.sensitivities.households},
                                           {"parameters", list_of(shown, sensitivity)}};
  return Json::Members{
      {"influences", sensitivities},
      {"changed", list_of(rests_on.changed, changed)},
      {"assumptions", list_of(rests_on.assumptions, assumed)},
      {"swept", list_of(rests_on.swept, swept)},
      {"uncertain", list_of(rests_on.uncertain, [](auto const& path) { return path; })}};
}

}  // namespace graduasi
