#include "output/console.h"

#include "base/characters.h"
#include "outcome/overview.h"
#include "outcome/places.h"
#include "outcome/wording.h"
#include "output/answer_table.h"
#include "output/json.h"
#include "output/manifest.h"
#include "output/page/page.h"
#include "output/remarks.h"
#include "output/text_table.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>
#include <vector>

namespace graduasi {

namespace {

std::string difference_text(OverviewRow const& row) {
  if (!row.difference) return "";
  auto const& d = *row.difference;
  if (std::isnan(d.lower)) return signed_grouped(d.mean);
  return fmt::format("{} ({} to {})", signed_grouped(d.mean), signed_grouped(d.lower),
                     signed_grouped(d.upper));
}

TextLine line_of(RunResults const& results, OverviewRow const& row) {
  return {results.variants[row.variant].name,
          results.policies[row.policy],
          grouped(row.facilitators),
          in_words(row.wage_bill_rupiah),
          grouped(row.self_reliant),
          grouped(row.became_able),
          grouped(row.natural_exit),
          percent(row.premature_share),
          difference_text(row),
          row.difference ? row.verdict : "baseline"};
}

/// The word for the interval in the table's head.
std::string interval_words(Interval interval) {
  switch (interval) {
    case Interval::chance:
      return ", 95 % Monte Carlo";
    case Interval::parameters:
      return ", 95 % parameters and Monte Carlo";
    case Interval::none:
      break;
  }
  return "";
}

TextLine line_of(RunResults const& results, PlaceRow const& row) {
  auto const& d = row.difference;
  std::string difference;
  if (d && std::isnan(d->lower)) difference = signed_grouped(d->mean);
  if (d && !std::isnan(d->lower))
    difference = fmt::format("{} ({} to {})", signed_grouped(d->mean), signed_grouped(d->lower),
                             signed_grouped(d->upper));
  return {results.variants[row.variant].name,
          results.policies[row.policy],
          row.where,
          grouped(row.active),
          grouped(row.facilitators),
          grouped(row.self_reliant),
          grouped(row.became_able),
          difference,
          d ? row.verdict : "baseline"};
}

/// The policies that hold in some areas only, there; empty where all hold everywhere.
std::string table_of_places(RunResults const& results, Color color) {
  if (!any_in_places(results)) return {};
  auto const rows = overview_of_places(results);
  if (rows.empty())
    return in_color(
               "For the figures of the areas where a policy holds, write output.strata: "
               "[area].",
               "2", color) +
           "\n";
  std::vector<TextLine> lines = {{"variant", "policy", "in", "families", "facilitators",
                                  "self-reliant exits", "become able",
                                  "difference to " + results.policies.front(), "verdict"}};
  for (auto const& row : rows) lines.push_back(line_of(results, row));
  std::vector<Side> sides = {Side::left,  Side::left,  Side::left, Side::right, Side::right,
                             Side::right, Side::right, Side::left, Side::left};
  if (results.variants.size() == 1) {
    for (auto& line : lines) line.erase(line.begin());
    sides.erase(sides.begin());
  }
  return "\n" + text_table(lines, sides, color) +
         fmt::format("\nWhere a policy holds; families and facilitators in {}.\n",
                     month_text(calendar_month_of(results, results.months)));
}

}  // namespace

std::string comparison_table(RunResults const& results, Color color) {
  std::vector<TextLine> lines = {
      {"variant", "policy", "facilitators", "wages a year (rupiah)", "self-reliant exits",
       "become able", "natural exits", "premature",
       "difference to " + results.policies.front() + interval_words(interval_of(results)),
       "verdict"}};
  for (auto const& row : overview(results)) lines.push_back(line_of(results, row));
  std::vector<Side> sides = {Side::left,  Side::left,  Side::right, Side::right, Side::right,
                             Side::right, Side::right, Side::right, Side::left,  Side::left};
  // Without a sweep every row would say "base".
  if (results.variants.size() == 1) {
    for (auto& line : lines) line.erase(line.begin());
    sides.erase(sides.begin());
  }
  auto text = text_table(lines, sides, color) + "\n";
  text += fmt::format(
      "Exits from {} to {}; facilitators (posts, vacant ones too) and wages (of those filled) when "
      "a\npolicy first holds in full.\n",
      month_text(results.start), month_text(calendar_month_of(results, results.months)));
  for (auto remark : remarks(results)) {
    if (remark.front() >= 'a' && remark.front() <= 'z')
      remark.front() = static_cast<char>(remark.front() - 'a' + 'A');
    text += in_color(remark + ".", "2", color) + "\n";
  }
  return text + table_of_places(results, color);
}

std::string warning_list(std::vector<Warning> const& warnings) {
  std::string text;
  for (auto const& warning : warnings) {
    // Names of files and columns are anybody's.
    auto const line =
        fmt::format("warning: {}: {}; {}", warning.place, warning.what, warning.consequence);
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
