#include "output/marginal_table.h"

#include "base/text.h"
#include "outcome/measures.h"
#include "output/csv.h"

#include <fmt/format.h>

#include <cmath>

namespace graduasi {

namespace {

std::string figure(double value) { return std::isnan(value) ? "-" : fmt::format("{:+.4g}", value); }

std::string per_unit_text(Estimate const& e) {
  if (std::isnan(e.lower)) return figure(e.mean);
  return fmt::format("{} ({} to {})", figure(e.mean), figure(e.lower), figure(e.upper));
}

}  // namespace

void write_marginals(Sink& sink, Outcome const& outcome, std::vector<Marginal> const& marginals) {
  sink.put(
      "policy,path,from,to,variant_from,variant_to,month,measure,per_unit,lower,upper,"
      "standard_error,replicates,interval\n");
  for (auto const& m : marginals) {
    CsvLine line(sink);
    line.text(outcome.policies[m.policy]);
    line.text(m.path);
    line.number(m.from);
    line.number(m.to);
    line.text(outcome.variants[m.variant_from].name);
    line.text(outcome.variants[m.variant_to].name);
    line.text(std::to_string(outcome.months));
    line.text(measures()[m.measure].name);
    line.interval(m.per_unit);
    line.number(m.per_unit.standard_error);
    line.text(std::to_string(m.per_unit.replicates));
    line.text(name_of(m.per_unit.interval));
  }
}

std::string marginal_table(Outcome const& outcome, std::vector<Marginal> const& marginals,
                           Color color) {
  auto const exits = find_measure("cumulative_self_reliant");
  std::vector<TextLine> lines = {{"policy", "of", "from", "to",
                                  "self-reliant exits for each further unit", "unit", "variant"}};
  for (auto const& m : marginals) {
    if (m.measure != exits) continue;
    lines.push_back({outcome.policies[m.policy], m.path, shortest(m.from), shortest(m.to),
                     per_unit_text(m.per_unit), m.unit, outcome.variants[m.variant_to].name});
  }
  if (lines.size() == 1) return {};
  return text_table(
      lines, {Side::left, Side::left, Side::right, Side::right, Side::left, Side::left, Side::left},
      color);
}

}  // namespace graduasi
