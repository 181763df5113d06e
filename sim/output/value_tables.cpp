#include "output/value_tables.h"

#include "base/text.h"
#include "outcome/wording.h"
#include "output/console_words.h"
#include "output/cost_table.h"
#include "output/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

namespace said = console_words;

/// As many parameters are shown on the page.
constexpr std::size_t max_parameters = 10;

std::string_view against_name(RunResults const& results, FrontierRow const& row) {
  return row.against ? std::string_view(results.policies[*row.against]) : std::string_view();
}

/// Parameters whose value stands out from what parameters that do nothing show, by the most that
/// they are worth at any threshold.
std::vector<ParameterValue> standing_out(Decision const& decision) {
  std::vector<ParameterValue> shown;
  for (auto const& p : decision.parameters) {
    for (std::size_t t = 0; t < p.value.size(); ++t) {
      if (p.value[t] <= decision.limit[t]) continue;
      shown.push_back(p);
      break;
    }
  }
  std::ranges::stable_sort(shown, std::ranges::greater{},
                           [](ParameterValue const& p) { return std::ranges::max(p.value); });
  if (shown.size() > max_parameters) shown.resize(max_parameters);
  return shown;
}

Json::List numbers(std::vector<double> const& values) {
  return list_of(values, [](double value) { return value; });
}

Json frontier_json(RunResults const& results, FrontierRow const& row) {
  return Json::Members{{"variant", results.variants[row.variant].name},
                       {"perspective", name_of(row.perspective)},
                       {"policy", results.policies[row.policy]},
                       {"cost", row.cost},
                       {"effect", row.effect},
                       {"standing", name_of(row.standing)},
                       {"against", row.against ? Json(results.policies[*row.against]) : Json()},
                       {"incremental_cost", row.more_cost.mean},
                       {"incremental_effect", row.more_effect.mean},
                       {"incremental_effect_lower", row.more_effect.lower},
                       {"incremental_effect_upper", row.more_effect.upper},
                       {"incremental_ratio", row.ratio.mean},
                       {"incremental_ratio_lower", row.ratio.lower},
                       {"incremental_ratio_upper", row.ratio.upper}};
}

Json decision_json(RunResults const& results, Decision const& decision) {
  auto const each_threshold = [&](auto const& what) { return list_of(decision.thresholds, what); };
  Json::List policies;
  for (std::size_t p = 0; p < results.policies.size(); ++p) {
    policies.push_back(Json::Members{
        {"policy", results.policies[p]},
        {"probability_best",
         each_threshold([&](AtThreshold const& at) { return at.probability_best[p]; })},
        {"net_benefit", each_threshold([&](AtThreshold const& at) { return at.net_benefit[p]; })}});
  }
  return Json::Members{
      {"variant", results.variants[decision.variant].name},
      {"perspective", name_of(decision.perspective)},
      {"draws", decision.draws},
      {"thresholds", each_threshold([](AtThreshold const& at) { return at.threshold; })},
      {"policies", policies},
      {"everything", each_threshold([](AtThreshold const& at) { return at.everything; })},
      {"limit", numbers(decision.limit)},
      {"parameters", list_of(standing_out(decision), [](ParameterValue const& p) {
         return Json::Members{{"path", p.path}, {"value", numbers(p.value)}};
       })}};
}

std::string with_interval(Estimate const& e, bool with_sign, Style const& style) {
  if (std::isnan(e.mean)) return "-";
  auto const figure = [&](double value) {
    if (std::isnan(value)) return std::string("?");
    auto const* const sign = value < 0 ? "-" : with_sign && value > 0 ? "+" : "";
    return fmt::format("{}{}", sign, in_words(std::abs(value), style.language));
  };
  if (std::isnan(e.lower) && std::isnan(e.upper)) return figure(e.mean);
  return style.say(said::interval, {figure(e.mean), figure(e.lower), figure(e.upper)});
}

std::string ratio_text(RunResults const& results, FrontierRow const& row, Style const& style) {
  auto const against = [&] { return results.policies[*row.against]; };
  switch (row.standing) {
    case Standing::equal:
      return style.say(said::equal_to, {against()});
    case Standing::undecided:
      return style.say(said::undecided);
    case Standing::reference:
      return style.say(said::cheapest);
    case Standing::dominated:
      return style.say(said::dominated);
    case Standing::extended_dominated:
      return style.say(said::dominated_by_mixture);
    case Standing::frontier:
      break;
  }
  if (std::isnan(row.ratio.mean)) return style.say(said::not_more);
  return style.say(said::over, {with_interval(row.ratio, false, style), against()});
}

/// Empty where the variant has no finished pair.
std::string ratio_text(RunResults const& results, std::vector<FrontierRow> const& rows,
                       std::size_t policy, std::size_t variant, Style const& style) {
  auto const row = std::ranges::find_if(rows, [&](FrontierRow const& r) {
    return r.policy == policy && r.variant == variant && r.perspective == Perspective::programme;
  });
  return row == rows.end() ? "" : ratio_text(results, *row, style);
}

TableColumns<FrontierRow> value_columns(RunResults const& results) {
  using F = FrontierRow;
  TableColumns<F> all{
      {"variant", Holds::text,
       [&](F const& f) { return std::string_view(results.variants[f.variant].name); }},
      {"perspective", Holds::text, [](F const& f) { return name_of(f.perspective); }},
      {"policy", Holds::text,
       [&](F const& f) { return std::string_view(results.policies[f.policy]); }},
      {"cost", Holds::number, [](F const& f) { return f.cost; }},
      {"effect", Holds::number, [](F const& f) { return f.effect; }},
      {"standing", Holds::text, [](F const& f) { return name_of(f.standing); }},
      {"against", Holds::text, [&](F const& f) { return against_name(results, f); }}};
  add_interval<F>(all, with_bounds("incremental_cost"), [](F const& f) { return &f.more_cost; });
  add_interval<F>(all, with_bounds("incremental_effect"),
                  [](F const& f) { return &f.more_effect; });
  add_interval<F>(all, with_bounds("incremental_ratio"), [](F const& f) { return &f.ratio; });
  all.push_back(
      {"interval", Holds::text, [](F const& f) { return name_of(f.more_effect.interval); }});
  return all;
}

/// A policy at a worth of an exit.
struct AcceptabilityRow {
  Decision const* decision;
  AtThreshold const* at;
  std::size_t policy;
};

TableColumns<AcceptabilityRow> acceptability_columns(RunResults const& results) {
  using A = AcceptabilityRow;
  return {
      {"variant", Holds::text,
       [&](A const& a) { return std::string_view(results.variants[a.decision->variant].name); }},
      {"perspective", Holds::text, [](A const& a) { return name_of(a.decision->perspective); }},
      {"threshold", Holds::number, [](A const& a) { return a.at->threshold; }},
      {"policy", Holds::text,
       [&](A const& a) { return std::string_view(results.policies[a.policy]); }},
      {"probability_best", Holds::share,
       [](A const& a) { return a.at->probability_best[a.policy]; }},
      {"net_benefit", Holds::number, [](A const& a) { return a.at->net_benefit[a.policy]; }},
      {"draws", Holds::whole, [](A const& a) { return whole(a.decision->draws); }}};
}

/// What knowing a parameter, or everything, is worth.
struct InformationRow {
  Decision const* decision;
  double threshold;
  std::string_view path;
  double value;
  double by_chance = Estimate::not_defined, limit = Estimate::not_defined;
};

TableColumns<InformationRow> information_columns(RunResults const& results) {
  using I = InformationRow;
  return {
      {"variant", Holds::text,
       [&](I const& i) { return std::string_view(results.variants[i.decision->variant].name); }},
      {"perspective", Holds::text, [](I const& i) { return name_of(i.decision->perspective); }},
      {"threshold", Holds::number, [](I const& i) { return i.threshold; }},
      {"path", Holds::text, [](I const& i) { return i.path; }},
      {"value", Holds::number, [](I const& i) { return i.value; }},
      {"by_chance", Holds::number, [](I const& i) { return i.by_chance; }},
      {"limit", Holds::number, [](I const& i) { return i.limit; }}};
}

}  // namespace

void write_value(Sink& sink, RunResults const& results, std::vector<FrontierRow> const& frontier) {
  write_csv(sink, value_columns(results),
            [&](auto each) { std::ranges::for_each(frontier, each); });
}

void write_acceptability(Sink& sink, RunResults const& results,
                         std::vector<Decision> const& decisions) {
  write_csv(sink, acceptability_columns(results), [&](auto each) {
    for (auto const& decision : decisions) {
      for (auto const& at : decision.thresholds) {
        for (std::size_t policy = 0; policy < results.policies.size(); ++policy)
          each({&decision, &at, policy});
      }
    }
  });
}

void write_information(Sink& sink, RunResults const& results,
                       std::vector<Decision> const& decisions) {
  write_csv(sink, information_columns(results), [&](auto each) {
    for (auto const& decision : decisions) {
      for (auto const& at : decision.thresholds)
        each({&decision, at.threshold, "everything", at.everything});
      for (auto const& parameter : decision.parameters) {
        for (std::size_t t = 0; t < decision.thresholds.size(); ++t) {
          each({&decision, decision.thresholds[t].threshold, parameter.path, parameter.value[t],
                decision.by_chance[t], decision.limit[t]});
        }
      }
    }
  });
}

std::string cost_lines(RunResults const& results, Scenario const& scenario,
                       CostsAndValue const& found, Style const& style) {
  if (results.policies.size() < 2) return {};
  auto const language = style.language;
  std::vector<TextLine> lines = {{style.say(said::variant), style.say(said::policy),
                                  style.say(said::cost),
                                  style.say(said::difference, {results.policies[0]}),
                                  style.say(said::per_sustained), style.say(said::per_further)}};
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    for (std::size_t policy = 0; policy < results.policies.size(); ++policy) {
      auto const figure = [&](std::string_view item) {
        return *find_cost(found.costs, policy, variant, Perspective::programme, item);
      };
      auto const total = figure("total");
      lines.push_back({results.variants[variant].name, results.policies[policy],
                       in_words(total.value.mean, language),
                       total.difference ? with_interval(*total.difference, true, style)
                                        : style.say(said::baseline),
                       with_interval(figure("cost_per_sustained").value, false, style),
                       ratio_text(results, found.frontier, policy, variant, style)});
    }
  }
  std::vector<Side> sides = {Side::left, Side::left, Side::right,
                             Side::left, Side::left, Side::left};
  if (results.variants.size() == 1) {
    for (auto& line : lines) line.erase(line.begin());
    sides.erase(sides.begin());
  }
  auto const& costs = unit_costs(scenario);
  auto const discount = shortest(100 * std::round(1e4 * costs.discount_rate) / 1e4);
  auto const remark = style.say(said::below_costs,
                                {std::to_string(results.months), std::to_string(costs.price_year),
                                 with_decimals(discount, language)});
  return text_table(lines, sides, style.color) + in_color(remark, "2", style.color) + "\n";
}

Json costs_and_value_json(RunResults const& results, Scenario const& scenario,
                          CostsAndValue const& found) {
  auto const& costs = unit_costs(scenario);
  return Json::Members{
      {"price_year", costs.price_year},
      {"discount_rate", double{costs.discount_rate}},
      {"rows", costs_json(results, found.costs)},
      {"frontier", list_of(found.frontier,
                           [&](FrontierRow const& row) { return frontier_json(results, row); })},
      {"decisions", list_of(found.decisions, [&](Decision const& decision) {
         return decision_json(results, decision);
       })}};
}

}  // namespace graduasi
