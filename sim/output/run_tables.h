// The tables of a run: each is one list of columns, for its file, its sheet and the store.
#pragma once

#include "outcome/estimate.h"
#include "outcome/recorded_rows.h"
#include "output/rests_on.h"
#include "output/table.h"
#include "store/sink.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace graduasi {

// Rows are in the order policy, variant, subgroup, month, measure; measures are indices in
// `measures()`, ascending.

/// A row of curves, summary and comparison: one measure of one policy, variant, subgroup and month.
struct FigureRow {
  std::string_view policy, variant, subgroup, baseline;
  RecordedRow recorded;
  CalendarMonth date;
  Measure const* measure;
  Estimate const* estimate;  ///< of the measure, or of its difference to the baseline
  double probability_better = Estimate::not_defined;  ///< of a difference
  double variance_ratio = Estimate::not_defined;      ///< of a difference
};

/// Of curves, and of summary, whose file also holds the year.
enum class Year { left_out, written };
TableColumns<FigureRow> curve_columns(Year year);
TableColumns<FigureRow> comparison_columns();

/// The months of a subgroup that are wanted.
using MonthsOf = std::function<std::vector<RecordedRow>(RunResults const&, std::size_t subgroup)>;
using EachFigure = std::function<void(FigureRow const&)>;

void for_each_figure(RunResults const& results, std::span<std::size_t const> measures,
                     MonthsOf const& months_of, EachFigure const& each);
/// The same for differences; no row when there is no other policy.
void for_each_difference(RunResults const& results, std::span<std::size_t const> measures,
                         MonthsOf const& months_of, EachFigure const& each);

/// curves.csv: mean and interval of every recorded month.
void write_curves(Sink& sink, RunResults const& results, std::span<std::size_t const> measures);

/// summary.csv: the same for the last recorded month of each calendar year, the last one too if it
/// is cut short; month 0 belongs to no year of the run.
void write_summary(Sink& sink, RunResults const& results, std::span<std::size_t const> measures);

/// comparison.csv: every other policy less the baseline; only a header when there is none.
void write_comparison(Sink& sink, RunResults const& results, std::span<std::size_t const> measures);

/// replicates.csv: every figure of every finished simulation.
void write_replicates(Sink& sink, RunResults const& results, std::span<std::size_t const> measures);

/// variants.csv: what each variant sets; words, true and false as a scenario writes them.
void write_variants(Sink& sink, RunResults const& results);

/// sensitivity.csv: what each uncertain parameter does to the answer, the furthest first.
void write_sensitivity(Sink& sink, Sensitivities const& sensitivities, std::string_view baseline);

/// codebook.csv: what the measures are.
void write_codebook(Sink& sink, std::span<std::size_t const> measures);

}  // namespace graduasi
