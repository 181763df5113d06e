// What the page is given of an analysis, which has figures of its own and no curves.
#pragma once

#include "base/language.h"
#include "output/json.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace graduasi {

/// The figures of an analysis, as its --json prints them.
struct AnalysisFigures {
  std::string_view key;  ///< under which the page looks for them: "attribution" or "optimum"
  Json found;
  std::string_view interval;              ///< "chance", "parameters" or empty
  std::int64_t programme_households = 0;  ///< that the simulated ones stand for
};

/// The payload of the page, of `payload_format`, on one line.
/// @param scenario  as it was run
/// @param manifest  as it will be beside the page
/// @param language  in which the page opens
std::string analysis_payload(Scenario const& scenario, AnalysisFigures const& figures,
                             Json const& manifest, Language language);

}  // namespace graduasi
