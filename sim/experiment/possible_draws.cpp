#include "experiment/possible_draws.h"

#include "experiment/in_parallel.h"
#include "experiment/prepared.h"

#include <algorithm>
#include <cstdint>

namespace graduasi {

namespace {

/// Sets of values that are tried for a draw.
constexpr int tried = 8;

/// Part of the variance of observed log spending that luck and noise may take together.
constexpr float most_passing = 0.55f;

/// Families by which a draw is judged, whatever the size of the sample: enough for every area.
constexpr int judged_by = 100000;

/// The first attempt whose values can be, or -1.
int attempt_that_can_be(Scenario scenario, Areas const& areas, std::size_t draw) {
  Variant const base{.name = "base", .values = {}};
  scenario.attempts.assign(draw + 1, 0);
  bool const are_given = std::ranges::all_of(scenario.uncertain, [](Uncertain const& uncertain) {
    return uncertain.prior.shape == Prior::Shape::draws;
  });
  // What a file gives stays the same however often it is drawn.
  for (int attempt = 0; attempt < (are_given ? 1 : tried); ++attempt) {
    scenario.attempts[draw] = attempt;
    if (can_be(setting_of(scenario, base, static_cast<int>(draw)), areas)) return attempt;
  }
  return -1;
}

}  // namespace

bool can_be(ParameterSet setting, Areas const& areas) {
  auto const& spending = setting.population.spending;
  if (spending.noise_share + spending.shock_share > most_passing) return false;
  setting.population.size.households = judged_by;
  // Five hundred districts that differ would take ten times as long and give nearly the same.
  setting.population.districts.caseload_spread = 0;
  setting.population.districts.institution_spread = 0;
  Credit const skill = credited_skill(setting, areas);
  return skill.credited <= skill.level;
}

void settle_draws(Scenario& scenario, Areas const& areas, std::shared_ptr<Ranks> const& ranks) {
  int const draws = scenario.run.counts.parameter_draws;
  if (draws == 1 || scenario.uncertain.empty()) return;
  std::vector<std::int64_t> attempts(static_cast<std::size_t>(draws));
  Turns const turns(ranks, Turns::Each::alone);
  in_parallel(attempts.size(), [&](std::size_t draw) {
    if (turns.has(draw)) attempts[draw] = attempt_that_can_be(scenario, areas, draw);
  });
  turns.exchange(attempts);
  scenario.attempts.clear();
  for (auto const attempt : attempts) scenario.attempts.push_back(static_cast<int>(attempt));
}

std::string draws_again(Scenario const& scenario) {
  auto const& attempts = scenario.attempts;
  auto const all = std::to_string(attempts.size());
  auto const again = std::ranges::count_if(attempts, [](int n) { return n > 0; });
  auto const never = std::ranges::count(attempts, -1);
  std::string told;
  if (again > 0)
    told = std::to_string(again) + " of " + all + " draws could not be and were drawn again";
  if (never == 0) return told;
  return told + (told.empty() ? "" : "; ") + std::to_string(never) + " of " + all +
         " draws could not be, nor anything in their place";
}

}  // namespace graduasi
