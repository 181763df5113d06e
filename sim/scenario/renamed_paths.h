// Parameters that were called otherwise: who still writes the old path is understood, and told
// once.
#pragma once

#include "scenario/text/entry.h"
#include "scenario/text/problems.h"

#include <array>
#include <string>
#include <string_view>

namespace graduasi {

/// A parameter of the world that is a lever now.
struct RenamedPath {
  std::string_view before;  ///< "world.assessment.gap"
  std::string_view lever;   ///< "policy.assessment.gap"
};

inline constexpr auto renamed_paths = std::to_array<RenamedPath>({
    {"world.assessment.gap", "policy.assessment.gap"},
    {"world.assessment.coverage", "policy.assessment.coverage"},
    {"world.assessment.line_margin", "policy.assessment.line_margin"},
    {"world.leaving.approval", "policy.assessment.approval"},
});

/// The row of a path that is no longer one; null for any other.
RenamedPath const* renamed_path(std::string_view before);

/// The path under which the draws of a parameter are looked up: that of its first name, so that a
/// parameter keeps its draws when it is called otherwise.
std::string_view path_of_draws(std::string_view path);

/// Brings a text of a scenario, before others are laid over it, to the paths of today: in `world`,
/// `sweep` and the levers of `optimise`. What is written under the old and the new path alike is
/// reported.
void bring_up_to_date(Entry& root, Problems& problems);

/// The same for the path of one `--set`.
std::string path_now(std::string const& written, Place place, Problems& problems);

}  // namespace graduasi
