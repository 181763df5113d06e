#include "output/cost_table.h"

#include "output/csv.h"

#include <string>

namespace graduasi {

namespace {

std::string_view name_of(std::optional<Perspective> perspective) {
  return perspective ? graduasi::name_of(*perspective) : std::string_view();
}

}  // namespace

void write_costs(Sink& sink, Outcome const& outcome, std::vector<CostFigure> const& figures) {
  sink.put(
      "policy,variant,perspective,item,unit,mean,lower,upper,difference,difference_lower,"
      "difference_upper,replicates,interval\n");
  for (auto const& f : figures) {
    CsvLine line(sink);
    line.text(outcome.policies[f.policy]);
    line.text(outcome.variants[f.variant].name);
    line.text(name_of(f.perspective));
    line.text(f.item);
    line.text(f.unit);
    line.interval(f.value);
    line.interval(f.difference.value_or(Estimate{}));
    line.number(static_cast<double>(f.value.replicates));
    line.text(name_of(f.value.interval));
  }
}

Json costs_json(Outcome const& outcome, std::vector<CostFigure> const& figures) {
  return list_of(figures, [&](CostFigure const& f) {
    auto const difference = f.difference.value_or(Estimate{});
    return Json::Members{{"policy", outcome.policies[f.policy]},
                         {"variant", outcome.variants[f.variant].name},
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
