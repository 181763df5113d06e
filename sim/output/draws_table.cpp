#include "output/draws_table.h"

#include "base/text.h"
#include "output/table.h"
#include "scenario/given_draws.h"
#include "scenario/priors.h"

#include <algorithm>

namespace graduasi {

namespace {

/// A value of one path in one draw.
struct DrawRow {
  std::size_t draw;
  std::string_view path;
  double value, weight;
};

TableColumns<DrawRow> columns() {
  return {{std::string(draws_columns[0]), Holds::whole,
           [](DrawRow const& row) -> Field { return whole(row.draw); }},
          {std::string(draws_columns[1]), Holds::text,
           [](DrawRow const& row) -> Field { return row.path; }},
          // Seven digits would be another world.
          {std::string(draws_columns[2]), Holds::number,
           [](DrawRow const& row) -> Field { return shortest(row.value); }},
          {std::string(draws_columns[3]), Holds::number,
           [](DrawRow const& row) -> Field { return shortest(row.weight); }}};
}

}  // namespace

WrittenDraws draws_taken(Scenario const& scenario) {
  WrittenDraws draws;
  // By path: the order of the file is lost in resolved.yaml, from which a run is repeated.
  auto in_order = scenario.uncertain;
  std::ranges::sort(in_order, {}, &Uncertain::path);
  for (auto const& uncertain : in_order) draws.paths.push_back(uncertain.path);
  for (int draw = 0; draw < scenario.run.counts.parameter_draws; ++draw) {
    auto& values = draws.values.emplace_back();
    for (auto const& uncertain : in_order)
      values.push_back(value_in_draw(uncertain, scenario, draw));
    draws.weights.push_back(1);
  }
  return draws;
}

void write_draws(Sink& sink, WrittenDraws const& draws) {
  write_csv(sink, columns(), [&](auto const& each) {
    for (std::size_t d = 0; d < draws.values.size(); ++d) {
      for (std::size_t p = 0; p < draws.paths.size(); ++p)
        each(DrawRow{d + 1, draws.paths[p], draws.values[d][p], draws.weights[d]});
    }
  });
}

void write_draws_taken(ResultFolder& folder, Scenario const& scenario) {
  if (scenario.uncertain.empty() || scenario.run.counts.parameter_draws == 1) return;
  folder.write("draws.csv", [&](Sink& sink) { write_draws(sink, draws_taken(scenario)); });
}

}  // namespace graduasi
