// The measures by which a programme is judged: what is compared, drawn and optimised unless
// something else is asked for.
#pragma once

#include <string_view>

namespace graduasi {

/// Self-reliant graduations since the start.
inline constexpr std::string_view headline_measure = "cumulative_self_reliant";

/// Those of them that have lasted two years.
inline constexpr std::string_view sustained_measure = "sustained_self_reliant";

}  // namespace graduasi
