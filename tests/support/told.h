// What a reader of files says to its user, as one text.
#pragma once

#include "base/errors.h"

#include <string>
#include <vector>

namespace graduasi::testing {

/// All problems that `reading` throws, one a line: "place: text"; "accepted" when there is none.
template <class Reading>
std::string refusal_of(Reading reading) {
  try {
    reading();
  } catch (ScenarioError const& error) {
    std::string all;
    for (auto const& problem : error.problems)
      all += (all.empty() ? "" : "\n") + problem.place + ": " + problem.text;
    return all;
  }
  return "accepted";
}

/// All warnings, each a line.
inline std::string told(std::vector<Warning> const& warnings) {
  std::string all;
  for (auto const& w : warnings) all += w.place + ": " + w.what + "; " + w.consequence + "\n";
  return all;
}

}  // namespace graduasi::testing
