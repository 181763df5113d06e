#include "command/past_mentoring.h"

#include "experiment/prepared.h"
#include "model/warm_start.h"

#include <fmt/format.h>

namespace graduasi {

std::string past_mentoring(Scenario const& scenario, Areas const& areas) {
  Scenario middle = scenario;
  middle.run.counts.parameter_draws = 1;
  PreparedVariant const e = prepared(middle, areas, {.name = "base", .values = {}}, 0);
  Credit const skill =
      credit_of_skills(e.programme, e.setting.world->skills, e.setting.population.traits);
  if (skill.credited > skill.level)
    return fmt::format(
        "all of mean skill {:.2f} is credited to past mentoring, which would explain "
        "{:.2f}: such mentoring teaches less, or its fruits fade faster",
        skill.level, skill.credited);
  return fmt::format(
      "of the families' mean skill of {:.2f} on the first day, {:.2f} is credited to past "
      "mentoring",
      skill.level, skill.credited);
}

}  // namespace graduasi
