#include "output/evidence_table.h"

#include "output/table.h"

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

TableColumns<EvidenceRow> evidence_columns() {
  using E = EvidenceRow;
  auto const text = [](std::string name, std::string E::*member) {
    return TableColumn<E>{std::move(name), Holds::text,
                          [member](E const& row) { return std::string_view(row.*member); }};
  };
  return {text("finding", &E::finding),
          text("id", &E::id),
          text("role", &E::role),
          text("source", &E::source),
          text("outcome", &E::outcome),
          text("published", &E::published),
          {"lower", Holds::number, [](E const& row) { return row.lower; }},
          {"upper", Holds::number, [](E const& row) { return row.upper; }},
          {"simulated", Holds::number, [](E const& row) { return row.simulated; }},
          {"verdict", Holds::text, [](E const& row) { return name_of(row.verdict); }},
          text("why", &E::why),
          text("unit", &E::unit),
          {"standard_error", Holds::number, [](E const& row) { return row.standard_error; }},
          {"draws", Holds::whole, [](E const& row) { return whole(row.draws); }}};
}

}  // namespace

void write_evidence(Sink& sink, std::vector<EvidenceRow> const& rows) {
  write_csv(sink, evidence_columns(), [&](auto each) { std::ranges::for_each(rows, each); });
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
