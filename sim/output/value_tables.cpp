#include "output/value_tables.h"

#include "base/text.h"
#include "outcome/wording.h"
#include "output/cost_table.h"
#include "output/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

/// As many parameters are shown on the page.
constexpr std::size_t most_parameters = 10;

std::string_view against_name(Outcome const& outcome, FrontierRow const& row) {
  return row.against ? std::string_view(outcome.policies[*row.against]) : std::string_view();
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
  if (shown.size() > most_parameters) shown.resize(most_parameters);
  return shown;
}

Json::List numbers(std::vector<double> const& values) {
  return list_of(values, [](double value) { return value; });
}

Json frontier_json(Outcome const& outcome, FrontierRow const& row) {
  return Json::Members{{"variant", outcome.variants[row.variant].name},
                       {"perspective", name_of(row.perspective)},
                       {"policy", outcome.policies[row.policy]},
                       {"cost", row.cost},
                       {"effect", row.effect},
                       {"standing", name_of(row.standing)},
                       {"against", row.against ? Json(outcome.policies[*row.against]) : Json()},
                       {"incremental_cost", row.more_cost.mean},
                       {"incremental_effect", row.more_effect.mean},
                       {"incremental_effect_lower", row.more_effect.lower},
                       {"incremental_effect_upper", row.more_effect.upper},
                       {"incremental_ratio", row.ratio.mean},
                       {"incremental_ratio_lower", row.ratio.lower},
                       {"incremental_ratio_upper", row.ratio.upper}};
}

Json decision_json(Outcome const& outcome, Decision const& decision) {
  auto const each_threshold = [&](auto const& what) { return list_of(decision.thresholds, what); };
  Json::List policies;
  for (std::size_t p = 0; p < outcome.policies.size(); ++p) {
    policies.push_back(Json::Members{
        {"policy", outcome.policies[p]},
        {"probability_best",
         each_threshold([&](AtThreshold const& at) { return at.probability_best[p]; })},
        {"net_benefit", each_threshold([&](AtThreshold const& at) { return at.net_benefit[p]; })}});
  }
  return Json::Members{
      {"variant", outcome.variants[decision.variant].name},
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

std::string with_interval(Estimate const& e, bool with_sign) {
  if (std::isnan(e.mean)) return "-";
  auto const figure = [&](double value) {
    if (std::isnan(value)) return std::string("?");
    auto const* const sign = value < 0 ? "-" : with_sign && value > 0 ? "+" : "";
    return fmt::format("{}{}", sign, in_words(std::abs(value)));
  };
  if (std::isnan(e.lower) && std::isnan(e.upper)) return figure(e.mean);
  return fmt::format("{} ({} to {})", figure(e.mean), figure(e.lower), figure(e.upper));
}

std::string ratio_text(Outcome const& outcome, FrontierRow const& row) {
  switch (row.standing) {
    case Standing::equal:
      return "equal to " + outcome.policies[*row.against];
    case Standing::undecided:
      return "cannot be told yet";
    case Standing::reference:
      return "the cheapest";
    case Standing::dominated:
      return "dominated";
    case Standing::extended_dominated:
      return "dominated by a mixture";
    case Standing::frontier:
      break;
  }
  if (std::isnan(row.ratio.mean)) return "more exits not told apart";
  return with_interval(row.ratio, false) + " over " + outcome.policies[*row.against];
}

/// Empty where the variant has no finished pair.
std::string ratio_text(Outcome const& outcome, std::vector<FrontierRow> const& rows,
                       std::size_t policy, std::size_t variant) {
  auto const row = std::ranges::find_if(rows, [&](FrontierRow const& r) {
    return r.policy == policy && r.variant == variant && r.perspective == Perspective::programme;
  });
  return row == rows.end() ? "" : ratio_text(outcome, *row);
}

TableColumns<FrontierRow> value_columns(Outcome const& outcome) {
  using F = FrontierRow;
  TableColumns<F> all{
      {"variant", Holds::text,
       [&](F const& f) { return std::string_view(outcome.variants[f.variant].name); }},
      {"perspective", Holds::text, [](F const& f) { return name_of(f.perspective); }},
      {"policy", Holds::text,
       [&](F const& f) { return std::string_view(outcome.policies[f.policy]); }},
      {"cost", Holds::number, [](F const& f) { return f.cost; }},
      {"effect", Holds::number, [](F const& f) { return f.effect; }},
      {"standing", Holds::text, [](F const& f) { return name_of(f.standing); }},
      {"against", Holds::text, [&](F const& f) { return against_name(outcome, f); }}};
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

TableColumns<AcceptabilityRow> acceptability_columns(Outcome const& outcome) {
  using A = AcceptabilityRow;
  return {
      {"variant", Holds::text,
       [&](A const& a) { return std::string_view(outcome.variants[a.decision->variant].name); }},
      {"perspective", Holds::text, [](A const& a) { return name_of(a.decision->perspective); }},
      {"threshold", Holds::number, [](A const& a) { return a.at->threshold; }},
      {"policy", Holds::text,
       [&](A const& a) { return std::string_view(outcome.policies[a.policy]); }},
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

TableColumns<InformationRow> information_columns(Outcome const& outcome) {
  using I = InformationRow;
  return {
      {"variant", Holds::text,
       [&](I const& i) { return std::string_view(outcome.variants[i.decision->variant].name); }},
      {"perspective", Holds::text, [](I const& i) { return name_of(i.decision->perspective); }},
      {"threshold", Holds::number, [](I const& i) { return i.threshold; }},
      {"path", Holds::text, [](I const& i) { return i.path; }},
      {"value", Holds::number, [](I const& i) { return i.value; }},
      {"by_chance", Holds::number, [](I const& i) { return i.by_chance; }},
      {"limit", Holds::number, [](I const& i) { return i.limit; }}};
}

}  // namespace

void write_value(Sink& sink, Outcome const& outcome, std::vector<FrontierRow> const& frontier) {
  write_csv(sink, value_columns(outcome),
            [&](auto each) { std::ranges::for_each(frontier, each); });
}

void write_acceptability(Sink& sink, Outcome const& outcome,
                         std::vector<Decision> const& decisions) {
  write_csv(sink, acceptability_columns(outcome), [&](auto each) {
    for (auto const& decision : decisions) {
      for (auto const& at : decision.thresholds) {
        for (std::size_t policy = 0; policy < outcome.policies.size(); ++policy)
          each({&decision, &at, policy});
      }
    }
  });
}

void write_information(Sink& sink, Outcome const& outcome, std::vector<Decision> const& decisions) {
  write_csv(sink, information_columns(outcome), [&](auto each) {
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

std::string cost_lines(Outcome const& outcome, Scenario const& scenario, CostsAndValue const& found,
                       Color color) {
  if (outcome.policies.size() < 2) return {};
  std::vector<TextLine> lines = {{"variant", "policy", "programme cost",
                                  "difference to " + outcome.policies.front(),
                                  "cost per sustained exit", "for each further sustained exit"}};
  for (std::size_t variant = 0; variant < outcome.variants.size(); ++variant) {
    for (std::size_t policy = 0; policy < outcome.policies.size(); ++policy) {
      auto const figure = [&](std::string_view item) {
        return *find_cost(found.costs, policy, variant, Perspective::programme, item);
      };
      auto const total = figure("total");
      lines.push_back({outcome.variants[variant].name, outcome.policies[policy],
                       in_words(total.value.mean),
                       total.difference ? with_interval(*total.difference, true) : "baseline",
                       with_interval(figure("cost_per_sustained").value, false),
                       ratio_text(outcome, found.frontier, policy, variant)});
    }
  }
  std::vector<Side> sides = {Side::left, Side::left, Side::right,
                             Side::left, Side::left, Side::left};
  if (outcome.variants.size() == 1) {
    for (auto& line : lines) line.erase(line.begin());
    sides.erase(sides.begin());
  }
  auto const& costs = unit_costs(scenario);
  auto const remark = fmt::format(
      "In this model, over {} months: rupiah of {}, money and exits discounted at {} % a year. "
      "Programme cost is\nall that the budget pays, benefits too; families that leave are paid no "
      "longer, and what is saved after the\nlast month is not counted. Unit costs but the wage are "
      "assumptions.",
      outcome.months, costs.price_year,
      shortest(100 * std::round(1e4 * costs.discount_rate) / 1e4));
  return text_table(lines, sides, color) + in_color(remark, "2", color) + "\n";
}

Json costs_and_value_json(Outcome const& outcome, Scenario const& scenario,
                          CostsAndValue const& found) {
  auto const& costs = unit_costs(scenario);
  return Json::Members{
      {"price_year", costs.price_year},
      {"discount_rate", double{costs.discount_rate}},
      {"rows", costs_json(outcome, found.costs)},
      {"frontier", list_of(found.frontier,
                           [&](FrontierRow const& row) { return frontier_json(outcome, row); })},
      {"decisions", list_of(found.decisions, [&](Decision const& decision) {
         return decision_json(outcome, decision);
       })}};
}

}  // namespace graduasi
