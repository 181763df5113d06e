#include "analysis/until.h"

#include "base/contract.h"
#include "base/errors.h"
#include "base/text.h"
#include "outcome/estimate.h"
#include "outcome/student.h"
#include "outcome/wording.h"
#include "scenario/renamed.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace graduasi {

namespace {

[[noreturn]] void refuse(std::string what) { throw ScenarioError({{"--until", std::move(what)}}); }

/// The text without the word at its end, if it is there.
bool take_end(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  auto const* const end = text.data() + text.size();
  auto const [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

bool is_share(Measure const& measure) { return measure.unit == "share"; }
bool counts_families(Measure const& measure) { return measure.unit == "families"; }

double variance(std::span<double const> values) {
  expects(values.size() >= 2, "a spread needs two values");
  double sum = 0, squares = 0;
  for (double const value : values) sum += value;
  double const mean = sum / static_cast<double>(values.size());
  for (double const value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

/// A difference that is looked at: its values over the replicates, and whose it is.
struct WatchedFigure {
  std::string name;
  std::vector<double> values;
};

std::vector<WatchedFigure> differences_of(RunResults const& results, Precision const& precision) {
  std::vector<WatchedFigure> all;
  for (std::size_t v = 0; v < results.variants.size(); ++v) {
    auto const pairs = usable_pairs(results, v);
    for (std::size_t p = results.policies.size() > 1 ? 1 : 0; p < results.policies.size(); ++p) {
      Cell cell{.policy = p,
                .variant = v,
                .subgroup = 0,
                .row = static_cast<std::size_t>(precision.month),
                .measure = precision.measure};
      std::vector<double> values, baseline;
      gather(results, pairs, cell, values);
      cell.policy = 0;
      gather(results, pairs, cell, baseline);
      WatchedFigure looked{results.policies[p], {}};
      if (results.variants.size() > 1) looked.name += ", " + results.variants[v].name;
      for (std::size_t i = 0; i < values.size(); ++i) {
        double const value = p > 0 ? values[i] - baseline[i] : values[i];
        if (!std::isnan(value)) looked.values.push_back(value);
      }
      if (looked.values.size() >= 2) all.push_back(std::move(looked));
    }
  }
  return all;
}

double in_units(Precision const& precision, RunResults const& results) {
  if (!precision.in_points) return precision.half_width;
  double const share = precision.half_width / 100;
  return is_share(measures()[precision.measure])
             ? share
             : share * static_cast<double>(results.facts.programme_households);
}

/// A half width as the measure is counted.
std::string in_its_unit(double half_width, Measure const& measure) {
  auto const short_number = [](double value) {
    return value >= 100 ? grouped(value) : seven_digits(std::round(1000 * value) / 1000);
  };
  if (is_share(measure)) return short_number(100 * half_width) + " percentage points";
  return short_number(half_width) + " " + std::string(measure.unit);
}

}  // namespace

Precision precision_of(std::string_view text, Scenario const& scenario) {
  constexpr std::string_view example = "as in \"self_reliant@120 +- 0.1pp\"";
  Precision precision{.text = std::string(text)};
  auto sign = text.find("+-");
  std::size_t length = 2;
  if (sign == std::string_view::npos) sign = text.find("±"), length = std::string_view("±").size();
  if (sign == std::string_view::npos)
    refuse(precision.text + " names no half width; write MEASURE@MONTH +- NUMBER, " +
           std::string(example));
  auto width = trimmed(text.substr(sign + length));
  precision.in_points = take_end(width, "pp");
  auto const number = number_in<double>(trimmed(width));
  if (!number || !(*number > 0) || !std::isfinite(*number))
    refuse(precision.text + ": " + std::string(width.empty() ? "nothing" : width) +
           " is not a half width; it must be a number above 0, " + std::string(example));
  precision.half_width = *number;

  auto figure = trimmed(text.substr(0, sign));
  auto const at = figure.find('@');
  auto name = trimmed(figure.substr(0, at));
  if (auto const* const renamed = renamed_measure(name)) {
    precision.warnings.push_back(warning_of(*renamed, "--until"));
    name = renamed->now;
  }
  auto const index = find_measure(name);
  if (!index) {
    auto const names = measure_names();
    auto const near = closest(name, names);
    refuse(precision.text + ": " + std::string(name.empty() ? "nothing" : name) +
           " is not a measure" + (near.empty() ? "" : "; did you mean " + std::string(near) + "?"));
  }
  precision.measure = *index;
  int const last = scenario.run.counts.months;
  precision.month = last;
  if (at != std::string_view::npos) {
    auto const month = number_in<int>(trimmed(figure.substr(at + 1)));
    if (!month || *month < 0 || *month > last)
      refuse(precision.text + ": the month must be a whole number in [0, " + std::to_string(last) +
             "], the months of the run");
    precision.month = *month;
  }
  auto const& measure = measures()[precision.measure];
  if (precision.in_points && !is_share(measure) && !counts_families(measure))
    refuse(precision.text + ": " + std::string(name) + " is counted in " +
           std::string(measure.unit) + ", which has no percentage points; leave pp out");
  auto const& counts = scenario.run.counts;
  if (counts.parameter_draws > 1)
    refuse("more replicates do not narrow what comes from " +
           std::to_string(counts.parameter_draws) +
           " parameter draws; use --draws 1, or leave --until out");
  if (counts.replicates < 2)
    refuse(
        "the spread is taken from the first run.replicates, so at least 2 are needed; 20 are "
        "a good start");
  return precision;
}

std::size_t replicates_for(std::span<double const> first, double half_width) {
  expects(half_width > 0, "a half width is above 0");
  double const quantile = student_quantile(first.size() - 1);
  double const needed =
      std::ceil(quantile * quantile * variance(first) / (half_width * half_width));
  constexpr double beyond_reach = 1e15;
  return std::max(first.size(), static_cast<std::size_t>(std::min(needed, beyond_reach)));
}

double half_width_of(std::span<double const> first, std::size_t all) {
  return student_quantile(first.size() - 1) * std::sqrt(variance(first) / static_cast<double>(all));
}

RunResults run_until(Scenario& scenario, Areas const& areas, ExperimentOptions const& options,
                     Precision const& precision, std::size_t max,
                     std::optional<PrecisionReached>& reached) {
  auto results = run_experiment(scenario, areas, options);
  if (!is_complete(results)) return results;
  auto const looked = differences_of(results, precision);
  if (looked.empty()) return results;  // the figure is not defined: there is nothing to narrow

  PrecisionReached result{.asked = precision, .half_width_asked = in_units(precision, results)};
  result.first = results.replicates;
  for (auto const& [name, values] : looked) {
    auto const needed = replicates_for(values, result.half_width_asked);
    if (needed <= result.needed && !result.widest.empty()) continue;
    result.needed = needed;
    result.widest = name;
  }
  result.replicates = std::clamp(result.needed, result.first, std::max(max, result.first));
  for (auto const& [name, values] : looked)
    result.half_width = std::max(result.half_width, half_width_of(values, result.replicates));
  if (result.replicates > result.first) {
    scenario.run.counts.replicates = static_cast<int>(result.replicates);
    results = run_experiment(scenario, areas, options);
    if (!is_complete(results)) return results;
  }
  reached = result;
  return results;
}

std::string line_of(PrecisionReached const& reached) {
  auto const& measure = measures()[reached.asked.measure];
  auto const count = [](std::size_t number) { return grouped(static_cast<double>(number)); };
  auto text = reached.asked.text + ": " + (reached.is_reached() ? "reached" : "NOT reached") +
              " with " + count(reached.replicates) + " replicates, half width " +
              in_its_unit(reached.half_width, measure) +
              " (asked: " + in_its_unit(reached.half_width_asked, measure) +
              "); the spread of the first " + count(reached.first) + " asks for " +
              count(reached.needed) + ", most for " + reached.widest;
  return text;
}

}  // namespace graduasi
