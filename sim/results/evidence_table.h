// Published findings beside what came out of the model: as a table, CSV and JSON.
#pragma once

#include "results/json.h"
#include "results/sink.h"
#include "results/text_table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

enum class FindingVerdict { reproduced, not_reproduced, too_vague, constraint };

/// "reproduced", "not reproduced", "too vague" or "constraint".
std::string_view name_of(FindingVerdict verdict);

/// One published row, and what the model says to it.
struct EvidenceRow {
  std::string finding, id, role, source, outcome, published;
  double simulated = 0;         ///< mean over draws, in the row's unit; NaN where there is none
  double lower = 0, upper = 0;  ///< 90 percent of draws lie between
  double standard_error = 0;    ///< of one simulated trial, mean over draws
  std::string unit;             ///< percent, control_sd, points or share
  FindingVerdict verdict = FindingVerdict::too_vague;
  std::string why;
  std::size_t draws = 0;  ///< in which the row is defined
};

/// Findings with role `validation`, each counted once: reproduced when all of its rows are, not
/// reproduced when one is not, else too vague.
struct FindingCounts {
  std::size_t reproduced = 0, not_reproduced = 0, too_vague = 0;
  std::size_t all() const { return reproduced + not_reproduced + too_vague; }
};
FindingCounts count_findings(std::vector<EvidenceRow> const& rows);

/// `finding,id,role,source,outcome,published,lower,upper,simulated,verdict,why,unit,
/// standard_error,draws`.
void write_evidence(Sink& sink, std::vector<EvidenceRow> const& rows);

/// A list with an object for each row.
Json evidence_json(std::vector<EvidenceRow> const& rows);

/// The table, a sentence for each row that is not reproduced, and the count of findings.
std::string evidence_table(std::vector<EvidenceRow> const& rows, Color color);

}  // namespace graduasi
