#include "base/characters.h"
#include "outcome/main_measures.h"
#include "outcome/wording.h"
#include "output/answer_lines.h"
#include "output/answer_table.h"
#include "output/json.h"
#include "output/reading_columns.h"
#include "output/run_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

/// The last month that both runs have of the whole programme.
int last_month(RunComparison const& comparison) {
  int last = 0;
  for (auto const& row : comparison.rows) {
    if (row.key.subgroup == "all") last = std::max(last, row.key.month);
  }
  return last;
}

std::vector<RunDifference const*> rows_at_the_end(RunComparison const& comparison) {
  std::vector<RunDifference const*> rows;
  int const month = last_month(comparison);
  for (auto const& row : comparison.rows) {
    if (row.key.subgroup == "all" && row.key.month == month) rows.push_back(&row);
  }
  return rows;
}

std::string figure(double value) {
  if (std::abs(value) < 100) return fmt::format("{:+.3g}", value);
  if (std::abs(value) < 1e9) return signed_grouped(value);
  return fmt::format("{}{}", value > 0 ? "+" : "", in_words(value));
}

std::string difference_text(Estimate const& d) {
  if (std::isnan(d.mean)) return "-";
  if (std::isnan(d.lower)) return figure(d.mean);
  return fmt::format("{} ({} to {})", figure(d.mean), figure(d.lower), figure(d.upper));
}

/// What every policy brings, before the table: exits are never shown alone.
std::string gain_blocks(RunComparison const& comparison, Color color) {
  // The table below holds the same differences.
  if (comparison.gains.size() > max_answer_blocks) return {};
  std::string text;
  for (auto const& [policy, variant, gains, can_last] : comparison.gains) {
    std::vector<TextLine> lines = {{policy, variant == "base" ? "" : variant}};
    for (auto const& line : gain_lines(gains, can_last)) lines.push_back({"  " + line[0], line[1]});
    lines.push_back({"  programme cost", "in cost.csv of each result"});
    text += text_table(lines, {Side::left, Side::left}, color);
    if (auto const warning = premature_warning(policy, gains); !warning.empty())
      text += printable(warning) + "\n";
  }
  return text.empty() ? text : text + "\n";
}

std::string_view pairing(RunComparison const& comparison) {
  return comparison.paired ? "paired" : "unpaired";
}

std::string interval_remark(RunComparison const& comparison) {
  for (auto const& row : comparison.rows) {
    auto const interval = row.difference.estimate.interval;
    if (interval == Interval::chance) {
      return "95 % Monte Carlo intervals; parameters held fixed: the true uncertainty is larger";
    }
    if (interval == Interval::parameters && comparison.paired)
      return "95 % intervals for a world drawn from the priors: uncertain parameters and chance";
    if (interval == Interval::parameters)
      return "95 % intervals as if each run had drawn its parameters apart, from sd_chance and "
             "sd_parameters";
  }
  return "one value of each figure: no intervals";
}

Json row_json(RunDifference const& row) {
  auto const& d = row.difference.estimate;
  return Json::Members{{"policy", row.key.policy},
                       {"variant", row.key.variant},
                       {"month", row.key.month},
                       {"measure", row.key.measure},
                       {"difference", d.mean},
                       {"lower", d.lower},
                       {"upper", d.upper},
                       {"standard_error", d.standard_error},
                       {"probability_better", row.difference.probability_better},
                       {"interval", name_of(d.interval)},
                       {"verdict", words(verdict(d))}};
}

Json gains_json(RunGains const& its) {
  return Json::Members{{"policy", its.policy},
                       {"variant", its.variant},
                       {"mostly_premature", is_mostly_premature(its.gains)},
                       {"figures", figures_json(figures_of(its.gains, its.can_last))}};
}

/// A difference and the two runs that it is of.
struct FileRow {
  RunComparison const* runs;
  FigureKey const* key;
  Difference const* difference;
};

std::string_view view(std::string const& text) { return text; }

TableColumns<FileRow> comparison_columns_of_runs() {
  using R = FileRow;
  auto const estimate = [](R const& r) { return &r.difference->estimate; };
  TableColumns<R> all{
      {"result", Holds::text, [](R const& r) { return view(r.runs->result); }},
      {"baseline", Holds::text, [](R const& r) { return view(r.runs->baseline); }},
      {"pairing", Holds::text, [](R const& r) { return pairing(*r.runs); }},
      {"policy", Holds::text, [](R const& r) { return view(r.key->policy); }},
      {"variant", Holds::text, [](R const& r) { return view(r.key->variant); }},
      {"stratum", Holds::text, [](R const& r) { return view(r.key->subgroup); }},
      {"month", Holds::whole, [](R const& r) { return std::int64_t{r.key->month}; }},
      {"measure", Holds::text, [](R const& r) { return view(r.key->measure); }}};
  add_interval<R>(all, {"difference", "lower", "upper"}, estimate);
  add_part<R>(all, "standard_error", &Estimate::standard_error, estimate);
  all.push_back({"probability_better", Holds::share,
                 [](R const& r) { return r.difference->probability_better; }});
  add_basis<R>(all, estimate);
  add_part<R>(all, "sd_chance", &Estimate::sd_chance, estimate);
  add_part<R>(all, "sd_parameters", &Estimate::sd_parameters, estimate);
  all.push_back(
      {"variance_ratio", Holds::number, [](R const& r) { return r.difference->variance_ratio; }});
  return joined<R>({all,
                    {date_column<R>([](R const& r) {
                      auto const start = r.runs->start;
                      return start ? Field(later(*start, r.key->month - 1)) : Field();
                    })},
                    measure_columns<R>([](R const& r) {
                      auto const index = find_measure(r.key->measure);
                      return index ? &measures()[*index] : nullptr;
                    }),
                    group_columns<R>([](R const& r) { return view(r.key->subgroup); })});
}

}  // namespace

std::string run_comparison_table(std::vector<RunComparison> const& comparisons, Color color) {
  std::string text;
  for (auto const& comparison : comparisons) {
    text += in_color(fmt::format("{} less {}, month {}, {}", comparison.result, comparison.baseline,
                                 last_month(comparison), pairing(comparison)),
                     "1", color) +
            "\n";
    text += gain_blocks(comparison, color);
    std::vector<TextLine> lines = {{"policy", "variant", "measure", "difference", "verdict"}};
    for (auto const* row : rows_at_the_end(comparison)) {
      if (std::ranges::find(main_measures, row->key.measure) == main_measures.end()) continue;
      auto const& d = row->difference.estimate;
      lines.push_back({row->key.policy, row->key.variant, row->key.measure, difference_text(d),
                       words(verdict(d))});
    }
    text += text_table(lines, std::vector<Side>(5, Side::left), color);
    text += interval_remark(comparison) + "\n";
    for (auto const& note : comparison.notes) text += note + "\n";
    text += "\n";
  }
  text.pop_back();
  return text;
}

std::string run_comparison_json(std::vector<RunComparison> const& comparisons) {
  auto const one = [](RunComparison const& comparison) {
    return Json::Members{
        {"result", comparison.result},
        {"pairing", pairing(comparison)},
        {"interval", interval_remark(comparison)},
        {"notes", list_of(comparison.notes, [](auto const& note) { return note; })},
        {"answers", list_of(comparison.gains, [](auto const& its) { return gains_json(its); })},
        {"table", list_of(rows_at_the_end(comparison), [](auto* row) { return row_json(*row); })}};
  };
  Json const document = Json::Members{{"baseline", comparisons.front().baseline},
                                      {"comparisons", list_of(comparisons, one)}};
  return text_of(document, Layout::indented) + "\n";
}

void write_run_comparison(Sink& sink, std::vector<RunComparison> const& comparisons) {
  write_csv(sink, comparison_columns_of_runs(), [&](auto each) {
    for (auto const& comparison : comparisons) {
      for (auto const& row : comparison.rows) each({&comparison, &row.key, &row.difference});
    }
  });
}

}  // namespace graduasi
