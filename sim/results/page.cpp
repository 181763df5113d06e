#include "results/page.h"

#include "base/contract.h"
#include "results/manifest.h"
#include "results/overview.h"

namespace graduasi {

namespace {

using Members = Json::Members;

constexpr int payload_format = 1;

Json measures_json(std::span<std::size_t const> chosen) {
  return list_of(chosen, [](std::size_t place) {
    auto const& m = measures()[place];
    return Members{{"name", m.name}, {"label_en", m.label_en},     {"label_id", m.label_id},
                   {"unit", m.unit}, {"definition", m.definition}, {"better", m.better}};
  });
}

/// One curve; its bounds are null as a whole where no month has an interval.
Json curve_json(Outcome const& outcome, UsablePairs const& pairs, Cell cell) {
  Json::List month, mean, lower, upper;
  bool has_interval = false;
  std::vector<double> values;
  for (int const m : recorded_months(outcome, cell.stratum)) {
    gather(outcome, pairs, cell, values);
    auto const result = estimate(values, outcome.replicates);
    month.push_back(m);
    mean.push_back(result.mean);
    lower.push_back(result.lower);
    upper.push_back(result.upper);
    if (result.interval != Interval::none) has_interval = true;
    ++cell.row;
  }
  return Members{{"policy", outcome.policies[cell.policy]},
                 {"variant", outcome.variants[cell.variant].name},
                 {"measure", measures()[cell.measure].name},
                 {"month", std::move(month)},
                 {"mean", std::move(mean)},
                 {"lower", has_interval ? Json(std::move(lower)) : Json()},
                 {"upper", has_interval ? Json(std::move(upper)) : Json()}};
}

Json curves_json(Outcome const& outcome, std::span<std::size_t const> chosen) {
  Json::List curves;
  for (std::size_t policy = 0; policy < outcome.policies.size(); ++policy) {
    for (std::size_t variant = 0; variant < outcome.variants.size(); ++variant) {
      auto const pairs = usable_pairs(outcome, variant);
      for (std::size_t const measure : chosen) {
        curves.push_back(
            curve_json(outcome, pairs, {.policy = policy, .variant = variant, .measure = measure}));
      }
    }
  }
  return curves;
}

Json rests_on_json(RestsOn const& rests_on, std::vector<std::string> const& remarks) {
  Json::List notes;
  for (auto const& remark : remarks) notes.push_back(remark);
  for (auto const& note : rests_on.notes) notes.push_back(note);
  auto const changed = [](ChangedParameter const& p) {
    return Members{
        {"path", p.path}, {"value", p.value}, {"default", p.default_value}, {"unit", p.unit}};
  };
  auto const assumed = [](AssumedParameter const& p) {
    return Members{{"path", p.path},
                   {"value", p.value},
                   {"unit", p.unit},
                   {"meaning", p.meaning},
                   {"source", p.source}};
  };
  return Members{{"changed", list_of(rests_on.changed, changed)},
                 {"assumptions", list_of(rests_on.assumptions, assumed)},
                 {"notes", std::move(notes)}};
}

}  // namespace

Json overview_json(Outcome const& outcome, OverviewRow const& row) {
  auto const none = Estimate::not_defined;
  auto const difference = row.difference.value_or(Estimate{});
  return Members{{"policy", outcome.policies[row.policy]},
                 {"variant", outcome.variants[row.variant].name},
                 {"facilitators", row.facilitators},
                 {"wage_bill_rupiah", row.wage_bill_rupiah},
                 {"self_reliant", row.self_reliant},
                 {"natural_exit", row.natural_exit},
                 {"premature_share", row.premature_share},
                 {"difference", row.difference ? difference.mean : none},
                 {"lower", difference.lower},
                 {"upper", difference.upper},
                 {"interval", name_of(difference.interval)},
                 {"verdict", row.verdict}};
}

std::string page_payload(Outcome const& outcome, Scenario const& scenario,
                         std::span<std::size_t const> chosen, RestsOn const& rests_on,
                         Json const& manifest) {
  Json const payload = Members{
      {"format", payload_format},
      {"question", scenario.question},
      {"scenario", scenario.name},
      {"start", month_text(outcome.start)},
      {"months", outcome.months},
      {"households", outcome.facts.households},
      {"programme_households", outcome.facts.programme_households},
      {"interval", name_of(interval_of(outcome))},
      {"replicates", outcome.replicates},
      {"draws", outcome.draws},
      {"baseline", outcome.policies.front()},
      {"policies", list_of(outcome.policies, [](auto const& name) { return name; })},
      {"variants", list_of(outcome.variants, [](auto const& variant) { return variant.name; })},
      {"measures", measures_json(chosen)},
      {"curves", curves_json(outcome, chosen)},
      {"table",
       list_of(overview(outcome), [&](auto const& row) { return overview_json(outcome, row); })},
      {"rests_on", rests_on_json(rests_on, remarks(outcome))},
      {"manifest", manifest},
      {"warnings", warnings_json(outcome.facts.warnings)},
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
