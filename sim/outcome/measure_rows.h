// The rows of the table of measures, by topic. A new measure is one row in one of these files: its
// words in both languages, what is better, and its formula.
#pragma once

#include "outcome/measures.h"

#include <span>

namespace graduasi {

/// Where families are, who moved this month and who has moved since the start.
std::span<Measure const> measures_of_exits();

/// How families are, and whether exits were good exits.
std::span<Measure const> measures_of_families();

/// What facilitators did, and what it costs.
std::span<Measure const> measures_of_work();

}  // namespace graduasi
