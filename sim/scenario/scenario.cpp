#include "scenario/scenario.h"

#include "base/held_definitions.h"
#include "model/parameters.h"

namespace graduasi {

template class Held<World>;

CostsParameters const& unit_costs(Scenario const& scenario) { return scenario.world->costs; }

}  // namespace graduasi
