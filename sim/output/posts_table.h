// How exits of a year are spread over facilitators, for whoever sets a target.
#pragma once

#include "outcome/run_results.h"
#include "output/text_table.h"
#include "scenario/scenario.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// Measures of how exits of a year are spread over facilitators, told in December of every whole
/// year: the mean, then the shares with none, one to nine, and ten or more.
inline constexpr auto measures_of_posts = std::to_array<std::string_view>(
    {"exits_per_facilitator_year", "facilitators_no_exit_share", "facilitators_1_to_9_exits_share",
     "facilitators_10_exits_share"});

/// Whether any policy sets a target of exits, itself or by a swept value.
bool any_target(Scenario const& scenario);

/// What the page draws: these measures, and where there is a target those of posts too.
/// @param chosen  indices in `measures()`, ascending, as what is returned
std::vector<std::size_t> with_measures_of_posts(std::span<std::size_t const> chosen,
                                                Scenario const& scenario);

/// A line for every policy, of the last whole calendar year; empty where there is none. Ends with a
/// line end.
std::string table_of_posts(RunResults const& results, Style const& style);

}  // namespace graduasi
