#include "output/marginal_table.h"

#include "base/text.h"
#include "outcome/measures.h"
#include "output/console_words.h"
#include "output/reading_columns.h"
#include "output/table.h"
#include "scenario/headline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

std::string figure(double value) { return std::isnan(value) ? "-" : fmt::format("{:+.4g}", value); }

std::string per_unit_text(Estimate const& e, Style const& style) {
  if (std::isnan(e.lower)) return figure(e.mean);
  return style.say(console_words::interval, {figure(e.mean), figure(e.lower), figure(e.upper)});
}

TableColumns<Marginal> marginal_columns(RunResults const& results) {
  using M = Marginal;
  auto const variant = [&results](std::size_t index) {
    return std::string_view(results.variants[index].name);
  };
  TableColumns<M> all{
      {"policy", Holds::text,
       [&](M const& m) { return std::string_view(results.policies[m.policy]); }},
      {"path", Holds::text, [](M const& m) { return std::string_view(m.path); }},
      {"from", Holds::number, [](M const& m) { return m.from; }},
      {"to", Holds::number, [](M const& m) { return m.to; }},
      {"variant_from", Holds::text, [variant](M const& m) { return variant(m.variant_from); }},
      {"variant_to", Holds::text, [variant](M const& m) { return variant(m.variant_to); }},
      {"month", Holds::whole, [&](M const&) { return std::int64_t{results.months}; }},
      {"measure", Holds::text, [](M const& m) { return measures()[m.measure].name; }}};
  auto const per_unit = [](M const& m) { return &m.per_unit; };
  add_interval<M>(all, {"per_unit", "lower", "upper"}, per_unit);
  add_part<M>(all, "standard_error", &Estimate::standard_error, per_unit);
  add_basis<M>(all, per_unit);
  return joined<M>(
      {all,
       {date_column<M>([&](M const&) { return calendar_month_of(results, results.months); })},
       measure_columns<M>([](M const& m) { return &measures()[m.measure]; })});
}

}  // namespace

void write_marginals(Sink& sink, RunResults const& results,
                     std::vector<Marginal> const& marginals) {
  write_csv(sink, marginal_columns(results),
            [&](auto each) { std::ranges::for_each(marginals, each); });
}

std::string marginal_table(RunResults const& results, std::vector<Marginal> const& marginals,
                           Style const& style) {
  namespace said = console_words;
  auto const exits = find_measure(headline_measure);
  std::vector<TextLine> lines = {
      {style.say(said::policy), style.say(said::of), style.say(said::from), style.say(said::to),
       style.say(said::per_unit), style.say(said::unit), style.say(said::variant)}};
  for (auto const& m : marginals) {
    if (m.measure != exits) continue;
    lines.push_back({results.policies[m.policy], m.path, shortest(m.from), shortest(m.to),
                     per_unit_text(m.per_unit, style), m.unit,
                     results.variants[m.variant_to].name});
  }
  if (lines.size() == 1) return {};
  return text_table(
      lines, {Side::left, Side::left, Side::right, Side::right, Side::left, Side::left, Side::left},
      style.color);
}

}  // namespace graduasi
