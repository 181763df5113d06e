#include "outcome/run_results.h"

#include "base/contract.h"
#include "outcome/incidence.h"

#include <algorithm>
#include <cstring>

namespace graduasi {

namespace {

/// First exits of the families enrolled at month 0, column 0 self-reliant, 1 natural, 2 taken off.
Incidence first_exits(MonthlyTallies const& tallies) {
  auto const months = static_cast<Eigen::Index>(tallies.size()) - 1;
  Eigen::ArrayXd at_risk(months);
  Eigen::ArrayXXd exits(months, 3);
  auto still_there = static_cast<double>(tallies.front()[Count::active]);
  for (Eigen::Index m = 0; m < months; ++m) {
    auto const& tally = tallies[static_cast<std::size_t>(m) + 1];
    at_risk(m) = still_there;
    exits(m, 0) = static_cast<double>(tally[Count::first_left_self_reliant]);
    exits(m, 1) = static_cast<double>(tally[Count::first_left_natural]);
    exits(m, 2) = static_cast<double>(tally[Count::first_left_removed]);
    still_there -= exits(m, 0) + exits(m, 1) + exits(m, 2);
  }
  return incidence(at_risk, exits);
}

}  // namespace

Lives lives_of(RunCounts const& counts) {
  return {static_cast<std::size_t>(counts.replicates), static_cast<std::size_t>(twins_of(counts))};
}

Series series_of(MonthlyTallies const& tallies, Scale const& scale) {
  expects(!tallies.empty(), "a run has a month 0");
  auto const all = measures();
  auto const left = first_exits(tallies);
  auto const mean_months = restricted_mean(left.remaining);

  Series series{Eigen::ArrayXXd(static_cast<Eigen::Index>(tallies.size()),
                                static_cast<Eigen::Index>(all.size()))};
  Tally so_far;
  for (std::size_t m = 0; m < tallies.size(); ++m) {
    if (m > 0) so_far += tallies[m];
    auto const row = static_cast<Eigen::Index>(m);
    MonthView const view{static_cast<int>(m),
                         tallies[m],
                         so_far,
                         {left.cumulative(row, 0), left.cumulative(row, 1), left.cumulative(row, 2),
                          mean_months(row)},
                         scale};
    for (std::size_t i = 0; i < all.size(); ++i) {
      series.values(row, static_cast<Eigen::Index>(i)) = all[i].formula(view);
    }
  }
  return series;
}

Series only_months(Series const& series, std::vector<int> const& months) {
  return {series.values(months, Eigen::all)};
}

void make_slots(RunResults& results) {
  expects(!results.policies.empty() && !results.variants.empty() && !results.subgroups.empty(),
          "results have a policy, a variant and a subgroup");
  results.series.assign(results.simulations() * results.subgroups.size(), {});
  results.finished.assign(results.simulations(), 0);
}

std::vector<int> recorded_months(RunResults const& results, std::size_t subgroup) {
  int const step = subgroup == 0 ? 1 : results.strata_every;
  std::vector<int> months;
  for (int m = 0; m <= results.months; m += step) months.push_back(m);
  if (months.back() != results.months) months.push_back(results.months);
  return months;
}

void store(RunResults& results, Simulation const& simulation, std::size_t subgroup,
           MonthlyTallies const& tallies, Scale const& scale) {
  expects(tallies.size() == static_cast<std::size_t>(results.months) + 1, "a tally of every month");
  auto series = series_of(tallies, scale);
  results.series[results.slot(simulation, subgroup)] =
      subgroup == 0 ? std::move(series) : only_months(series, recorded_months(results, subgroup));
}

void finish(RunResults& results, Simulation const& simulation) {
  results.finished[results.index_of(simulation)] = 1;
}

std::vector<double> figures_of(RunResults const& results, Simulation const& simulation) {
  std::vector<double> figures;
  for (std::size_t s = 0; s < results.subgroups.size(); ++s) {
    auto const& values = results.series[results.slot(simulation, s)].values;
    figures.insert(figures.end(), values.data(), values.data() + values.size());
  }
  return figures;
}

bool set_figures(RunResults& results, Simulation const& simulation, std::string_view bytes) {
  auto const columns = static_cast<Eigen::Index>(measures().size());
  for (std::size_t s = 0; s < results.subgroups.size(); ++s) {
    auto& values = results.series[results.slot(simulation, s)].values;
    values.resize(static_cast<Eigen::Index>(recorded_months(results, s).size()), columns);
    auto const size = static_cast<std::size_t>(values.size()) * sizeof(double);
    if (size > bytes.size()) return false;
    std::memcpy(values.data(), bytes.data(), size);
    // NaN says that a figure is not defined; no figure of ours has no end.
    if (values.array().isInf().any()) return false;
    bytes.remove_prefix(size);
  }
  return bytes.empty();
}

void copy_to_variant(RunResults& results, Simulation const& finished, std::size_t variant) {
  Simulation other = finished;
  other.variant = variant;
  if (results.finished[results.index_of(other)]) return;
  for (std::size_t s = 0; s < results.subgroups.size(); ++s)
    results.series[results.slot(other, s)] = results.series[results.slot(finished, s)];
  finish(results, other);
}

std::size_t finished_simulations(RunResults const& results) {
  return static_cast<std::size_t>(std::ranges::count(results.finished, char{1}));
}

}  // namespace graduasi
