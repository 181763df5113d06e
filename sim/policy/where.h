// In which areas something of a policy holds, as a scenario says it.
#pragma once

#include <string>
#include <vector>

namespace graduasi {

/// The areas on these islands, and beside them the areas of these names. Neither: everywhere.
struct Where {
  std::vector<int> islands{};        ///< numbers in `island_groups`, in their order
  std::vector<std::string> areas{};  ///< areas or provinces, as the areas file writes them
  bool everywhere() const { return islands.empty() && areas.empty(); }
  bool operator==(Where const&) const = default;
};

}  // namespace graduasi
