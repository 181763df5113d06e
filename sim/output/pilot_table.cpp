#include "output/pilot_table.h"

#include "outcome/wording.h"
#include "output/manifest.h"
#include "output/table.h"

#include <fmt/format.h>

#include <cmath>

namespace graduasi {

namespace {

TableColumns<PilotSize> pilot_columns(PilotFound const& pilot) {
  using S = PilotSize;
  auto const number = [](std::string name, double S::*part) {
    return TableColumn<S>{std::move(name), Holds::number,
                          [part](S const& size) -> Field { return size.*part; }};
  };
  return {
      {"control", Holds::text, [&](S const&) { return std::string_view(pilot.control); }},
      {"treatment", Holds::text, [&](S const&) { return std::string_view(pilot.treatment); }},
      {"measure", Holds::text, [&](S const&) { return std::string_view(pilot.outcome); }},
      {"group", Holds::text, [&](S const&) { return std::string_view(pilot.group); }},
      {"month", Holds::whole, [&](S const&) { return std::int64_t{pilot.month}; }},
      {"unit", Holds::text, [&](S const&) { return std::string_view(pilot.unit); }},
      {"units", Holds::whole, [](S const& size) { return whole(size.units); }},
      {"families_in_unit", Holds::whole, [&](S const&) { return std::int64_t{pilot.families}; }},
      {"effect", Holds::number, [&](S const&) { return pilot.effect; }},
      number("power", &S::power),
      number("power_standard_error", &S::power_error),
      number("power_by_formula", &S::by_formula),
      number("coverage", &S::coverage),
      number("false_alarms", &S::false_alarms),
      number("standard_error", &S::standard_error),
      number("detectable_effect", &S::detectable),
      number("exaggeration", &S::exaggeration),
      number("worlds_ruled_out", &S::ruled_out)};
}

bool is_share(PilotFound const& pilot) { return pilot.outcome_unit == "share"; }

/// A difference in points of a share, or in the unit of the measure.
std::string in_points(double value, PilotFound const& pilot) {
  return is_share(pilot) ? fmt::format("{:.2f}", 100 * value) : fmt::format("{:.3g}", value);
}

std::string_view unit_of_effect(PilotFound const& pilot) {
  return is_share(pilot) ? "points" : std::string_view(pilot.outcome_unit);
}

std::string in_100(double share) { return fmt::format("{:.0f}", 100 * share); }

std::string first_lines(PilotFound const& pilot) {
  auto const nations = pilot.draws * pilot.replicates;
  auto text = fmt::format("{}, month {}, {}: {} instead of {} brings {} {} more of {}",
                          pilot.outcome, pilot.month, pilot.group, pilot.treatment, pilot.control,
                          in_points(pilot.effect, pilot), unit_of_effect(pilot),
                          in_points(pilot.mean, pilot));
  if (nations > 1)
    text += fmt::format(" ({} to {} in 90 % of {} worlds)", in_points(pilot.effect_lower, pilot),
                        in_points(pilot.effect_upper, pilot), nations);
  text += fmt::format(
      "\nunits: {} {}s with {:.0f} such families on average; families of one are alike by {:.3f} "
      "(correlation within units), {} at most are interviewed\n",
      grouped(pilot.units_there), pilot.unit, pilot.families_in_unit, pilot.correlation,
      pilot.families);
  return text;
}

std::string answer_line(PilotFound const& pilot) {
  auto const wanted = in_100(pilot.wanted_power);
  if (pilot.units_needed)
    return fmt::format(
        "About {:.0f} {}s, half of them under {}, find the effect {} times in 100.\n",
        std::ceil(*pilot.units_needed), pilot.unit, pilot.treatment, wanted);
  auto const& largest = pilot.sizes.back();
  return fmt::format(
      "No pilot tried finds the effect {} times in 100: {} {}s find it {} times. Measure something "
      "that moves more, later, or in more families.\n",
      wanted, largest.units, pilot.unit, in_100(largest.power));
}

std::vector<std::string> remarks_on(PilotFound const& pilot) {
  std::vector<std::string> all = {
      "Found: the 95 % interval of a pilot leaves zero out. Of pilots that try nothing, 5 in 100 "
      "should; that share is printed, and how often the interval holds the true effect",
      "Overstated: by how much a pilot that finds something makes the effect too large, on "
      "average"};
  if (pilot.draws == 1)
    all.push_back(
        "All this is for one set of parameters: --draws says for how many of the worlds that are "
        "believed in a pilot would be large enough, and which it would rule out");
  else
    all.push_back(
        "Ruled out: worlds whose effect lies outside the interval of a pilot that finds the mean "
        "effect");
  return all;
}

}  // namespace

void write_pilot(Sink& sink, PilotFound const& pilot) {
  write_csv(sink, pilot_columns(pilot), [&](auto each) {
    for (auto const& size : pilot.sizes) each(size);
  });
}

Json pilot_json(PilotFound const& pilot) {
  auto const size_json = [](PilotSize const& size) {
    return Json(Json::Members{{"units", size.units},
                              {"power", size.power},
                              {"power_standard_error", size.power_error},
                              {"power_by_formula", size.by_formula},
                              {"coverage", size.coverage},
                              {"false_alarms", size.false_alarms},
                              {"standard_error", size.standard_error},
                              {"detectable_effect", size.detectable},
                              {"exaggeration", size.exaggeration},
                              {"worlds_ruled_out", size.ruled_out}});
  };
  auto const word = [](auto const& text) { return text; };
  return Json::Members{{"results_format", results_format},
                       {"kind", "pilot"},
                       {"scenario", pilot.scenario},
                       {"question", pilot.question},
                       {"control", pilot.control},
                       {"treatment", pilot.treatment},
                       {"measure", pilot.outcome},
                       {"group", pilot.group},
                       {"month", pilot.month},
                       {"unit", pilot.unit},
                       {"households", pilot.households},
                       {"draws", pilot.draws},
                       {"replicates", pilot.replicates},
                       {"pilots", pilot.pilots},
                       {"seed", std::int64_t{pilot.seed}},
                       {"mean", pilot.mean},
                       {"sd", pilot.sd},
                       {"intra_unit_correlation", pilot.correlation},
                       {"units_in_nation", pilot.units_there},
                       {"families_in_unit", pilot.families_in_unit},
                       {"effect", pilot.effect},
                       {"effect_lower", pilot.effect_lower},
                       {"effect_upper", pilot.effect_upper},
                       {"wanted_power", pilot.wanted_power},
                       {"units_needed", or_null(pilot.units_needed)},
                       {"sizes", list_of(pilot.sizes, size_json)},
                       {"remarks", list_of(remarks_on(pilot), word)}};
}

std::string pilot_text(PilotFound const& pilot, Color color) {
  bool const has_worlds = pilot.draws > 1;
  std::vector<TextLine> lines = {
      {pilot.unit + "s", "found, %", "by formula", "true effect held, %", "false alarms, %",
       fmt::format("detectable, {}", unit_of_effect(pilot)), "overstated, times"}};
  std::vector<Side> sides(7, Side::right);
  if (has_worlds) lines[0].emplace_back("worlds ruled out, %"), sides.push_back(Side::right);
  for (auto const& size : pilot.sizes) {
    TextLine line = {grouped(static_cast<double>(size.units)),
                     in_100(size.power),
                     in_100(size.by_formula),
                     fmt::format("{:.1f}", 100 * size.coverage),
                     fmt::format("{:.1f}", 100 * size.false_alarms),
                     in_points(size.detectable, pilot),
                     size.exaggeration > 0 ? fmt::format("{:.1f}", size.exaggeration) : "-"};
    if (has_worlds) line.push_back(in_100(size.ruled_out));
    lines.push_back(std::move(line));
  }
  auto text =
      first_lines(pilot) + "\n" + text_table(lines, sides, color) + "\n" + answer_line(pilot);
  for (auto const& remark : remarks_on(pilot)) text += remark + ".\n";
  return text;
}

}  // namespace graduasi
