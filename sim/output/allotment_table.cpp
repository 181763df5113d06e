#include "output/allotment_table.h"

#include "base/contract.h"
#include "outcome/measures.h"
#include "outcome/wording.h"
#include "output/manifest.h"
#include "output/optimum_table.h"
#include "output/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

Json check_json(AllotmentCheck const& check) {
  return Json::Members{{"seed", std::int64_t{check.seed}},
                       {"gain_today", estimate_json(check.gain_today)},
                       {"more_gain", estimate_json(check.more_gain)},
                       {"more_cost", estimate_json(check.more_cost)}};
}

std::string check_text(AllotmentCheck const& check, std::string_view seed) {
  auto const& more = check.more_gain;
  auto text = fmt::format("With {}: {}", seed, signed_grouped(more.mean));
  if (!std::isnan(more.lower))
    text += fmt::format(" ({} to {})", signed_grouped(more.lower), signed_grouped(more.upper));
  text += " on " + grouped(check.gain_today.mean);
  if (check.gain_today.mean > 0)
    text += fmt::format(", {:+.1f} %", 100 * more.mean / check.gain_today.mean);
  if (!is_distinguishable(more)) text += ", which is not distinguishable from zero";
  return text + "\n";
}

TableColumns<AreaShare> allotment_columns() {
  using A = AreaShare;
  return {
      {"area", Holds::text, [](A const& a) { return std::string_view(a.area); }},
      {"families", Holds::number, [](A const& a) { return a.families; }},
      {"facilitators_today", Holds::number, [](A const& a) { return a.today; }},
      {"facilitators", Holds::number, [](A const& a) { return a.best; }},
      {"families_per_facilitator_today", Holds::number,
       [](A const& a) { return a.families / a.today; }},
      {"families_per_facilitator", Holds::number, [](A const& a) { return a.families / a.best; }},
      {"gain_today", Holds::number, [](A const& a) { return a.gain_today; }},
      {"gain", Holds::number, [](A const& a) { return a.gain_best; }}};
}

}  // namespace

void write_allotment(Sink& sink, AreaAllotment const& allotment) {
  write_csv(sink, allotment_columns(),
            [&](auto each) { std::ranges::for_each(allotment.areas, each); });
}

Json allotment_json(AreaAllotment const& allotment) {
  auto const area = [](AreaShare const& its) {
    return Json::Members{{"area", its.area},
                         {"families", its.families},
                         {"facilitators_today", its.today},
                         {"facilitators", its.best},
                         {"gain_today", its.gain_today},
                         {"gain", its.gain_best}};
  };
  return Json::Members{{"results_format", results_format},
                       {"kind", "allotment"},
                       {"scenario", allotment.scenario},
                       {"question", allotment.question},
                       {"gain", allotment.gain},
                       {"cost", allotment.cost},
                       {"month", allotment.month},
                       {"households", allotment.households},
                       {"programme_households", allotment.programme_households},
                       {"replicates", allotment.replicates},
                       {"draws", allotment.draws},
                       {"interval", name_of(allotment.same_luck.more_gain.interval)},
                       {"areas", list_of(allotment.areas, area)},
                       {"all_the_same", allotment.all_the_same},
                       {"same_luck", check_json(allotment.same_luck)},
                       {"other_luck", check_json(allotment.other_luck)}};
}

std::string allotment_text(AreaAllotment const& allotment, Color color) {
  auto areas = allotment.areas;
  std::ranges::stable_sort(areas, std::greater{},
                           [](AreaShare const& a) { return a.best / a.today; });
  std::vector<TextLine> lines = {
      {"area", "families", "facilitators today", "best", "families for each today", "best"}};
  double all = 0;
  for (auto const& area : areas) {
    all += area.best;
    lines.push_back({area.area, grouped(area.families), grouped(area.today), grouped(area.best),
                     grouped(area.families / area.today), grouped(area.families / area.best)});
  }
  auto const index = find_measure(allotment.gain);
  expects(index.has_value(), "what was gained is a measure");
  auto text =
      text_table(lines,
                 {Side::left, Side::right, Side::right, Side::right, Side::right, Side::right},
                 color) +
      "\n";
  if (allotment.all_the_same)
    return text + "There is no optimum: " + allotment.gain +
           " is the same in every area whatever its facilitators; today's allotment is kept.\n";
  text += fmt::format(
      "{} facilitators. {}, month {}, more than with today's allotment, in this "
      "model:\n",
      grouped(all), measures()[*index].label_en, allotment.month);
  text += check_text(allotment.same_luck, "the seed that it was chosen with");
  text += check_text(allotment.other_luck, "an independent seed, the figure to quote");
  return text + "Both allotments are taken to have held before the first day too.\n";
}

}  // namespace graduasi
