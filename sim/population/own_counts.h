// Facilitators that an areas file counts itself, beside what a policy asks for.
#pragma once

#include "base/errors.h"
#include "policy/levers.h"
#include "population/programme.h"

#include <optional>

namespace graduasi {

/// Counts in the areas file say how facilitators are shared out, never how many there are: that is
/// a lever. Says so when the baseline has other numbers than the file, or when its allotment looks
/// at no counts at all.
std::optional<Warning> warning_of_counts(Programme const& programme,
                                         CaseloadLevers const& baseline);

}  // namespace graduasi
