// What each group of mechanisms contributes to a result: as a table, CSV and JSON.
#pragma once

#include "analysis/attribution.h"
#include "output/json.h"
#include "output/text_table.h"
#include "store/sink.h"

#include <string>

namespace graduasi {

/// `policy,baseline,measure,month,row,group,switches,value,lower,upper,standard_error,alone,
/// alone_lower,alone_upper,last,last_lower,last_upper,same_first_day,replicates,interval,sd_chance,
/// sd_parameters`; `row` is nothing, everything or group.
void write_attribution(Sink& sink, Attribution const& attribution);

/// One document with everything.
Json attribution_json(Attribution const& attribution);

/// A table for each answer, what weighs most first, and how to read it.
std::string attribution_text(Attribution const& attribution, Color color);

}  // namespace graduasi
