#include "output/cost_table.h"

#include "output/table.h"

#include <algorithm>
#include <string>

namespace graduasi {

namespace {

std::string_view name_of(std::optional<Perspective> perspective) {
  return perspective ? graduasi::name_of(*perspective) : std::string_view();
}

TableColumns<CostFigure> cost_columns(RunResults const& results) {
  using F = CostFigure;
  TableColumns<F> all{
      {"policy", Holds::text,
       [&](F const& f) { return std::string_view(results.policies[f.policy]); }},
      {"variant", Holds::text,
       [&](F const& f) { return std::string_view(results.variants[f.variant].name); }},
      {"perspective", Holds::text, [](F const& f) { return name_of(f.perspective); }},
      {"item", Holds::text, [](F const& f) { return f.item; }},
      {"unit", Holds::text, [](F const& f) { return f.unit; }}};
  add_interval<F>(all, {"mean", "lower", "upper"}, [](F const& f) { return &f.value; });
  add_interval<F>(all, with_bounds("difference"),
                  [](F const& f) { return f.difference ? &*f.difference : nullptr; });
  add_basis<F>(all, [](F const& f) { return &f.value; });
  return all;
}

}  // namespace

void write_costs(Sink& sink, RunResults const& results, std::vector<CostFigure> const& figures) {
  write_csv(sink, cost_columns(results), [&](auto each) { std::ranges::for_each(figures, each); });
}

Json costs_json(RunResults const& results, std::vector<CostFigure> const& figures) {
  return list_of(figures, [&](CostFigure const& f) {
    auto const difference = f.difference.value_or(Estimate{});
    return Json::Members{{"policy", results.policies[f.policy]},
                         {"variant", results.variants[f.variant].name},
                         {"perspective", name_of(f.perspective)},
                         {"item", f.item},
                         {"unit", f.unit},
                         {"mean", f.value.mean},
                         {"lower", f.value.lower},
                         {"upper", f.value.upper},
                         {"difference", difference.mean},
                         {"difference_lower", difference.lower},
                         {"difference_upper", difference.upper}};
  });
}

}  // namespace graduasi
