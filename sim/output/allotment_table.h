// Facilitators shared out over areas: as a table, CSV and JSON.
#pragma once

#include "analysis/allotment.h"
#include "output/json.h"
#include "output/text_table.h"
#include "store/sink.h"

#include <string>

namespace graduasi {

/// allotment.csv: `area,families,facilitators_today,facilitators,families_per_facilitator_today,
/// families_per_facilitator,gain_today,gain`.
void write_allotment(Sink& sink, AreaAllotment const& allotment);

Json allotment_json(AreaAllotment const& allotment);

/// The areas that move most first, and what it brings.
std::string allotment_text(AreaAllotment const& allotment, Color color);

}  // namespace graduasi
