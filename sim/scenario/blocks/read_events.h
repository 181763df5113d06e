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
                                  Scenario const& scenario, Problems& problems);

/// The same as a scenario would write it: one line without the list's dash.
std::string text_of(Event const& event, Scenario const& scenario);

/// Keys of an event of that kind, beside its month: its size, and those of blocks/event_keys.h.
std::vector<std::string_view> keys_of_event(EventKindRow const& kind);

}  // namespace graduasi
