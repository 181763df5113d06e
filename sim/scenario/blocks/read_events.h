// Reads the one-off events of a policy.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"

#include <string>
#include <vector>

namespace graduasi {

/// `[{month: 2026-03, grant: {line_months: 2.15, share: 0.5}}, ...]`: a month, and what happens in
/// it. What is wrong goes to the problems.
/// @param path  as the user knows it: "policies[1].events"
std::vector<Event> checked_events(Entry const& written, std::string const& path,
                                  RunSettings const& run, Problems& problems);

/// The same as a scenario would write it: one line without the list's dash.
std::string text_of(Event const& event, RunSettings const& run);

/// Keys of an event of that kind, beside its month.
std::vector<std::string_view> keys_of_event(EventKindRow const& kind);

/// What its numbers may be.
inline constexpr Range event_share{0, 1};
inline constexpr Range event_months{1, 600};
inline constexpr Range event_arm{1, 1000};

}  // namespace graduasi
