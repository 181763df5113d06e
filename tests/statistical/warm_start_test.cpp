// Families that are mentored as before stay as they were, on average.
#include "experiment/experiment.h"
#include "outcome/measures.h"
#include "population/areas.h"
#include "support/lived_nation.h"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

using namespace graduasi;

// Nobody leaves: nobody asks or is nominated, no check finds anything, no membership ends. Lives do
// not go on: what they do to those in the programme is a change, and nothing is subtracted for it.
TEST_CASE("warm start: ten years of the baseline leave levels within two percent of the first day",
          "[statistical]") {
  std::vector<std::string> const settings{
      "population.households=200000",  "run.replicates=1",
      "world.leaving.on=false",        "world.natural_exit.on=false",
      "world.registry.on=false",       "world.time_limit.on=false",
      "world.assessment.reluctance=1", "world.assessment.reluctance_spread=0",
      "world.life_cycle.on=false",     "world.growth.on=false",
      "world.lasting_shocks.on=false"};
  Scenario const scenario = testing::cohort(settings);
  RunResults const results = run_experiment(scenario, read_areas(scenario.areas_file), {});
  auto const& values = results.series[results.slot({}, 0)].values;
  auto const of = [&](std::string_view measure, int month) {
    return values(month, static_cast<Eigen::Index>(*find_measure(measure)));
  };
  CHECK(of("active", 120) == of("active", 0));
  for (std::string const measure :
       {"skills", "self_confidence", "digital_literacy", "access", "assets", "enterprise_share"}) {
    for (int const month : {60, 120}) {
      INFO(measure << " in month " << month << " against " << of(measure, 0)
                   << " on the first day");
      CHECK(of(measure, month) == Catch::Detail::Approx(of(measure, 0)).epsilon(0.02));
    }
  }
}
