#include "output/page/page.h"

#include "base/contract.h"
#include "outcome/overview.h"
#include "outcome/places.h"
#include "output/answer_table.h"
#include "output/manifest.h"
#include "output/page/page_curves.h"
#include "output/page/page_sweep.h"
#include "output/posts_table.h"
#include "scenario/one_number.h"
#include "scenario/timeline.h"
#include "scenario/variants.h"

#include <optional>

namespace graduasi {

namespace {

using Members = Json::Members;

Json measures_json(std::span<std::size_t const> chosen) {
  return list_of(chosen, [](std::size_t place) {
    auto const& m = measures()[place];
    return Members{
        {"name", m.name},     {"label_en", m.label_en},     {"label_id", m.label_id},
        {"unit", m.unit},     {"definition", m.definition}, {"definition_id", m.definition_id},
        {"better", m.better}, {"topic", topic_of(m)}};
  });
}

/// How many families a facilitator has in the last month of the run; nothing where that is not the
/// same in all areas.
std::optional<float> last_caseload(Policy const& policy, ParameterSet const& setting,
                                   RunSettings const& run) {
  std::optional<float> caseload;
  for (auto const& place : setting.places) {
    auto const levers = levers_by_month(policy, setting.policies.front(), run, place).back();
    float const here = levers.caseload.households_per_facilitator;
    if (caseload && *caseload != here) return std::nullopt;
    caseload = here;
  }
  return caseload;
}

/// The same by policy and variant; a policy without one is left out.
Json caseloads_json(RunResults const& results, Scenario const& scenario) {
  Json::List caseloads;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    auto const setting = setting_of(scenario, results.variants[variant], 0);
    expects(setting.policies.size() == results.policies.size(), "the run has the file's policies");
    for (std::size_t policy = 0; policy < setting.policies.size(); ++policy) {
      auto const caseload = last_caseload(setting.policies[policy], setting, scenario.run);
      if (!caseload) continue;
      caseloads.push_back(Members{{"policy", results.policies[policy]},
                                  {"variant", results.variants[variant].name},
                                  {"households_per_facilitator", double{*caseload}}});
    }
  }
  return caseloads;
}

/// The lever in whose number alone policies differ, with the value of each; null without one.
Json one_number_json(RunResults const& results, Scenario const& scenario) {
  auto const setting = setting_of(scenario, results.variants.front(), 0);
  auto const found = one_number(setting, scenario.run);
  if (!found) return {};
  return Members{{"path", found->lever->path},
                 {"unit", found->lever->unit},
                 {"values", list_of(found->values, [](double value) { return value; })}};
}

/// The verdict in a form that the page can put into any language.
std::string_view name_of(Verdict::Kind kind) {
  switch (kind) {
    case Verdict::Kind::distinguishable:
      return "told_apart";
    case Verdict::Kind::equal:
      return "equal";
    case Verdict::Kind::more_replicates:
      return "more_replicates";
    case Verdict::Kind::more_draws:
      return "more_draws";
    case Verdict::Kind::parameters_decide:
      return "parameters_decide";
    case Verdict::Kind::no_interval:
      break;
  }
  return "no_interval";
}

}  // namespace

Json overview_json(RunResults const& results, OverviewRow const& row) {
  auto const none = Estimate::not_defined;
  auto const difference = row.difference.value_or(Estimate{});
  auto const judged = verdict(difference);
  auto const needed = [&](Verdict::Kind kind) {
    return row.difference && judged.kind == kind ? Json(judged.runs) : Json();
  };
  return Members{{"policy", results.policies[row.policy]},
                 {"variant", results.variants[row.variant].name},
                 {"facilitators", row.facilitators},
                 {"wage_bill_rupiah", row.wage_bill_rupiah},
                 {"self_reliant", row.self_reliant},
                 {"became_able", row.became_able},
                 {"natural_exit", row.natural_exit},
                 {"premature_share", row.premature_share},
                 {"difference", row.difference ? difference.mean : none},
                 {"lower", difference.lower},
                 {"upper", difference.upper},
                 {"interval", name_of(difference.interval)},
                 {"variance_ratio", row.variance_ratio},
                 {"verdict", row.verdict},
                 {"judgement", row.difference ? Json(name_of(judged.kind)) : Json()},
                 {"replicates_needed", needed(Verdict::Kind::more_replicates)},
                 {"draws_needed", needed(Verdict::Kind::more_draws)}};
}

Json places_json(RunResults const& results) {
  Json::List places;
  auto const rows = overview_of_places(results);
  for (auto const& row : rows) {
    auto const difference = row.difference.value_or(Estimate{});
    places.push_back(
        Members{{"policy", results.policies[row.policy]},
                {"variant", results.variants[row.variant].name},
                {"where", row.where},
                {"active", row.active},
                {"facilitators", row.facilitators},
                {"self_reliant", row.self_reliant},
                {"became_able", row.became_able},
                {"difference", row.difference ? difference.mean : Estimate::not_defined},
                {"lower", difference.lower},
                {"upper", difference.upper}});
  }
  if (!rows.empty()) return places;
  for (std::size_t policy = 0; policy < results.held_in.size(); ++policy) {
    for (auto const& held : results.held_in[policy]) {
      for (auto const& variant : results.variants)
        places.push_back(Members{
            {"policy", results.policies[policy]}, {"variant", variant.name}, {"where", held.name}});
    }
  }
  return places;
}

std::string page_payload(RunResults const& results, Scenario const& scenario,
                         std::span<std::size_t const> chosen, RestsOn const& rests_on,
                         Json const& manifest, Language language, CostsAndValue const& costs,
                         std::span<Marginal const> marginals) {
  Json const payload = Members{
      {"format", payload_format},
      {"language", code_of(language)},
      {"question", scenario.question},
      {"scenario", scenario.name},
      {"start", month_text(results.start)},
      {"months", results.months},
      {"households", results.facts.households},
      {"programme_households", results.facts.programme_households},
      {"interval", name_of(interval_of(results))},
      {"replicates", results.replicates},
      {"draws", results.draws},
      {"baseline", results.policies.front()},
      {"policies", list_of(results.policies, [](auto const& name) { return name; })},
      {"variants", list_of(results.variants, [](auto const& variant) { return variant.name; })},
      {"has_target", any_target(scenario)},
      {"answers", answers_json(results, costs.answers)},
      {"measures", measures_json(chosen)},
      {"caseloads", caseloads_json(results, scenario)},
      {"one_number", one_number_json(results, scenario)},
      {"curves", page_curves(results, chosen)},
      {"differences", page_differences(results, chosen)},
      {"splits", page_splits(results, chosen)},
      {"sweep", page_sweep(results, scenario.sweep, marginals, chosen)},
      {"table",
       list_of(overview(results), [&](auto const& row) { return overview_json(results, row); })},
      {"places", places_json(results)},
      {"costs", costs_and_value_json(results, scenario, costs)},
      {"rests_on", rests_on_json(rests_on)},
      {"manifest", manifest},
      {"warnings", warnings_json(results.facts.warnings)},
  };
  return text_of(payload, Layout::line);
}

std::string with_payload(std::string_view page, std::string_view json) {
  constexpr std::string_view opening = R"(<script type="application/json" id="payload">)";
  constexpr std::string_view empty = "null";
  constexpr std::string_view closing = "</script>";
  auto const place = std::string(opening) + std::string(empty) + std::string(closing);
  auto const at = page.find(place);
  expects(at != std::string_view::npos && page.find(place, at + 1) == std::string_view::npos,
          "the page has one empty place for its payload");

  std::string result(page.substr(0, at + opening.size()));
  result.reserve(page.size() + json.size());
  for (char const character : json) {
    if (character == '<')
      result += R"(\u003c)";
    else
      result += character;
  }
  return result += page.substr(at + opening.size() + empty.size());
}

}  // namespace graduasi
