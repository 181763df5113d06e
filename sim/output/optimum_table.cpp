#include "output/optimum_table.h"

#include "base/contract.h"
#include "outcome/measures.h"
#include "outcome/wording.h"
#include "output/manifest.h"
#include "output/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

Measure const& measure_named(std::string_view name) {
  auto const index = find_measure(name);
  expects(index.has_value(), "what was optimised is a measure");
  return measures()[*index];
}

/// A point of one of the tables, and what the table says of it.
struct PointRow {
  Evaluation const* point = nullptr;  ///< none: not within the levers' ranges
  std::string_view row{};
  std::uint32_t seed = 0;
  std::string_view allowed{};
  FrontierPoint const* frontier = nullptr;
};

using P = PointRow;

TableColumn<P> allowed_column() {
  return {"allowed", Holds::text, [](P const& p) { return p.allowed; }};
}

EstimateOf<P> of_point(Estimate Evaluation::*estimate) {
  return [estimate](P const& p) { return p.point != nullptr ? &(p.point->*estimate) : nullptr; };
}

/// Levers, gain and cost, and what these are more than the baseline's.
void add_figures(TableColumns<P>& all, Optimum const& optimum) {
  for (std::size_t i = 0; i < optimum.levers.size(); ++i) {
    all.push_back({optimum.levers[i].path, Holds::number, [i](P const& p) {
                     return p.point != nullptr ? Field(p.point->levers[i]) : Field();
                   }});
  }
  add_interval<P>(all, with_bounds("gain"), of_point(&Evaluation::gain));
  add_interval<P>(all, with_bounds("more_gain"), of_point(&Evaluation::more_gain));
  add_interval<P>(all, with_bounds("cost"), of_point(&Evaluation::cost));
  add_interval<P>(all, with_bounds("more_cost"), of_point(&Evaluation::more_cost));
}

TableColumns<P> optimum_columns(Optimum const& optimum) {
  TableColumns<P> all{
      {"row", Holds::text, [](P const& p) { return p.row; }},
      {"gain_measure", Holds::text, [&](P const&) { return std::string_view(optimum.gain); }},
      {"cost_measure", Holds::text, [&](P const&) { return std::string_view(optimum.cost); }},
      {"month", Holds::whole, [&](P const&) { return std::int64_t{optimum.month}; }},
      {"seed", Holds::whole, [](P const& p) { return std::int64_t{p.seed}; }}};
  add_figures(all, optimum);
  all.push_back(allowed_column());
  add_basis(all, of_point(&Evaluation::gain));
  return all;
}

TableColumns<P> frontier_columns(Optimum const& optimum) {
  TableColumns<P> all{{"multiple", Holds::number, [](P const& p) { return p.frontier->multiple; }},
                      {"limit", Holds::number, [](P const& p) { return p.frontier->limit; }}};
  add_figures(all, optimum);
  add_basis(all, of_point(&Evaluation::gain));
  return all;
}

TableColumns<P> evaluation_columns(Optimum const& optimum) {
  TableColumns<P> all{allowed_column()};
  add_figures(all, optimum);
  add_interval<P>(all, with_bounds("from_best"), of_point(&Evaluation::from_best));
  all.push_back({"told_apart", Holds::text,
                 [](P const& p) { return true_or_false(is_distinguishable(p.point->from_best)); }});
  add_basis(all, of_point(&Evaluation::gain));
  return all;
}

/// The baseline as a point: its levers are its own, so they are left empty.
Evaluation baseline_point(Optimum const& optimum) {
  Evaluation point;
  point.levers.assign(optimum.levers.size(), Estimate::not_defined);
  point.gain = optimum.baseline_gain;
  point.cost = optimum.baseline_cost;
  return point;
}

Json point_json(Evaluation const& point) {
  return Json::Members{{"levers", list_of(point.levers, [](double value) { return value; })},
                       {"gain", estimate_json(point.gain)},
                       {"more_gain", estimate_json(point.more_gain)},
                       {"cost", estimate_json(point.cost)},
                       {"more_cost", estimate_json(point.more_cost)},
                       {"from_best", estimate_json(point.from_best)},
                       {"allowed", point.allowed}};
}

Json measure_json(Measure const& measure) {
  return Json::Members{{"name", measure.name},
                       {"label_en", measure.label_en},
                       {"label_id", measure.label_id},
                       {"unit", measure.unit}};
}

std::string signed_figure(double value) {
  if (std::isnan(value)) return "-";
  return (value > 0 ? "+" : value < 0 ? "-" : "") + compact(std::abs(value));
}

std::string with_interval(Estimate const& e, bool with_sign) {
  auto const text = [&](double value) { return with_sign ? signed_figure(value) : compact(value); };
  if (std::isnan(e.lower)) return text(e.mean);
  return fmt::format("{} ({} to {})", text(e.mean), text(e.lower), text(e.upper));
}

std::string lever_values(Optimum const& optimum, std::vector<double> const& values) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto const& path = optimum.levers[i].path;
    text += fmt::format("{}{} {:.4g}", text.empty() ? "" : ", ", path.substr(path.find('.') + 1),
                        values[i]);
  }
  return text;
}

TextLine line_of(Optimum const& optimum, std::string name, Evaluation const& point) {
  return {std::move(name), lever_values(optimum, point.levers), with_interval(point.gain, false),
          with_interval(point.more_gain, true), compact(point.cost.mean)};
}

std::string limit_text(Optimum const& optimum, double limit) {
  return fmt::format("{} {} {}", optimum.minimises ? optimum.gain : optimum.cost,
                     optimum.minimises ? "at least" : "at most", compact(limit));
}

/// Where the limit is not what holds the optimum back.
bool binds(Optimum const& optimum, Evaluation const& point) {
  double const reached = optimum.minimises ? point.gain.mean : point.cost.mean;
  return std::abs(reached - optimum.limit) <= 0.01 * std::abs(optimum.limit);
}

/// As the page is told.
Json name_of(Undecided undecided) {
  switch (undecided) {
    case Undecided::no:
      break;
    case Undecided::all_the_same:
      return "all_the_same";
    case Undecided::no_target:
      return "no_target";
  }
  return {};
}

std::vector<std::string> remarks_on(Optimum const& optimum) {
  if (optimum.undecided != Undecided::no) return {"There is no optimum: " + why_undecided(optimum)};
  if (!optimum.best)
    return {"None of the values tried keeps " + limit_text(optimum, optimum.limit) +
            ": widen the ranges of the levers or change the limit"};
  std::vector<std::string> all;
  auto const& best = *optimum.best;
  auto const& improved = optimum.minimises ? best.more_cost : best.more_gain;
  if (!is_distinguishable(improved))
    all.push_back(
        "The optimum is not distinguishable from the baseline: nothing was found that is better");
  if (binds(optimum, best))
    all.push_back(fmt::format("The {} holds it back: see the frontier for what another one brings",
                              optimum.minimises ? "target" : "budget"));
  for (auto const& lever : optimum.levers) {
    if (lever.at_end)
      all.push_back(
          fmt::format("{} lies at the end of its range, {:.4g} to {:.4g}: beyond it "
                      "something may be better",
                      lever.path, lever.min, lever.max));
    if (lever.indifferent_to - lever.indifferent_from >= 0.999 * (lever.max - lever.min))
      all.push_back(lever.path +
                    " hardly matters: over its whole range nothing changes by 1 "
                    "percent or distinguishably");
    else if (lever.indifferent_to > lever.indifferent_from)
      all.push_back(
          fmt::format("{}: from {:.4g} to {:.4g} {} changes by less than 1 percent or "
                      "is not distinguishable",
                      lever.path, lever.indifferent_from, lever.indifferent_to,
                      optimum.minimises ? optimum.cost : optimum.gain));
  }
  all.push_back("The best of many tries is lucky too: quote the line with an independent seed");
  if (optimum.draws == 1)
    all.push_back(
        "Monte Carlo intervals: parameters held fixed, the true uncertainty is larger (--draws)");
  return all;
}

}  // namespace

void write_optimum(Sink& sink, Optimum const& optimum) {
  auto const baseline = baseline_point(optimum);
  write_csv(sink, optimum_columns(optimum), [&](auto each) {
    each({&baseline, "baseline", optimum.seed});
    if (!optimum.best) return;
    each({&*optimum.best, "optimum", optimum.seed, true_or_false(optimum.best->allowed)});
    if (optimum.independent)
      each({&*optimum.independent, "other luck", optimum.independent_seed,
            true_or_false(optimum.independent->allowed)});
  });
}

void write_frontier(Sink& sink, Optimum const& optimum) {
  write_csv(sink, frontier_columns(optimum), [&](auto each) {
    for (auto const& point : optimum.frontier)
      each({.point = point.best ? &*point.best : nullptr, .frontier = &point});
  });
}

void write_evaluations(Sink& sink, Optimum const& optimum) {
  write_csv(sink, evaluation_columns(optimum), [&](auto each) {
    for (auto const& point : optimum.tried)
      each({.point = &point, .allowed = true_or_false(point.allowed)});
  });
}

Json optimum_json(Optimum const& optimum) {
  auto const or_null = [](std::optional<Evaluation> const& point) {
    return point ? point_json(*point) : Json();
  };
  auto const lever = [](OptimisedLever const& its) {
    return Json::Members{{"path", its.path},
                         {"unit", its.unit},
                         {"least", its.min},
                         {"most", its.max},
                         {"flat_from", its.indifferent_from},
                         {"flat_to", its.indifferent_to},
                         {"at_end", its.at_end}};
  };
  auto const frontier = [&](FrontierPoint const& point) {
    return Json::Members{
        {"multiple", point.multiple}, {"limit", point.limit}, {"best", or_null(point.best)}};
  };
  return Json::Members{
      {"results_format", results_format},
      {"kind", "optimum"},
      {"scenario", optimum.scenario},
      {"question", optimum.question},
      {"policy", optimum.policy},
      {"gain", measure_json(measure_named(optimum.gain))},
      {"cost", measure_json(measure_named(optimum.cost))},
      {"minimises", optimum.minimises},
      {"limit", optimum.limit},
      {"month", optimum.month},
      {"households", optimum.households},
      {"programme_households", optimum.programme_households},
      {"replicates", optimum.replicates},
      {"draws", optimum.draws},
      {"seed", std::int64_t{optimum.seed}},
      {"fresh_seed", std::int64_t{optimum.independent_seed}},
      {"interval", name_of(optimum.baseline_gain.interval)},
      {"levers", list_of(optimum.levers, lever)},
      {"baseline", Json::Members{{"gain", estimate_json(optimum.baseline_gain)},
                                 {"cost", estimate_json(optimum.baseline_cost)}}},
      {"undecided", name_of(optimum.undecided)},
      {"optimum", or_null(optimum.best)},
      {"other_luck", or_null(optimum.independent)},
      {"frontier", list_of(optimum.frontier, frontier)},
      {"tried", list_of(optimum.tried, point_json)},
      {"remarks", list_of(remarks_on(optimum), [](auto const& text) { return text; })}};
}

std::string optimum_text(Optimum const& optimum, Color color) {
  auto const& gain = measure_named(optimum.gain);
  auto const& cost = measure_named(optimum.cost);
  auto text =
      fmt::format("{} {}, with {}, month {}, in this model\n", optimum.minimises ? "Least" : "Most",
                  optimum.minimises ? optimum.cost : optimum.gain,
                  limit_text(optimum, optimum.limit), optimum.month);
  std::vector<Side> const sides = {Side::left, Side::left, Side::left, Side::left, Side::right};
  std::vector<TextLine> lines = {
      {"", "levers", std::string(gain.label_en),
       std::string("more than the baseline") +
           (optimum.draws > 1 ? ", 95 % parameters and Monte Carlo" : ", 95 % Monte Carlo"),
       std::string(cost.label_en)}};
  auto const head = lines;
  auto baseline = line_of(optimum, "baseline", baseline_point(optimum));
  baseline[1] = "its own";
  lines.push_back(baseline);
  if (optimum.best) lines.push_back(line_of(optimum, "optimum", *optimum.best));
  if (optimum.independent)
    lines.push_back(line_of(optimum, "with an independent seed", *optimum.independent));
  text += text_table(lines, sides, color) + "\n";
  if (!optimum.frontier.empty()) {
    lines = head;
    lines.front()[0] = optimum.minimises ? "times the target" : "times the budget";
    for (auto const& point : optimum.frontier) {
      auto name = fmt::format("{:.4g}", point.multiple);
      lines.push_back(point.best ? line_of(optimum, name, *point.best)
                                 : TextLine{name, "not within the ranges", "-", "-", "-"});
    }
    text += text_table(lines, sides, color) + "\n";
  }
  text +=
      fmt::format("{} points of {} families for {} months, {} replicates, {} parameter draw{}.\n",
                  optimum.tried.size(), grouped(static_cast<double>(optimum.households)),
                  optimum.month, optimum.replicates, optimum.draws, optimum.draws == 1 ? "" : "s");
  for (auto const& remark : remarks_on(optimum)) text += in_color(remark + ".", "2", color) + "\n";
  return text;
}

}  // namespace graduasi
