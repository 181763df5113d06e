#include "experiment/small_cells.h"

#include "base/contract.h"
#include "base/text.h"
#include "population/households_file.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>

namespace graduasi {

namespace {

/// A stratum, and the families of the file that it rests on.
struct Support {
  std::size_t stratum;
  double families;
};

double at_first_month(Outcome const& outcome, std::size_t piece, std::size_t stratum) {
  auto const active = find_measure("active");
  expects(active.has_value(), "families on the programme are a measure");
  auto const& values = outcome.series[piece * outcome.strata.size() + stratum].values;
  return values.rows() == 0 ? 0 : values(0, static_cast<Eigen::Index>(*active));
}

/// The least that a group of families rests on in any finished piece.
double support_of_group(Outcome const& outcome, std::size_t stratum, double rows) {
  double least = rows;
  for (std::size_t piece = 0; piece < outcome.pieces(); ++piece) {
    if (outcome.finished[piece] == 0) continue;
    double const all = at_first_month(outcome, piece, 0);
    if (all > 0) least = std::min(least, rows * at_first_month(outcome, piece, stratum) / all);
  }
  return least;
}

/// "area:Aceh" and "area:Bali" are of one split.
std::string_view split_of(std::string_view stratum) { return stratum.substr(0, stratum.find(':')); }

void empty(Outcome& outcome, std::size_t stratum) {
  for (std::size_t piece = 0; piece < outcome.pieces(); ++piece) {
    outcome.series[piece * outcome.strata.size() + stratum].values.setConstant(
        std::numeric_limits<double>::quiet_NaN());
  }
}

}  // namespace

void empty_small_cells(Outcome& outcome, Scenario const& scenario, Areas const& areas) {
  double rows = 0;
  for (auto const& area : areas.rows) rows += static_cast<double>(area.surveyed.size());
  if (rows == 0) return;
  std::size_t const of_areas = splits_by(scenario.output, Split::area) ? areas.rows.size() : 0;
  std::vector<std::string_view> emptied;
  for (std::size_t first = 1, last = 1; first < outcome.strata.size(); first = last) {
    while (last < outcome.strata.size() &&
           split_of(outcome.strata[last]) == split_of(outcome.strata[first]))
      ++last;
    std::vector<Support> held;
    for (std::size_t s = first; s < last; ++s) {
      double const families = s <= of_areas ? static_cast<double>(areas.rows[s - 1].surveyed.size())
                                            : support_of_group(outcome, s, rows);
      if (families > 0) held.push_back({s, families});
    }
    std::ranges::stable_sort(held, {}, &Support::families);
    auto few = static_cast<std::size_t>(std::ranges::count_if(held, [](Support const& support) {
      return support.families < static_cast<double>(smallest_cell);
    }));
    if (few == 1) few = std::min<std::size_t>(2, held.size());
    for (auto const& support : std::span(held).first(few)) {
      empty(outcome, support.stratum);
      emptied.push_back(outcome.strata[support.stratum]);
    }
  }
  if (emptied.empty()) return;
  std::ranges::sort(emptied);
  outcome.facts.warnings.push_back(
      {"output.strata", "too few families of the household file stand behind " + joined(emptied),
       "these results are left empty: at least 5 families are needed, and a single empty group "
       "could be told from the others, so the next smallest goes with it"});
}

}  // namespace graduasi
