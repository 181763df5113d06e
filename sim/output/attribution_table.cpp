#include "output/attribution_table.h"

#include "base/contract.h"
#include "base/wording.h"
#include "outcome/measures.h"
#include "output/csv.h"
#include "output/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

Measure const& measure_of(Attribution const& attribution) {
  auto const place = find_measure(attribution.measure);
  expects(place.has_value(), "what was divided is a measure");
  return measures()[*place];
}

/// The heaviest first, whichever way it pulls; what is not defined last.
std::vector<GroupShare> by_weight(std::vector<GroupShare> groups) {
  auto const weight = [](GroupShare const& g) {
    return std::isnan(g.value.mean) ? -1 : std::abs(g.value.mean);
  };
  std::ranges::stable_sort(groups, std::greater{}, weight);
  return groups;
}

std::string text_of_switches(std::vector<std::string> const& switches, std::string_view between) {
  std::string text;
  for (auto const& path : switches) text += (text.empty() ? "" : std::string(between)) + path;
  return text;
}

/// Begins a line of the file.
void begin_line(CsvLine& line, Attribution const& attribution, Answer const& answer) {
  line.text(answer.policy);
  line.text(answer.baseline);
  line.text(attribution.measure);
  line.text(std::to_string(attribution.month));
}

void end_line(CsvLine& line, Estimate const& e, std::string_view same_first_day) {
  line.text(same_first_day);
  line.text(std::to_string(e.replicates));
  line.text(name_of(e.interval));
  line.number(e.sd_chance);
  line.number(e.sd_parameters);
}

void write_whole(Sink& sink, Attribution const& attribution, Answer const& answer,
                 std::string_view row, Estimate const& e) {
  CsvLine line(sink);
  begin_line(line, attribution, answer);
  line.text(row);
  for (int i = 0; i < 2; ++i) line.text("");
  line.interval(e);
  line.number(e.standard_error);
  for (int i = 0; i < 6; ++i) line.text("");
  end_line(line, e, "");
}

Json answer_json(Answer const& answer) {
  auto const group = [](GroupShare const& g) {
    return Json::Members{{"group", g.group},
                         {"switches", list_of(g.switches, [](auto const& path) { return path; })},
                         {"value", estimate_json(g.value)},
                         {"alone", estimate_json(g.alone)},
                         {"last", estimate_json(g.last)},
                         {"same_first_day", g.same_first_day}};
  };
  return Json::Members{{"policy", answer.policy},
                       {"baseline", answer.baseline.empty() ? Json() : Json(answer.baseline)},
                       {"nothing_on", estimate_json(answer.nothing)},
                       {"everything_on", estimate_json(answer.everything)},
                       {"groups", list_of(by_weight(answer.groups), group)}};
}

/// Whole numbers of families or rupiah, and shares with as many digits as they need.
std::string figure(double value, bool is_count, bool with_sign) {
  if (std::isnan(value)) return "-";
  if (is_count) return with_sign ? signed_grouped(value) : grouped(value);
  return with_sign ? fmt::format("{:+.4g}", value) : fmt::format("{:.4g}", value);
}

std::string with_interval(Estimate const& e, bool is_count, bool with_sign) {
  auto text = figure(e.mean, is_count, with_sign);
  if (!std::isnan(e.lower))
    text += fmt::format(" ({} to {})", figure(e.lower, is_count, with_sign),
                        figure(e.upper, is_count, with_sign));
  return text;
}

/// Shares, ratios and rates have digits behind the point.
bool counts_families_or_money(Measure const& measure) {
  return measure.unit.starts_with("families") || measure.unit.starts_with("rupiah") ||
         measure.unit.starts_with("full posts");
}

std::string_view interval_words(Attribution const& attribution) {
  if (attribution.draws > 1) return ", 95 % by parameters and chance";
  return attribution.replicates > 1 ? ", 95 % by chance" : "";
}

std::string answer_text(Attribution const& attribution, Answer const& answer, Color color) {
  auto const& measure = measure_of(attribution);
  bool const is_count = counts_families_or_money(measure);
  bool const is_difference = !answer.baseline.empty();
  auto text =
      fmt::format("{}, month {}, {}: in this model {} with everything on, {} with all groups off\n",
                  measure.label_en, attribution.month,
                  is_difference ? answer.policy + " less " + answer.baseline : answer.policy,
                  with_interval(answer.everything, is_count, is_difference),
                  with_interval(answer.nothing, is_count, is_difference));
  std::vector<TextLine> lines = {
      {"group", fmt::format("contributes{}", interval_words(attribution)), "alone", "last"}};
  for (auto const& g : by_weight(answer.groups)) {
    lines.push_back({g.group + (g.same_first_day ? "" : " *"),
                     with_interval(g.value, is_count, true), figure(g.alone.mean, is_count, true),
                     figure(g.last.mean, is_count, true)});
  }
  return text + text_table(lines, {Side::left, Side::left, Side::right, Side::right}, color) + "\n";
}

std::vector<std::string> remarks_on(Attribution const& attribution) {
  std::vector<std::string> all = {
      "What a group contributes in this model: its Shapley value, what it adds when groups are "
      "switched on one after the other, averaged over all orders. The values of a table sum to "
      "everything on less all groups off. This is no share of any real cause",
      "Alone: this group on, all others off. Last: what is lost when only it is switched off. Far "
      "apart, they say that the group works through others"};
  if (!attribution.kept.empty())
    all.push_back("In no group, so left as the scenario has them: " +
                  text_of_switches(attribution.kept, ", "));
  bool const moves = std::ranges::any_of(attribution.answers.front().groups,
                                         [](auto const& g) { return !g.same_first_day; });
  if (moves)
    all.push_back(
        "* Without it the families of the first day are others, so its value holds more luck");
  if (attribution.draws == 1)
    all.push_back(
        "Intervals by chance: parameters held fixed, the true uncertainty is larger (--draws)");
  return all;
}

}  // namespace

void write_attribution(Sink& sink, Attribution const& attribution) {
  sink.put(
      "policy,baseline,measure,month,row,group,switches,value,lower,upper,standard_error,alone,"
      "alone_lower,alone_upper,last,last_lower,last_upper,same_first_day,replicates,interval,"
      "sd_chance,sd_parameters\n");
  for (auto const& answer : attribution.answers) {
    write_whole(sink, attribution, answer, "nothing", answer.nothing);
    for (auto const& g : by_weight(answer.groups)) {
      CsvLine line(sink);
      begin_line(line, attribution, answer);
      line.text("group");
      line.text(g.group);
      line.text(text_of_switches(g.switches, ";"));
      line.interval(g.value);
      line.number(g.value.standard_error);
      line.interval(g.alone);
      line.interval(g.last);
      end_line(line, g.value, g.same_first_day ? "true" : "false");
    }
    write_whole(sink, attribution, answer, "everything", answer.everything);
  }
}

Json attribution_json(Attribution const& attribution) {
  auto const& measure = measure_of(attribution);
  auto const word = [](auto const& text) { return text; };
  auto const interval = attribution.answers.front().everything.interval;
  return Json::Members{{"results_format", results_format},
                       {"kind", "attribution"},
                       {"scenario", attribution.scenario},
                       {"question", attribution.question},
                       {"measure", Json::Members{{"name", measure.name},
                                                 {"label_en", measure.label_en},
                                                 {"label_id", measure.label_id},
                                                 {"unit", measure.unit},
                                                 {"better", measure.better}}},
                       {"month", attribution.month},
                       {"coalitions", attribution.coalitions},
                       {"households", attribution.households},
                       {"programme_households", attribution.programme_households},
                       {"replicates", attribution.replicates},
                       {"draws", attribution.draws},
                       {"seed", std::int64_t{attribution.seed}},
                       {"interval", name_of(interval)},
                       {"kept", list_of(attribution.kept, word)},
                       {"answers", list_of(attribution.answers, answer_json)},
                       {"remarks", list_of(remarks_on(attribution), word)}};
}

std::string attribution_text(Attribution const& attribution, Color color) {
  std::string text;
  for (auto const& answer : attribution.answers)
    text += answer_text(attribution, answer, color) + "\n";
  text += fmt::format("{} runs of {} families for {} months, {} replicates, {} parameter draw{}.\n",
                      grouped(static_cast<double>(attribution.coalitions)),
                      grouped(static_cast<double>(attribution.households)), attribution.month,
                      attribution.replicates, attribution.draws, attribution.draws == 1 ? "" : "s");
  for (auto const& remark : remarks_on(attribution))
    text += in_color(remark + ".", "2", color) + "\n";
  return text;
}

}  // namespace graduasi
