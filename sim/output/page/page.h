// What the report page is given to draw.
#pragma once

#include "base/language.h"
#include "outcome/run_results.h"
#include "output/json.h"
#include "output/marginal_table.h"
#include "output/rests_on.h"
#include "output/value_tables.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace graduasi {

/// What the page and `graduasi report` must know how to read.
inline constexpr int payload_format = 1;

/// The payload of the page, of this format, on one line: curves of the whole programme, their
/// differences to the baseline, those of each split, and the table.
/// @param chosen    indices in `measures()`, ascending
/// @param rests_on  what the page shows under that heading; it words the notes on the run itself
/// @param manifest  as it will be beside the page
/// @param language  in which the page opens
/// @param costs     what is under `costs`
/// @param marginals of a sweep, for all of `chosen`
std::string page_payload(RunResults const& results, Scenario const& scenario,
                         std::span<std::size_t const> chosen, RestsOn const& rests_on,
                         Json const& manifest, Language language = Language::english,
                         CostsAndValue const& costs = {}, std::span<Marginal const> marginals = {});

/// The page with its payload: what is between the tags of
/// `<script type="application/json" id="payload">null</script>` becomes the JSON, with every "<" as
/// \u003c, so that no text of a scenario can end the script.
/// @throws BrokenContract unless the page has that place exactly once
std::string with_payload(std::string_view page, std::string_view json);

/// A row of the overview, for the page and for `--json`: numbers, null when not defined.
struct OverviewRow;
Json overview_json(RunResults const& results, OverviewRow const& row);

/// The policies that hold in some areas only, and their figures there, null where results are not
/// split by area; an empty list where all hold everywhere.
Json places_json(RunResults const& results);

}  // namespace graduasi
