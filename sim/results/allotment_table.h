// Facilitators shared out over areas: as a table, CSV and JSON.
#pragma once

#include "base/errors.h"
#include "results/curves.h"
#include "results/json.h"
#include "results/sink.h"
#include "results/text_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace graduasi {

/// One area's families and facilitators, and what they gain by the curves.
struct AreaShare {
  std::string area;
  double families = 0;
  double today = 0, best = 0;  ///< facilitators
  double gain_today = 0, gain_best = 0;
};

/// Both allotments run, the best less today's, paired.
struct AllotmentCheck {
  std::uint32_t seed = 0;
  Estimate gain_today, more_gain, more_cost;
};

struct AreaAllotment {
  std::string scenario, question, gain, cost;  ///< the last two are measures
  int month = 0;
  std::int64_t households = 0, programme_households = 0;
  std::size_t replicates = 0, draws = 0;
  std::vector<AreaShare> areas;  ///< in the order of the areas file
  AllotmentCheck same_luck, other_luck;
  bool all_the_same = false;  ///< facilitators move nothing in any area: today's allotment is kept
  std::vector<Warning> warnings;
};

/// allotment.csv: `area,families,facilitators_today,facilitators,families_per_facilitator_today,
/// families_per_facilitator,gain_today,gain`.
void write_allotment(Sink& sink, AreaAllotment const& allotment);

Json allotment_json(AreaAllotment const& allotment);

/// The areas that move most first, and what it brings.
std::string allotment_text(AreaAllotment const& allotment, Color color);

}  // namespace graduasi
