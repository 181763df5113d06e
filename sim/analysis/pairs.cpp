#include "analysis/pairs.h"

#include "base/contract.h"
#include "outcome/measures.h"

#include <algorithm>
#include <span>

namespace graduasi {

std::vector<double> values_of(RunResults const& results, Cell cell, std::string_view measure) {
  auto const index = find_measure(measure);
  expects(index.has_value(), "what is looked at is a measure");
  cell.measure = *index;
  std::vector<double> values;
  gather(results, usable_pairs(results, cell.variant), cell, values);
  return values;
}

std::vector<double> difference_of(std::vector<double> const& a, std::vector<double> const& b) {
  expects(a.size() == b.size(), "both hold the same pairs");
  std::vector<double> difference(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) difference[i] = a[i] - b[i];
  return difference;
}

double mean_of(std::vector<double> const& values, Lives lives) {
  auto const own = std::span(values).first(lives.own(values.size()));
  double sum = 0;
  for (double const value : own) sum += value;
  return sum / static_cast<double>(own.size());
}

void reduce_to_size(Scenario& scenario, int households, int replicates, std::optional<int>& month) {
  auto& counts = scenario.run.counts;
  if (!month) month = counts.months;
  auto& size = scenario.population.size.households;
  size = std::min(size, households);
  counts.replicates = std::min(counts.replicates, replicates);
  // Nothing later has any part in it.
  counts.months = std::min(counts.months, *month);
  scenario.output = {};
}

}  // namespace graduasi
