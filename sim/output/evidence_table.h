// Published findings beside what came out of the model: as a table, CSV and JSON.
#pragma once

#include "analysis/evidence.h"
#include "output/json.h"
#include "output/text_table.h"
#include "store/sink.h"

#include <string>
#include <vector>

namespace graduasi {

/// `finding,id,role,source,outcome,published,lower,upper,simulated,verdict,why,unit,
/// standard_error,draws`.
void write_evidence(Sink& sink, std::vector<EvidenceRow> const& rows);

/// A list with an object for each row.
Json evidence_json(std::vector<EvidenceRow> const& rows);

/// The table, a sentence for each row that is not reproduced, and the count of findings.
std::string evidence_table(std::vector<EvidenceRow> const& rows, Color color);

}  // namespace graduasi
