#include "scenario/scenario.h"

#include "base/indirect_definitions.h"
#include "model/parameters.h"

namespace graduasi {

template class Indirect<World>;

UnitCosts const& unit_costs(Scenario const& scenario) { return scenario.world->costs; }

}  // namespace graduasi
