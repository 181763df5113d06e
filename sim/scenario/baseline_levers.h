// Levers of the baseline that a scenario sets beside its list of policies: a file that others
// extend cannot know their policies, and a prior or a sweep moves the baseline by these paths.
#pragma once

#include "scenario/text/entry.h"

#include <string>
#include <string_view>

namespace graduasi {

/// "baseline", the section and the beginning of its paths.
inline constexpr std::string_view baseline_root = "baseline";

/// Whether a path is of the baseline's lever: "baseline.assessment.gap".
constexpr bool is_in_baseline(std::string_view path) {
  return path.starts_with(baseline_root) && path.substr(baseline_root.size()).starts_with(".");
}

/// "baseline.assessment.gap" of "policy.assessment.gap"; any path that is no lever as it is.
std::string path_in_baseline(std::string_view path);

/// "policy.assessment.gap" of "baseline.assessment.gap"; any other path as it is.
std::string lever_of_baseline(std::string_view path);

/// The list of policies, made when the scenario writes none; null when what it writes is no list.
Entry* policies_of(Entry& root);

/// Lays the section `baseline` under the first policy, which keeps what it sets itself. Reports
/// what is no lever, and a lever that both set in one text.
void lay_under_baseline(Entry& root, Problems& problems);

}  // namespace graduasi
