#include "analysis/evidence.h"

#include "analysis/trial.h"
#include "base/text.h"
#include "outcome/draw_spread.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace graduasi {

namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

/// Months at which any finding looks at families.
std::vector<int> months_of(std::vector<Finding> const& findings) {
  std::set<int> months;
  for (auto const& finding : findings) {
    months.insert(finding.effect.mean.month);
    if (finding.than) months.insert(finding.than->mean.month);
  }
  return {months.begin(), months.end()};
}

/// With fewer draws the interval from the least to the most holds less than 90 percent.
constexpr std::size_t draws_needed = 19;

/// A finding over all draws.
struct Drawn {
  std::vector<double> values, standard_errors;
  std::size_t not_defined = 0;  ///< draws in which there is nothing to compare

  void add(double value, double standard_error) {
    if (std::isnan(value)) {
      ++not_defined;
      return;
    }
    values.push_back(value);
    if (!std::isnan(standard_error)) standard_errors.push_back(standard_error);
  }
};

double mean(std::vector<double> const& values) {
  double sum = 0;
  for (double const value : values) sum += value;
  return values.empty() ? not_defined : sum / static_cast<double>(values.size());
}

std::string interval_text(double lower, double upper) {
  return seven_digits(lower) + " to " + seven_digits(upper);
}

/// "; " and what the finding's author has to say.
std::string with_note(std::string why, Finding const& finding) {
  return finding.note.empty() ? why : why + ". " + finding.note;
}

Judged judge_value(Finding const& finding, double lower, double upper) {
  double const value = finding.value;
  if (value < lower || value > upper) {
    return {FindingVerdict::not_reproduced,
            with_note(seven_digits(value) + " lies " + (value < lower ? "below " : "above ") +
                          interval_text(lower, upper),
                      finding)};
  }
  double const allowed = std::max(4 * finding.standard_error, std::abs(value));
  if (upper - lower <= allowed) return {FindingVerdict::reproduced, "inside, and narrow enough"};
  return {FindingVerdict::too_vague,
          with_note("inside, but the interval is " + seven_digits(upper - lower) +
                        " wide; at most " + seven_digits(allowed) + " would say something",
                    finding)};
}

/// Whether the whole interval lies in a range, or outside of it.
Judged judge_range(Finding const& finding, double lower, double upper, Range range,
                   std::string const& wanted) {
  if (range.min <= lower && upper <= range.max) return {FindingVerdict::reproduced, wanted};
  bool const outside = upper < range.min || lower > range.max;
  auto const why =
      interval_text(lower, upper) + (outside ? " is not " : " is partly not ") + wanted;
  return {outside ? FindingVerdict::not_reproduced : FindingVerdict::too_vague,
          with_note(why, finding)};
}

EvidenceRow row_of(Finding const& finding, Drawn const& drawn) {
  EvidenceRow row{.finding = finding.finding,
                  .id = finding.id,
                  .role = finding.role,
                  .source = finding.source,
                  .outcome = finding.outcome,
                  .published = finding.published,
                  .simulated = mean(drawn.values),
                  .lower = not_defined,
                  .upper = not_defined,
                  .standard_error = mean(drawn.standard_errors),
                  .unit = {},
                  .verdict = {},
                  .why = {},
                  .draws = drawn.values.size()};
  if (finding.rule != PassRule::cannot)
    row.unit = effect_unit_names[static_cast<std::size_t>(finding.effect.unit)];
  auto sorted = drawn.values;
  std::ranges::sort(sorted);
  if (!sorted.empty()) {
    row.lower = quantile(sorted, 0.05);
    row.upper = quantile(sorted, 0.95);
  }
  auto judged = judge(finding, row.lower, row.upper);
  if (finding.rule != PassRule::cannot && !sorted.empty() && sorted.size() < draws_needed) {
    judged = {FindingVerdict::too_vague, std::to_string(sorted.size()) +
                                             " draws hold no 90 percent interval; take " +
                                             std::to_string(draws_needed) + " or more"};
  }
  if (drawn.not_defined > 0 && !sorted.empty()) {
    judged.why += ". Not defined in " + std::to_string(drawn.not_defined) + " of " +
                  std::to_string(drawn.not_defined + sorted.size()) + " draws";
  }
  row.verdict = judged.verdict;
  row.why = std::move(judged.why);
  if (finding.role == "constraint") {
    row.why = "would be " + std::string(name_of(judged.verdict)) + ": " + row.why;
    row.verdict = FindingVerdict::constraint;
  }
  return row;
}

/// The worse of two verdicts on rows of one finding.
FindingVerdict worse(FindingVerdict a, FindingVerdict b) {
  if (a == FindingVerdict::not_reproduced || b == FindingVerdict::not_reproduced)
    return FindingVerdict::not_reproduced;
  return a == FindingVerdict::reproduced ? b : a;
}

}  // namespace

std::string_view name_of(FindingVerdict verdict) {
  switch (verdict) {
    case FindingVerdict::reproduced:
      return "reproduced";
    case FindingVerdict::not_reproduced:
      return "not reproduced";
    case FindingVerdict::too_vague:
      return "too vague";
    case FindingVerdict::constraint:
      break;
  }
  return "constraint";
}

FindingCounts count_findings(std::vector<EvidenceRow> const& rows) {
  std::map<std::string, FindingVerdict> findings;
  for (auto const& row : rows) {
    if (row.role != "validation") continue;
    auto const [known, is_new] = findings.emplace(row.finding, row.verdict);
    if (!is_new) known->second = worse(known->second, row.verdict);
  }
  FindingCounts counts;
  for (auto const& [name, verdict] : findings) {
    if (verdict == FindingVerdict::reproduced) ++counts.reproduced;
    if (verdict == FindingVerdict::not_reproduced) ++counts.not_reproduced;
    if (verdict == FindingVerdict::too_vague) ++counts.too_vague;
  }
  return counts;
}

Judged judge(Finding const& finding, double lower, double upper) {
  if (finding.rule == PassRule::cannot) return {FindingVerdict::not_reproduced, finding.note};
  if (std::isnan(lower) || std::isnan(upper))
    return {
        FindingVerdict::too_vague,
        with_note("not defined in any draw: an arm or group is empty (trial.share, group), or what "
                  "it is compared with is zero",
                  finding)};
  // A sign is strict: an effect of exactly nothing has none.
  constexpr double min = std::numeric_limits<double>::denorm_min();
  constexpr double all = std::numeric_limits<double>::infinity();
  double const bound = finding.bound;
  switch (finding.rule) {
    case PassRule::positive:
      return judge_range(finding, lower, upper, {min, all}, "above zero");
    case PassRule::negative:
      return judge_range(finding, lower, upper, {-all, -min}, "below zero");
    case PassRule::near_zero:
      return judge_range(finding, lower, upper, {-bound, bound},
                         "within " + seven_digits(bound) + " of zero");
    case PassRule::at_least:
      return judge_range(finding, lower, upper, {bound, all}, seven_digits(bound) + " or more");
    case PassRule::at_most:
      return judge_range(finding, lower, upper, {-all, bound}, seven_digits(bound) + " or less");
    case PassRule::value:
    case PassRule::cannot:
      break;
  }
  return judge_value(finding, lower, upper);
}

std::vector<EvidenceRow> gather_evidence(Scenario const& scenario, Areas const& areas,
                                         ExperimentOptions const& options) {
  use_threads(options);
  auto const kernel = kernel_for(options.isa);
  auto const variants = variants_of(scenario);
  auto const months = months_of(scenario.findings);
  bool const all_beyond = std::ranges::all_of(
      scenario.findings, [](Finding const& f) { return f.rule == PassRule::cannot; });
  auto const findings = scenario.findings.size();
  std::size_t const trials =
      all_beyond ? 0
                 : static_cast<std::size_t>(scenario.run.counts.parameter_draws) * variants.size();
  // Of every trial and finding the value and its standard error; ranks take trials in turn.
  std::vector<double> estimates(trials * findings * 2);
  Turns const turns(options.ranks, Turns::Each::alone);
  bool is_whole = true;
  for (std::size_t t = 0; t < trials; ++t) {
    if (!turns.has(t)) continue;
    is_whole = options.stop == nullptr || !options.stop->load();
    if (!is_whole) break;
    options.ranks->look_for_end();
    auto const trial = carry_out(scenario, areas, variants[t % variants.size()],
                                 static_cast<int>(t / variants.size()), months, kernel);
    for (std::size_t f = 0; f < findings; ++f) {
      if (scenario.findings[f].rule == PassRule::cannot) continue;
      auto const estimate = estimate_finding(trial, scenario.findings[f]);
      estimates[(t * findings + f) * 2] = estimate.value;
      estimates[(t * findings + f) * 2 + 1] = estimate.standard_error;
    }
    // Others are as far.
    if (options.progress)
      options.progress(static_cast<double>(std::min(t + turns.of(), trials)) /
                       static_cast<double>(trials));
  }
  if (options.ranks->any(options.ranks->all(), !is_whole)) return {};
  turns.exchange(estimates);
  std::vector<Drawn> drawn(findings);
  for (std::size_t t = 0; t < trials; ++t) {
    for (std::size_t f = 0; f < findings; ++f) {
      if (scenario.findings[f].rule != PassRule::cannot)
        drawn[f].add(estimates[(t * findings + f) * 2], estimates[(t * findings + f) * 2 + 1]);
    }
  }
  std::vector<EvidenceRow> rows;
  for (std::size_t f = 0; f < drawn.size(); ++f)
    rows.push_back(row_of(scenario.findings[f], drawn[f]));
  return rows;
}

}  // namespace graduasi
