#include "output/page/page_sweep.h"

#include "scenario/swept_path.h"

#include <algorithm>
#include <utility>

namespace graduasi {

namespace {

using Members = Json::Members;

Json axis_json(SweepAxis const& axis) {
  auto const path = swept_path(axis);
  return Members{{"path", axis.path},
                 {"unit", path.unit},
                 {"is_number", path.is_number},
                 {"values", list_of(axis.values, [](double value) { return value; })},
                 {"texts", list_of(path.texts, [](auto const& text) { return text; })}};
}

/// The marginals of one policy between two neighbours, measure after measure.
Json neighbours_json(RunResults const& results, std::span<Marginal const> all) {
  bool const has_interval = std::ranges::any_of(
      all, [](Marginal const& m) { return m.per_unit.interval != Interval::none; });
  auto const bound = [&](double Estimate::*of) {
    if (!has_interval) return Json();
    return Json(list_of(all, [of](Marginal const& m) { return m.per_unit.*of; }));
  };
  auto const& first = all.front();
  return Members{{"policy", results.policies[first.policy]},
                 {"path", first.path},
                 {"from", results.variants[first.variant_from].name},
                 {"to", results.variants[first.variant_to].name},
                 {"per_unit", list_of(all, [](Marginal const& m) { return m.per_unit.mean; })},
                 {"lower", bound(&Estimate::lower)},
                 {"upper", bound(&Estimate::upper)}};
}

}  // namespace

Json page_sweep(RunResults const& results, std::vector<SweepAxis> const& sweep,
                std::span<Marginal const> marginals, std::span<std::size_t const> chosen) {
  if (sweep.empty()) return {};
  Json::List neighbours;
  for (; marginals.size() >= chosen.size() && !chosen.empty();
       marginals = marginals.subspan(chosen.size()))
    neighbours.push_back(neighbours_json(results, marginals.first(chosen.size())));
  auto const values = [](Variant const& variant) {
    return list_of(variant.values,
                   [](auto const& path_and_value) { return path_and_value.second; });
  };
  return Members{{"axes", list_of(sweep, axis_json)},
                 {"variants", list_of(results.variants, values)},
                 {"marginals", std::move(neighbours)}};
}

}  // namespace graduasi
