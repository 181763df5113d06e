#include "output/evidence_table.h"

#include "output/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

std::string figure(double value) {
  return std::isnan(value) ? std::string("-") : fmt::format("{:.3g}", value);
}

std::string interval_text(EvidenceRow const& row) {
  if (std::isnan(row.lower)) return "-";
  return fmt::format("{} to {}", figure(row.lower), figure(row.upper));
}

std::string_view unit_in_words(std::string_view unit) {
  if (unit == "percent") return "% of control";
  if (unit == "control_sd") return "control SD";
  if (unit == "points") return "points";
  if (unit == "share") return "%";
  return "";
}

TextLine line_of(EvidenceRow const& row) {
  return {row.id,
          row.outcome,
          row.published,
          figure(row.simulated),
          interval_text(row),
          std::string(unit_in_words(row.unit)),
          std::string(name_of(row.verdict))};
}

std::string plural(std::size_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

}  // namespace

void write_evidence(Sink& sink, std::vector<EvidenceRow> const& rows) {
  sink.put(
      "finding,id,role,source,outcome,published,lower,upper,simulated,verdict,why,unit,"
      "standard_error,draws\n");
  for (auto const& row : rows) {
    CsvLine line(sink);
    for (auto const& text : {row.finding, row.id, row.role, row.source, row.outcome, row.published})
      line.text(text);
    for (double const value : {row.lower, row.upper, row.simulated}) line.number(value);
    line.text(name_of(row.verdict)).text(row.why).text(row.unit);
    line.number(row.standard_error).text(std::to_string(row.draws));
  }
}

Json evidence_json(std::vector<EvidenceRow> const& rows) {
  return list_of(rows, [](EvidenceRow const& row) {
    return Json::Members{{"finding", row.finding},
                         {"id", row.id},
                         {"role", row.role},
                         {"source", row.source},
                         {"outcome", row.outcome},
                         {"published", row.published},
                         {"lower", row.lower},
                         {"upper", row.upper},
                         {"simulated", row.simulated},
                         {"verdict", name_of(row.verdict)},
                         {"why", row.why},
                         {"unit", row.unit},
                         {"standard_error", row.standard_error},
                         {"draws", row.draws}};
  });
}

std::string evidence_table(std::vector<EvidenceRow> const& rows, Color color) {
  std::vector<Side> const sides = {Side::left,  Side::left, Side::left, Side::right,
                                   Side::right, Side::left, Side::left};
  std::vector<TextLine> lines = {
      {"row", "outcome", "published", "simulated", "90 % of draws", "unit", "verdict"}};
  for (auto const& row : rows) lines.push_back(line_of(row));
  std::string text = text_table(lines, sides, color) + "\n";
  for (auto const& row : rows) {
    if (row.verdict != FindingVerdict::reproduced) text += fmt::format("{}: {}\n", row.id, row.why);
  }
  auto const counts = count_findings(rows);
  if (counts.all() == 0) return text;
  return text + fmt::format(
                    "\nOf {} held out, {} reproduced, {} not, {} too vague. A finding counts once, "
                    "with all of its rows.\n",
                    plural(counts.all(), "finding"), counts.reproduced, counts.not_reproduced,
                    counts.too_vague);
}

}  // namespace graduasi
