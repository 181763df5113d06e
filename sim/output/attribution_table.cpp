#include "output/attribution_table.h"

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

Measure const& measure_of(Attribution const& attribution) {
  auto const index = find_measure(attribution.measure);
  expects(index.has_value(), "what was divided is a measure");
  return measures()[*index];
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

/// A group of an answer, or the answer with nothing or everything on.
struct AttributionRow {
  Decomposition const* answer;
  std::string_view row;
  Estimate const* value;
  GroupShare const* group = nullptr;  ///< none: of the whole
};

TableColumns<AttributionRow> attribution_columns(Attribution const& attribution) {
  using A = AttributionRow;
  TableColumns<A> all{
      {"policy", Holds::text, [](A const& a) { return std::string_view(a.answer->policy); }},
      {"baseline", Holds::text, [](A const& a) { return std::string_view(a.answer->baseline); }},
      {"measure", Holds::text, [&](A const&) { return std::string_view(attribution.measure); }},
      {"month", Holds::whole, [&](A const&) { return std::int64_t{attribution.month}; }},
      {"row", Holds::text, [](A const& a) { return a.row; }},
      {"group", Holds::text,
       [](A const& a) { return a.group != nullptr ? Field(a.group->group) : Field(); }},
      {"switches", Holds::text, [](A const& a) {
         return a.group != nullptr ? Field(text_of_switches(a.group->switches, ";")) : Field();
       }}};
  auto const value = [](A const& a) { return a.value; };
  add_interval<A>(all, {"value", "lower", "upper"}, value);
  add_part<A>(all, "standard_error", &Estimate::standard_error, value);
  add_interval<A>(all, with_bounds("alone"),
                  [](A const& a) { return a.group != nullptr ? &a.group->first_in : nullptr; });
  add_interval<A>(all, with_bounds("last"),
                  [](A const& a) { return a.group != nullptr ? &a.group->last_in : nullptr; });
  all.push_back({"same_first_day", Holds::text, [](A const& a) -> Field {
                   if (a.group == nullptr) return {};
                   return true_or_false(a.group->same_first_day);
                 }});
  add_basis<A>(all, value);
  add_part<A>(all, "sd_chance", &Estimate::sd_chance, value);
  add_part<A>(all, "sd_parameters", &Estimate::sd_parameters, value);
  return all;
}

Json answer_json(Decomposition const& answer) {
  auto const group = [](GroupShare const& g) {
    return Json::Members{{"group", g.group},
                         {"switches", list_of(g.switches, [](auto const& path) { return path; })},
                         {"value", estimate_json(g.value)},
                         {"alone", estimate_json(g.first_in)},
                         {"last", estimate_json(g.last_in)},
                         {"same_first_day", g.same_first_day}};
  };
  return Json::Members{{"policy", answer.policy},
                       {"baseline", answer.baseline.empty() ? Json() : Json(answer.baseline)},
                       {"nothing_on", estimate_json(answer.all_off)},
                       {"everything_on", estimate_json(answer.all_on)},
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
  if (attribution.draws > 1) return ", 95 % parameters and Monte Carlo";
  return attribution.replicates > 1 ? ", 95 % Monte Carlo" : "";
}

std::string answer_text(Attribution const& attribution, Decomposition const& answer, Color color) {
  auto const& measure = measure_of(attribution);
  bool const is_count = counts_families_or_money(measure);
  bool const is_difference = !answer.baseline.empty();
  auto text =
      fmt::format("{}, month {}, {}: in this model {} with everything on, {} with all groups off\n",
                  measure.label_en, attribution.month,
                  is_difference ? answer.policy + " less " + answer.baseline : answer.policy,
                  with_interval(answer.all_on, is_count, is_difference),
                  with_interval(answer.all_off, is_count, is_difference));
  std::vector<TextLine> lines = {
      {"group", fmt::format("contributes{}", interval_words(attribution)), "alone", "last"}};
  for (auto const& g : by_weight(answer.groups)) {
    lines.push_back(
        {g.group + (g.same_first_day ? "" : " *"), with_interval(g.value, is_count, true),
         figure(g.first_in.mean, is_count, true), figure(g.last_in.mean, is_count, true)});
  }
  return text + text_table(lines, {Side::left, Side::left, Side::right, Side::right}, color) + "\n";
}

std::vector<std::string> remarks_on(Attribution const& attribution) {
  std::vector<std::string> all = {
      "What a group contributes in this model: its Shapley value, what it adds when groups are "
      "switched on one after the other, averaged over all orders. The values of a table sum to "
      "everything on less all groups off. This is not a share of any real cause",
      "Alone: this group on, all others off. Last: what is lost when only it is switched off. Far "
      "apart, they say that the group works through others"};
  if (!attribution.ungrouped.empty())
    all.push_back("In no group, so left as the scenario has them: " +
                  text_of_switches(attribution.ungrouped, ", "));
  bool const moves = std::ranges::any_of(attribution.answers.front().groups,
                                         [](auto const& g) { return !g.same_first_day; });
  if (moves)
    all.push_back(
        "* Without it the families of the first day are others, so its value varies more");
  if (attribution.draws == 1)
    all.push_back(
        "Monte Carlo intervals: parameters held fixed, the true uncertainty is larger (--draws)");
  return all;
}

}  // namespace

void write_attribution(Sink& sink, Attribution const& attribution) {
  write_csv(sink, attribution_columns(attribution), [&](auto each) {
    for (auto const& answer : attribution.answers) {
      each({&answer, "nothing", &answer.all_off});
      for (auto const& group : by_weight(answer.groups))
        each({&answer, "group", &group.value, &group});
      each({&answer, "everything", &answer.all_on});
    }
  });
}

Json attribution_json(Attribution const& attribution) {
  auto const& measure = measure_of(attribution);
  auto const word = [](auto const& text) { return text; };
  auto const interval = attribution.answers.front().all_on.interval;
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
                       {"kept", list_of(attribution.ungrouped, word)},
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
