#include "output/run_tables.h"

#include "outcome/comparison.h"
#include "output/reading_columns.h"
#include "scenario/headline.h"
#include "scenario/swept_path.h"

#include <string>
#include <utility>

namespace graduasi {

namespace {

using R = FigureRow;

/// The month and the measure, for people: a sheet has them before its figures, a file at the end
/// of a row.
TableColumns<R> in_words(In in) {
  return joined<R>({{date_column<R>([](R const& r) { return r.date; }, in)},
                    measure_columns<R>([](R const& r) { return r.measure; }, in)});
}

/// The end of a row.
TableColumns<R> for_reading() {
  return joined<R>({in_words(In::file), group_columns<R>([](R const& r) { return r.subgroup; })});
}

/// To the measure; a difference also names the baseline, a summary the year.
TableColumns<R> whose(bool is_difference, Year year) {
  TableColumns<R> all{{"policy", Holds::text, [](R const& r) { return r.policy; }, 24},
                      {"variant", Holds::text, [](R const& r) { return r.variant; }, 18}};
  if (is_difference)
    all.push_back({"baseline", Holds::text, [](R const& r) { return r.baseline; }, 24});
  all.push_back({"stratum", Holds::text, [](R const& r) { return r.subgroup; }, 16});
  if (year == Year::written)
    all.push_back({"year", Holds::whole, [](R const& r) { return std::int64_t{r.recorded.year}; },
                   8, In::file});
  TableColumns<R> const rest{
      {"month", Holds::whole, [](R const& r) { return std::int64_t{r.recorded.month}; }, 8},
      {"measure", Holds::text, [](R const& r) { return r.measure->name; }, 28}};
  return joined<R>({all, rest, in_words(In::sheet)});
}

/// A part of the estimate.
TableColumn<R> part(std::string name, double Estimate::*member, double width) {
  return {std::move(name), Holds::figure, [member](R const& r) { return r.estimate->*member; },
          width};
}

/// What a figure rests on.
TableColumns<R> basis() {
  return {
      {"replicates", Holds::whole, [](R const& r) { return whole(r.estimate->replicates); }, 11},
      {"interval", Holds::text, [](R const& r) { return name_of(r.estimate->interval); }, 12},
      part("sd_chance", &Estimate::sd_chance, 14),
      part("sd_parameters", &Estimate::sd_parameters, 14)};
}

FigureRow row_of(RunResults const& results, Cell const& cell, RecordedRow const& recorded) {
  return {.policy = results.policies[cell.policy],
          .variant = results.variants[cell.variant].name,
          .subgroup = results.subgroups[cell.subgroup],
          .baseline = results.policies.front(),
          .recorded = recorded,
          .date = calendar_month_of(results, recorded.month),
          .measure = &measures()[cell.measure],
          .estimate = nullptr};
}

/// Calls `each(cell, pairs, row)` for every measure and month that are wanted, the row without its
/// estimate.
template <class Each>
void for_each_cell(RunResults const& results, std::span<std::size_t const> chosen,
                   MonthsOf const& months_of, Each each) {
  for_each_curve(results, [&](Cell cell) {
    auto const pairs = usable_pairs(results, cell.variant);
    for (auto const& recorded : months_of(results, cell.subgroup)) {
      cell.row = recorded.row;
      for (std::size_t const measure : chosen) {
        cell.measure = measure;
        each(cell, pairs, row_of(results, cell, recorded));
      }
    }
  });
}

/// A figure of a finished simulation.
struct ReplicateRow {
  std::string_view policy, variant, subgroup;
  Simulation simulation;
  int month;
  std::string_view measure;
  double value;
};

using Replicate = ReplicateRow;
TableColumns<Replicate> replicate_columns() {
  return {{"policy", Holds::text, [](Replicate const& r) { return r.policy; }},
          {"variant", Holds::text, [](Replicate const& r) { return r.variant; }},
          {"stratum", Holds::text, [](Replicate const& r) { return r.subgroup; }},
          {"draw", Holds::whole, [](Replicate const& r) { return whole(r.simulation.draw); }},
          // A twin is no replicate: its field is empty.
          {"replicate", Holds::whole,
           [](Replicate const& r) {
             return r.simulation.replicate == twin ? Field() : Field(whole(r.simulation.replicate));
           }},
          {"month", Holds::whole, [](Replicate const& r) { return std::int64_t{r.month}; }},
          {"measure", Holds::text, [](Replicate const& r) { return r.measure; }},
          {"value", Holds::number, [](Replicate const& r) { return r.value; }}};
}

template <class Each>
void for_each_replicate(RunResults const& results, std::span<std::size_t const> chosen, Each each) {
  for_each_curve(results, [&](Cell const& cell) {
    auto const rows = all_rows(results, cell.subgroup);
    for (std::size_t life = 0; life < results.number_of_lives(); ++life) {
      Simulation const simulation = results.life(cell.policy, cell.variant, life);
      if (!results.finished[results.index_of(simulation)]) continue;
      auto const& values = results.series[results.slot(simulation, cell.subgroup)].values;
      Replicate row{.policy = results.policies[cell.policy],
                    .variant = results.variants[cell.variant].name,
                    .subgroup = results.subgroups[cell.subgroup],
                    .simulation = simulation,
                    .month = 0,
                    .measure = {},
                    .value = 0};
      for (auto const& recorded : rows) {
        row.month = recorded.month;
        for (std::size_t const measure : chosen) {
          row.measure = measures()[measure].name;
          row.value =
              values(static_cast<Eigen::Index>(recorded.row), static_cast<Eigen::Index>(measure));
          each(row);
        }
      }
    }
  });
}

struct VariantRow {
  std::string_view variant, path;
  Field value;
};

TableColumns<VariantRow> variant_columns() {
  return {{"variant", Holds::text, [](VariantRow const& r) { return r.variant; }},
          {"path", Holds::text, [](VariantRow const& r) { return r.path; }},
          {"value", Holds::either, [](VariantRow const& r) { return r.value; }}};
}

/// An influence, and the run that it belongs to.
struct InfluenceRow {
  std::string_view policy, baseline;
  double middle;
  Sensitivity const* its;
};

using I = InfluenceRow;
TableColumns<I> influence_columns() {
  return {{"policy", Holds::text, [](I const& r) { return r.policy; }},
          {"baseline", Holds::text, [](I const& r) { return r.baseline; }},
          {"measure", Holds::text, [](I const&) { return headline_measure; }},
          {"path", Holds::text, [](I const& r) { return std::string_view(r.its->path); }},
          {"unit", Holds::text, [](I const& r) { return std::string_view(r.its->unit); }},
          {"low", Holds::number, [](I const& r) { return r.its->low; }},
          {"high", Holds::number, [](I const& r) { return r.its->high; }},
          {"answer_low", Holds::number, [](I const& r) { return r.its->answer_low; }},
          {"answer_middle", Holds::number, [](I const& r) { return r.middle; }},
          {"answer_high", Holds::number, [](I const& r) { return r.its->answer_high; }},
          {"swing", Holds::number, [](I const& r) { return r.its->swing; }},
          {"source", Holds::text, [](I const& r) { return std::string_view(r.its->source); }}};
}

TableColumns<Measure> codebook_columns() {
  return {{"measure", Holds::text, [](Measure const& m) { return m.name; }},
          {"label_en", Holds::text, [](Measure const& m) { return m.label_en; }},
          {"label_id", Holds::text, [](Measure const& m) { return m.label_id; }},
          {"unit", Holds::text, [](Measure const& m) { return m.unit; }},
          {"definition", Holds::text, [](Measure const& m) { return m.definition; }},
          {"definition_id", Holds::text, [](Measure const& m) { return m.definition_id; }},
          {"better", Holds::text, [](Measure const& m) { return m.better; }}};
}

}  // namespace

TableColumns<FigureRow> curve_columns(Year year) {
  return joined<R>({whose(false, year),
                    {part("mean", &Estimate::mean, 16), part("lower", &Estimate::lower, 16),
                     part("upper", &Estimate::upper, 16)},
                    basis(),
                    for_reading()});
}

TableColumns<FigureRow> comparison_columns() {
  return joined<R>(
      {whose(true, Year::left_out),
       {part("difference", &Estimate::mean, 16),
        part("lower", &Estimate::lower, 16),
        part("upper", &Estimate::upper, 16),
        part("standard_error", &Estimate::standard_error, 15),
        {"probability_better", Holds::share, [](R const& r) { return r.probability_better; }, 18}},
       basis(),
       {{"variance_ratio", Holds::number, [](R const& r) { return r.variance_ratio; }, 14}},
       for_reading()});
}

void for_each_figure(RunResults const& results, std::span<std::size_t const> chosen,
                     MonthsOf const& months_of, EachFigure const& each) {
  std::vector<double> values;
  for_each_cell(results, chosen, months_of, [&](Cell const& cell, auto const& pairs, R row) {
    gather_told(results, pairs, cell, values);
    auto const result = estimate(values, results.lives());
    row.estimate = &result;
    each(row);
  });
}

void for_each_difference(RunResults const& results, std::span<std::size_t const> chosen,
                         MonthsOf const& months_of, EachFigure const& each) {
  std::vector<double> values, baseline_values;
  for_each_cell(results, chosen, months_of, [&](Cell const& cell, auto const& pairs, R row) {
    if (cell.policy == 0) return;
    auto baseline = cell;
    baseline.policy = 0;
    gather_told(results, pairs, cell, values);
    gather_told(results, pairs, baseline, baseline_values);
    auto const [result, better, ratio] =
        difference(values, baseline_values, results.lives(), row.measure->better);
    row.estimate = &result;
    row.probability_better = better;
    row.variance_ratio = ratio;
    each(row);
  });
}

void write_curves(Sink& sink, RunResults const& results, std::span<std::size_t const> chosen) {
  write_csv(sink, curve_columns(Year::left_out),
            [&](auto each) { for_each_figure(results, chosen, all_rows, each); });
}

void write_summary(Sink& sink, RunResults const& results, std::span<std::size_t const> chosen) {
  write_csv(sink, curve_columns(Year::written),
            [&](auto each) { for_each_figure(results, chosen, last_rows_of_years, each); });
}

void write_comparison(Sink& sink, RunResults const& results, std::span<std::size_t const> chosen) {
  write_csv(sink, comparison_columns(),
            [&](auto each) { for_each_difference(results, chosen, all_rows, each); });
}

void write_replicates(Sink& sink, RunResults const& results, std::span<std::size_t const> chosen) {
  write_csv(sink, replicate_columns(),
            [&](auto each) { for_each_replicate(results, chosen, each); });
}

void write_variants(Sink& sink, RunResults const& results) {
  write_csv(sink, variant_columns(), [&](auto each) {
    for (auto const& variant : results.variants) {
      for (auto const& [path, value] : variant.values) {
        auto const swept = swept_path({path, {value}});
        each({variant.name, path, swept.is_number ? Field(value) : Field(swept.texts.front())});
      }
    }
  });
}

void write_sensitivity(Sink& sink, Sensitivities const& sensitivities, std::string_view baseline) {
  bool const alone = sensitivities.policy.empty();
  write_csv(sink, influence_columns(), [&](auto each) {
    for (auto const& sensitivity : sensitivities.parameters) {
      each({.policy = alone ? baseline : std::string_view(sensitivities.policy),
            .baseline = alone ? std::string_view() : baseline,
            .middle = sensitivities.middle,
            .its = &sensitivity});
    }
  });
}

void write_codebook(Sink& sink, std::span<std::size_t const> chosen) {
  write_csv(sink, codebook_columns(), [&](auto each) {
    for (std::size_t const index : chosen) each(measures()[index]);
  });
}

}  // namespace graduasi
