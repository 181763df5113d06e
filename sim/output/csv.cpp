#include "output/csv.h"

#include "base/text.h"
#include "outcome/comparison.h"
#include "outcome/estimate.h"
#include "outcome/recorded_rows.h"
#include "scenario/swept_path.h"

#include <optional>
#include <utility>
#include <vector>

namespace graduasi {

namespace {

/// Fields with their commas, "a,b," for the start of a row.
template <class... Fields>
std::string prefix(Fields const&... fields) {
  std::string text;
  ((text += csv_field(fields), text += ','), ...);
  return text;
}

void put_numbers(Sink& sink, std::initializer_list<double> values) {
  for (double const value : values) {
    sink.number(value);
    sink.put(',');
  }
}

/// ",replicates,interval,sd_chance,sd_parameters", what else there is, and the line end.
void put_basis(Sink& sink, Estimate const& estimate, std::optional<double> more = {}) {
  sink.number(static_cast<double>(estimate.replicates));
  sink.put(',');
  sink.put(name_of(estimate.interval));
  sink.put(',');
  sink.number(estimate.sd_chance);
  sink.put(',');
  sink.number(estimate.sd_parameters);
  if (more) {
    sink.put(',');
    sink.number(*more);
  }
  sink.put('\n');
}

/// Values of one month and measure, with room that is used again.
struct CellValues {
  std::vector<double> policy;
  std::vector<double> baseline;
};

enum class Year { left_out, written };

/// The part of curves.csv and summary.csv that belongs to one policy, variant and stratum.
void put_curves(Sink& sink, Outcome const& outcome, UsablePairs const& pairs, Cell cell,
                std::span<RecordedRow const> rows, Year year, std::span<std::size_t const> chosen,
                CellValues& room) {
  auto const start = prefix(outcome.policies[cell.policy], outcome.variants[cell.variant].name,
                            outcome.strata[cell.stratum]);
  for (auto const& row : rows) {
    cell.row = row.row;
    auto line_start = start + std::to_string(row.month) + ',';
    if (year == Year::written)
      line_start = start + std::to_string(row.year) + ',' + std::to_string(row.month) + ',';
    for (std::size_t const measure : chosen) {
      cell.measure = measure;
      gather(outcome, pairs, cell, room.policy);
      auto const result = estimate(room.policy, outcome.lives());
      sink.put(line_start);
      sink.put(measures()[measure].name);
      sink.put(',');
      put_numbers(sink, {result.mean, result.lower, result.upper});
      put_basis(sink, result);
    }
  }
}

void put_all_curves(Sink& sink, Outcome const& outcome, std::span<std::size_t const> chosen,
                    Year year) {
  CellValues room;
  for_each_curve(outcome, [&](Cell const& cell) {
    auto const rows = year == Year::written ? last_rows_of_years(outcome, cell.stratum)
                                            : all_rows(outcome, cell.stratum);
    put_curves(sink, outcome, usable_pairs(outcome, cell.variant), cell, rows, year, chosen, room);
  });
}

/// The part of comparison.csv that belongs to one policy, variant and stratum.
void put_comparison(Sink& sink, Outcome const& outcome, UsablePairs const& pairs, Cell cell,
                    std::span<std::size_t const> chosen, CellValues& room) {
  auto const start = prefix(outcome.policies[cell.policy], outcome.variants[cell.variant].name,
                            outcome.policies.front(), outcome.strata[cell.stratum]);
  for (auto const& row : all_rows(outcome, cell.stratum)) {
    cell.row = row.row;
    auto const line_start = start + std::to_string(row.month) + ',';
    for (std::size_t const measure : chosen) {
      cell.measure = measure;
      auto baseline = cell;
      baseline.policy = 0;
      gather(outcome, pairs, cell, room.policy);
      gather(outcome, pairs, baseline, room.baseline);
      auto const [result, better, ratio] =
          difference(room.policy, room.baseline, outcome.lives(), measures()[measure].better);
      sink.put(line_start);
      sink.put(measures()[measure].name);
      sink.put(',');
      put_numbers(sink, {result.mean, result.lower, result.upper, result.standard_error, better});
      put_basis(sink, result, ratio);
    }
  }
}

/// The part of replicates.csv that belongs to one policy, variant and stratum.
void put_replicates(Sink& sink, Outcome const& outcome, Cell const& cell,
                    std::span<std::size_t const> chosen) {
  auto const start = prefix(outcome.policies[cell.policy], outcome.variants[cell.variant].name,
                            outcome.strata[cell.stratum]);
  auto const rows = all_rows(outcome, cell.stratum);
  for (std::size_t life = 0; life < outcome.number_of_lives(); ++life) {
    Piece const piece = outcome.life(cell.policy, cell.variant, life);
    if (!outcome.finished[outcome.place(piece)]) continue;
    auto const& values = outcome.series[outcome.slot(piece, cell.stratum)].values;
    // A twin is no replicate: its field is empty.
    auto const replicate = piece.replicate == twin ? "" : std::to_string(piece.replicate);
    auto const run_start = start + std::to_string(piece.draw) + ',' + replicate + ',';
    for (auto const& row : rows) {
      auto const line_start = run_start + std::to_string(row.month) + ',';
      for (std::size_t const measure : chosen) {
        sink.put(line_start);
        sink.put(measures()[measure].name);
        sink.put(',');
        sink.number(values(static_cast<Eigen::Index>(row.row), static_cast<Eigen::Index>(measure)));
        sink.put('\n');
      }
    }
  }
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (char const character : text) {
    if (character == '"') quoted += '"';
    quoted += character;
  }
  return quoted += '"';
}

void write_curves(Sink& sink, Outcome const& outcome, std::span<std::size_t const> measures) {
  sink.put(
      "policy,variant,stratum,month,measure,mean,lower,upper,replicates,interval,sd_chance,"
      "sd_parameters\n");
  put_all_curves(sink, outcome, measures, Year::left_out);
}

void write_summary(Sink& sink, Outcome const& outcome, std::span<std::size_t const> measures) {
  sink.put(
      "policy,variant,stratum,year,month,measure,mean,lower,upper,replicates,interval,sd_chance,"
      "sd_parameters\n");
  put_all_curves(sink, outcome, measures, Year::written);
}

void write_comparison(Sink& sink, Outcome const& outcome, std::span<std::size_t const> measures) {
  sink.put(
      "policy,variant,baseline,stratum,month,measure,difference,lower,upper,standard_error,"
      "probability_better,replicates,interval,sd_chance,sd_parameters,variance_ratio\n");
  CellValues room;
  for_each_curve(outcome, [&](Cell const& cell) {
    if (cell.policy == 0) return;
    put_comparison(sink, outcome, usable_pairs(outcome, cell.variant), cell, measures, room);
  });
}

void write_replicates(Sink& sink, Outcome const& outcome, std::span<std::size_t const> measures) {
  sink.put("policy,variant,stratum,draw,replicate,month,measure,value\n");
  for_each_curve(outcome, [&](Cell const& cell) { put_replicates(sink, outcome, cell, measures); });
}

void write_variants(Sink& sink, Outcome const& outcome) {
  sink.put("variant,path,value\n");
  for (auto const& variant : outcome.variants) {
    for (auto const& [path, value] : variant.values) {
      sink.put(prefix(variant.name, path));
      auto const swept = swept_path({path, {value}});
      if (swept.is_number)
        sink.number(value);
      else
        sink.put(csv_field(swept.texts.front()));
      sink.put('\n');
    }
  }
}

void write_sensitivity(Sink& sink, Influences const& influences, std::string_view baseline) {
  sink.put(
      "policy,baseline,measure,path,unit,low,high,answer_low,answer_middle,answer_high,swing,"
      "source\n");
  bool const alone = influences.policy.empty();
  auto const start = prefix(alone ? baseline : std::string_view(influences.policy),
                            alone ? std::string_view() : baseline, "cumulative_self_reliant");
  for (auto const& i : influences.parameters) {
    sink.put(start + prefix(i.path, i.unit));
    put_numbers(sink, {i.low, i.high, i.answer_low, influences.middle, i.answer_high, i.swing});
    sink.put(csv_field(i.source));
    sink.put('\n');
  }
}

void write_codebook(Sink& sink, std::span<std::size_t const> chosen) {
  sink.put("measure,label_en,label_id,unit,definition,definition_id,better\n");
  for (std::size_t const place : chosen) {
    auto const& m = measures()[place];
    sink.put(prefix(m.name, m.label_en, m.label_id, m.unit, m.definition, m.definition_id));
    sink.put(csv_field(m.better));
    sink.put('\n');
  }
}

}  // namespace graduasi
