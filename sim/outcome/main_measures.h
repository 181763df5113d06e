// The measures that stand beside each other wherever policies are compared in few columns.
#pragma once

#include "scenario/headline.h"

#include <array>
#include <string_view>

namespace graduasi {

/// From families that become able to what facilitators cost; all count from the start of the run.
inline constexpr auto main_measures = std::to_array<std::string_view>(
    {"became_able", headline_measure, sustained_measure, "premature_exit", "premature_share",
     "cumulative_natural_exit", "cumulative_wage_bill_rupiah"});

}  // namespace graduasi
