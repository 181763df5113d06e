// What is said of a pilot before it is run.
#pragma once

#include "analysis/pilot.h"
#include "output/json.h"
#include "output/text_table.h"
#include "store/sink.h"

#include <string>

namespace graduasi {

/// pilot.csv: a row for each number of units.
void write_pilot(Sink& sink, PilotFound const& pilot);

/// The same as one JSON document.
Json pilot_json(PilotFound const& pilot);

/// The same for the console; ends with a line end.
std::string pilot_text(PilotFound const& pilot, Color color);

}  // namespace graduasi
