// The draws of uncertain parameters, as `--draws-from` reads them.
#pragma once

#include "scenario/scenario.h"
#include "store/folder.h"
#include "store/sink.h"

#include <span>
#include <string>
#include <vector>

namespace graduasi {

/// Sets of values to be written, of which a scenario or a calibration hands out one after the
/// other.
struct WrittenDraws {
  std::vector<std::string> paths;
  std::vector<std::vector<double>> values;  ///< by draw, in the order of the paths
  std::vector<double> weights;              ///< by draw
};

/// Those that the scenario's simulations had, as they were settled; each weighs 1, since a run
/// takes one for as likely as another.
WrittenDraws draws_taken(Scenario const& scenario);

/// draws.csv: `draw,path,value,weight`, draws from 1 on. A value has as many digits as give the
/// same number back.
void write_draws(Sink& sink, WrittenDraws const& draws);

/// The same as a file of a result, where parameters were drawn.
/// @param scenario  settled
void write_draws_taken(ResultFolder& folder, Scenario const& scenario);

}  // namespace graduasi
