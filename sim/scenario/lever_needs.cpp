#include "scenario/lever_needs.h"

#include "base/contract.h"
#include "model/parameters.h"
#include "parameters/lookup.h"

#include <array>

namespace graduasi {

namespace {

constexpr std::string_view no_effect = "the lever changes nothing";
constexpr std::string_view no_target = "there is no target";
constexpr std::string_view paid_in_vain = "exits are paid for and nobody does more to bring them";
constexpr std::string_view per_facilitator = "policy.target.per_facilitator";

/// A lever may need several things. One that shares out or times what another lever brings stands
/// behind that one. Each row is held by a test that runs it.
constexpr auto needs = std::to_array<LeverNeed>({
    {"policy.caseload.vacancy_cover", "world.turnover.on",
     "no post is ever vacant, so the lever changes nothing"},
    {"policy.caseload.more_go", "policy.caseload.more_facilitators",
     "there are no further facilitators, so the lever changes nothing"},
    {"policy.sessions.hours", "policy.sessions.per_month", no_effect},
    {"policy.sessions.evening_share", "policy.sessions.per_month", no_effect},
    {"policy.visits.focus", "policy.visits.targeting",
     "no part of the caseload is chosen, so the lever changes nothing", false,
     static_cast<double>(last_for_everybody)},
    {"policy.mentoring.strengths_share", "world.self_confidence.on", no_effect},
    {"policy.mentoring.finance_share", "world.money.saving_on", no_effect},
    {"policy.mentoring.enterprise_share", "world.enterprise.on", no_effect},
    {"policy.mentoring.parenting_share", "world.member_clocks.on", no_effect},
    {"policy.mentoring.health_share", "world.shocks.on", no_effect},
    {"policy.mentoring.digital_share", "world.digital_literacy.on", no_effect},
    {"policy.mentoring.split_roles", "world.assessment.on", no_effect},
    {"policy.training.courses_per_year", "world.competence.on",
     "courses are paid for and teach nothing", true},
    {"policy.training.refreshers_per_year", "world.competence.on",
     "refreshers are paid for and teach nothing", true},
    {"policy.registry.strike_share", "world.registry.on", no_effect},
    {"policy.registry.strike_month", "policy.registry.strike_share", no_effect},
    {"policy.registry.keep_deciles", "world.registry.on", no_effect},
    {"policy.partners.capacity", "world.partners.on", no_effect},
    {"policy.partners.job_share", "world.partners.on", no_effect},
    {"policy.partners.job_share", "policy.partners.capacity", no_effect},
    {"policy.partners.capital_share", "world.partners.on", no_effect},
    {"policy.partners.capital_share", "world.enterprise.on", no_effect},
    {"policy.partners.capital_share", "policy.partners.capacity", no_effect},
    {"policy.partners.grant", "world.partners.on", no_effect},
    {"policy.partners.grant", "world.enterprise.on", no_effect},
    {"policy.partners.grant", "policy.partners.capacity", no_effect},
    {"policy.partners.grant", "policy.partners.capital_share", no_effect},
    {"policy.partners.supervision", "world.enterprise.on", no_effect},
    {"policy.partners.joint_plans", "world.partners.on", no_effect},
    {"policy.partners.joint_plans", "policy.partners.capacity", no_effect},
    {"policy.partners.return_on_failure", "world.afterwards.on", no_effect},
    {"policy.partners.return_on_failure", "world.enterprise.on", no_effect},
    {"policy.card_custody.own_card", "world.card_custody.on", no_effect},
    {"policy.card_custody.audits_per_year", "world.card_custody.on", no_effect},
    {"policy.card_custody.printed_entitlement", "world.card_custody.on", no_effect},
    {"policy.labelling.share", "world.labelling.on", no_effect},
    {"policy.assessment.gap", "world.assessment.on", no_effect},
    {"policy.assessment.coverage", "world.assessment.on", no_effect},
    {"policy.assessment.line_margin", "world.assessment.on", no_effect},
    {"policy.assessment.approval", "world.leaving.on", no_effect},
    {"policy.assessment.calendar", "world.assessment.on", no_effect},
    {"policy.assessment.calendar_month", "world.assessment.on", no_effect},
    {"policy.assessment.calendar_month", "policy.assessment.calendar",
     "families are assessed all year round, so the lever changes nothing"},
    {"policy.criteria.line", "world.assessment.on", no_effect},
    {"policy.criteria.multiple", "policy.criteria.line",
     "earnings are held against policy.assessment.line_margin, so the lever changes nothing"},
    {"policy.criteria.decile", "policy.criteria.line",
     "earnings are not held against a tenth of families, so the lever changes nothing", false,
     static_cast<double>(CriteriaLine::multiple)},
    {"policy.criteria.months", "world.assessment.on", no_effect},
    {"policy.approval.months", "world.leaving.on", no_effect},
    {"policy.approval.capacity", "world.leaving.on", no_effect},
    {"policy.graduation.assessed_out_share", "world.leaving.on", no_effect},
    {"policy.graduation.assessed_out_share", "world.assessment.on", no_effect},
    {"policy.graduation.exit_bonus", "world.leaving.on", no_effect},
    {"policy.time_limit.years", "world.time_limit.on", no_effect},
    {"policy.time_limit.then", "world.time_limit.on", no_effect},
    {"policy.time_limit.then", "policy.time_limit.years", "there is no limit"},
    {"policy.time_limit.exempt_elderly_disabled", "world.time_limit.on", no_effect},
    {"policy.time_limit.exempt_elderly_disabled", "policy.time_limit.years",
     "there is no limit to be exempt from"},
    {"policy.target.families", "world.target_pressure.on", no_effect},
    {"policy.target.per_facilitator", "world.target_pressure.on", no_effect},
    {"policy.target.reached_so_far", "world.target_pressure.on", no_effect},
    {"policy.target.reached_so_far", "policy.target.families", no_target, false, 0,
     per_facilitator},
    {"policy.target.counts", "world.target_pressure.on", no_effect},
    {"policy.target.counts", "policy.target.families", no_target, false, 0, per_facilitator},
    {"policy.target.enforced", "world.target_pressure.on", no_effect},
    {"policy.target.enforced", "policy.target.families", no_target, false, 0, per_facilitator},
    {"policy.target.aim", "world.target_pressure.on", no_effect},
    {"policy.target.aim", "policy.target.families", no_target, false, 0, per_facilitator},
    {"policy.staff.incentive", "world.target_pressure.on", paid_in_vain, true},
    {"policy.staff.incentive", "world.target_pressure.incentive_felt", paid_in_vain, true},
    {"policy.programme.quota", "population.intake.reserve_share",
     "nobody waits, so freed places stay free", false, 0, "population.intake.new_families"},
});

/// The value at a path, and how a scenario would write it.
struct Written {
  double value;
  std::string text;
};

template <class Root>
std::optional<Written> written_in(Root const& root, std::string_view path) {
  auto const* const row = find_row<Root>(path);
  if (row == nullptr) return std::nullopt;
  double const value = row->get(root);
  return Written{value, std::string(path) + " is " + text_of(*row, value)};
}

Written written(std::string_view path, ParameterSet const& setting, Levers const& levers) {
  auto found = written_in(*setting.world, path);
  if (!found) found = written_in(setting.population, path);
  if (!found) found = written_in(levers, path);
  expects(found.has_value(), "a lever needs a parameter that exists");
  return std::move(*found);
}

/// Whether something else does as well where a need is not met.
bool does_instead(LeverNeed const& need, ParameterSet const& setting, Levers const& levers) {
  return !need.instead.empty() && written(need.instead, setting, levers).value > 0;
}

}  // namespace

std::span<LeverNeed const> lever_needs() { return needs; }

std::optional<UnmetNeed> unmet_need(std::string_view lever, ParameterSet const& setting,
                                    Levers const& levers) {
  for (auto const& need : needs) {
    if (need.lever != lever) continue;
    auto what = written(need.needs, setting, levers);
    if (what.value <= need.more_than && !does_instead(need, setting, levers))
      return UnmetNeed{&need, std::move(what.text)};
  }
  return std::nullopt;
}

ActingLevers::ActingLevers(ParameterSet const& setting) {
  for (auto const& need : needs) {
    if (need.only_costs) continue;
    auto const* const lever = find_row<Levers>(need.lever);
    if (auto const* const other = find_row<Levers>(need.needs)) {
      auto const* const instead = find_row<Levers>(need.instead);
      open_.push_back({lever, other, need.more_than, instead});
    } else if (written(need.needs, setting, Levers{}).value <= need.more_than &&
               !does_instead(need, setting, Levers{})) {
      open_.push_back({lever, nullptr, 0, nullptr});
    }
  }
}

Levers ActingLevers::of(Levers const& asked) const {
  Levers acting = asked;
  for (auto const& [lever, other, more_than, instead] : open_) {
    if (instead != nullptr && instead->get(asked) > 0) continue;
    if (other == nullptr || other->get(asked) <= more_than)
      lever->set(acting, lever->get(Levers{}));
  }
  return acting;
}

std::optional<std::string> why_idle(Event const& event, World const& world) {
  auto const& kind = row_of(event.kind);
  if (!(event.share > 0)) return "share is 0";
  bool const gives = event.size > 0 || event.rupiah > 0;
  if (!kind.size.empty() && !gives) return std::string(kind.size) + " is 0";
  bool const of_business = event.kind == EventKind::grant || event.kind == EventKind::supervision;
  if (of_business && !world.enterprise.on) return "world.enterprise.on is false";
  return std::nullopt;
}

}  // namespace graduasi
