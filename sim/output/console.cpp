#include "output/console.h"

#include "base/characters.h"
#include "outcome/comparison.h"
#include "outcome/overview.h"
#include "outcome/places.h"
#include "outcome/wording.h"
#include "output/answer_table.h"
#include "output/console_words.h"
#include "output/json.h"
#include "output/manifest.h"
#include "output/page/page.h"
#include "output/remarks.h"
#include "output/text_table.h"
#include "output/translation.h"

#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace graduasi {

namespace {

namespace said = console_words;

/// Empty for the baseline.
std::string difference_text(std::optional<Estimate> const& d, Style const& style) {
  if (!d) return "";
  auto const figure = [&](double value) { return signed_grouped(value, style.language); };
  if (std::isnan(d->lower)) return figure(d->mean);
  return style.say(said::interval, {figure(d->mean), figure(d->lower), figure(d->upper)});
}

std::string verdict_text(std::optional<Estimate> const& difference, Style const& style) {
  return difference ? words(verdict(*difference), style.language) : style.say(said::baseline);
}

TextLine line_of(RunResults const& results, OverviewRow const& row, Style const& style) {
  auto const language = style.language;
  return {results.variants[row.variant].name,     results.policies[row.policy],
          grouped(row.facilitators, language),    in_words(row.wage_bill_rupiah, language),
          grouped(row.self_reliant, language),    grouped(row.became_able, language),
          grouped(row.natural_exit, language),    percent(row.premature_share, language),
          difference_text(row.difference, style), verdict_text(row.difference, style)};
}

/// The word for the interval in the table's head.
std::string interval_words(Interval interval, Style const& style) {
  switch (interval) {
    case Interval::chance:
      return style.say(said::by_chance);
    case Interval::parameters:
      return style.say(said::by_parameters);
    case Interval::none:
      break;
  }
  return "";
}

TextLine line_of(RunResults const& results, PlaceRow const& row, Style const& style) {
  auto const language = style.language;
  return {results.variants[row.variant].name,
          results.policies[row.policy],
          row.where,
          grouped(row.active, language),
          grouped(row.facilitators, language),
          grouped(row.self_reliant, language),
          grouped(row.became_able, language),
          difference_text(row.difference, style),
          verdict_text(row.difference, style)};
}

/// The policies that hold in some areas only, there; empty where all hold everywhere.
std::string table_of_places(RunResults const& results, Style const& style) {
  if (!any_in_places(results)) return {};
  auto const rows = overview_of_places(results);
  if (rows.empty()) return in_color(style.say(said::write_strata), "2", style.color) + "\n";
  auto const baseline = results.policies[0];
  std::vector<TextLine> lines = {
      {style.say(said::variant), style.say(said::policy), style.say(said::where),
       style.say(said::families), style.say(said::facilitators), style.say(said::self_reliant),
       style.say(said::become_able), style.say(said::difference, {baseline}),
       style.say(said::verdict)}};
  for (auto const& row : rows) lines.push_back(line_of(results, row, style));
  std::vector<Side> sides = {Side::left,  Side::left,  Side::left, Side::right, Side::right,
                             Side::right, Side::right, Side::left, Side::left};
  if (results.variants.size() == 1) {
    for (auto& line : lines) line.erase(line.begin());
    sides.erase(sides.begin());
  }
  return "\n" + text_table(lines, sides, style.color) +
         style.say(said::below_places, {month_text(calendar_month_of(results, results.months))});
}

}  // namespace

std::string comparison_table(RunResults const& results, Style const& style) {
  auto const difference = style.say(said::difference, {results.policies[0]});
  std::vector<TextLine> lines = {
      {style.say(said::variant), style.say(said::policy), style.say(said::facilitators),
       style.say(said::wages), style.say(said::self_reliant), style.say(said::become_able),
       style.say(said::natural), style.say(said::premature),
       difference + interval_words(interval_of(results), style), style.say(said::verdict)}};
  for (auto const& row : overview(results)) lines.push_back(line_of(results, row, style));
  std::vector<Side> sides = {Side::left,  Side::left,  Side::right, Side::right, Side::right,
                             Side::right, Side::right, Side::right, Side::left,  Side::left};
  // Without a sweep every row would say "base".
  if (results.variants.size() == 1) {
    for (auto& line : lines) line.erase(line.begin());
    sides.erase(sides.begin());
  }
  auto text = text_table(lines, sides, style.color) + "\n";
  text += style.say(said::below, {month_text(results.start),
                                  month_text(calendar_month_of(results, results.months))});
  for (auto remark : remarks(results, style.language)) {
    if (remark.front() >= 'a' && remark.front() <= 'z')
      remark.front() = static_cast<char>(remark.front() - 'a' + 'A');
    text += in_color(remark + ".", "2", style.color) + "\n";
  }
  return text + table_of_places(results, style);
}

std::string warning_list(std::vector<Warning> const& warnings, Language language) {
  std::string text;
  for (auto const& warning : warnings) {
    // Names of files and columns are anybody's.
    auto const line =
        filled(said::warning.in(language), {warning.place, translated(warning.what, language),
                                            translated(warning.consequence, language)});
    text += printable(line) + "\n";
  }
  return text;
}

std::string comparison_json(RunResults const& results, Scenario const& scenario,
                            std::string_view citation, CostsAndValue const& costs) {
  Json const document = Json::Members{
      {"results_format", results_format},
      {"scenario", scenario.name},
      {"question", scenario.question},
      {"state", state_of(results)},
      {"start", month_text(results.start)},
      {"months", results.months},
      {"households", results.facts.households},
      {"programme_households", results.facts.programme_households},
      {"replicates", results.replicates},
      {"draws", results.draws},
      {"interval", name_of(interval_of(results))},
      {"baseline", results.policies.front()},
      {"answers", answers_json(results, costs.answers)},
      {"table",
       list_of(overview(results), [&](auto const& row) { return overview_json(results, row); })},
      {"places", places_json(results)},
      {"costs", costs_and_value_json(results, scenario, costs)},
      {"remarks", list_of(remarks(results), [](auto const& remark) { return remark; })},
      {"warnings", warnings_json(results.facts.warnings)},
      {"citation", citation},
  };
  return text_of(document, Layout::indented) + "\n";
}

}  // namespace graduasi
