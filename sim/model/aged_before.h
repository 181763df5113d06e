// Candidates that have aged, kept where the same families are looked at again under other
// parameters, as in a table of one parameter at a time.
#pragma once

#include "model/aged_candidates.h"
#include "random/threefry.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>
#include <vector>

namespace graduasi {

/// Which candidates are asked for. What they age by is not part of it: all who share what is kept
/// age by the same.
struct AgedQuestion {
  Key key;
  std::uint32_t first_id;
  std::size_t count;
  bool waits;
  int joins;  ///< month in which they join the list, 0 where they are on it before the run

  auto as_tuple() const {
    return std::tuple(key.seed, key.replicate, first_id, count, waits, joins);
  }
  bool operator<(AgedQuestion const& other) const { return as_tuple() < other.as_tuple(); }
};

/// Answers by question, from any thread.
class AgedBefore {
 public:
  /// The answer given before, or the one that `age()` gives now.
  std::vector<AgedCandidate> answer(AgedQuestion const& question, auto age) {
    {
      std::scoped_lock const lock(guard_);
      auto const found = answers_.find(question);
      if (found != answers_.end()) return found->second;
    }
    std::vector<AgedCandidate> aged = age();
    std::scoped_lock const lock(guard_);
    return answers_.emplace(question, std::move(aged)).first->second;
  }

 private:
  std::mutex guard_;
  std::map<AgedQuestion, std::vector<AgedCandidate>> answers_;
};

}  // namespace graduasi
