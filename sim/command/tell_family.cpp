#include "command/tell_family.h"

#include "base/errors.h"
#include "command/family_story.h"
#include "command/streams.h"
#include "experiment/family_trace.h"

namespace graduasi {

int tell_family(Request const& request, Scenario const& scenario, Areas const& areas, Isa isa) {
  if (!scenario.households_file.empty()) {
    throw ScenarioError(
        {{"--trace", "would show a family of " + scenario.households_file.generic_string() +
                         "; follow one of a scenario without population.households_csv"}});
  }
  auto const wish = trace_wish(request.trace);
  if (!wish) {
    throw ScenarioError(
        {{"--trace", request.trace + " is not a family; it must be a number, or ready, premature "
                                     "or missed"}});
  }
  auto const trace = trace_family(scenario, areas, *wish, isa);
  auto const start = scenario.run.start;
  answer("{}", request.json ? text_of(family_json(trace, start), Layout::line) + "\n"
                            : family_story(trace, start));
  return 0;
}

}  // namespace graduasi
