// What the reader has found wrong so far, and in which text each piece of the scenario stands.
#pragma once

#include "base/errors.h"

#include <filesystem>
#include <string>
#include <vector>

namespace graduasi {

/// A text that the scenario is made of: a file, or one `--set` of the command line.
struct Source {
  std::string label;             ///< "scenarios/ratio.yaml" or "--set run.seed"
  std::filesystem::path folder;  ///< paths in this text start here
};

/// Where something stands. Line and column count from 1; line 0 means the text as a whole.
struct Place {
  std::size_t source = 0;  ///< index into Problems::sources
  int line = 0;
  int column = 0;
};

/// All texts opened so far and all problems found in them.
struct Problems {
  struct Located {
    Place place;
    std::string text;
  };

  std::vector<Source> sources;  ///< in the order they were opened
  std::vector<Located> all;
  std::vector<Warning> warnings;

  /// Registers a text and returns its index.
  std::size_t open(std::string label, std::filesystem::path folder);

  /// @throws ScenarioError with everything found so far, when that is a thousand already
  void add(Place place, std::string text);
  void warn(Place place, std::string what, std::string consequence);

  std::string text_of(Place place) const;

  /// Sorted by text, line and column, without repeats.
  std::vector<Problem> sorted() const;

  /// @throws ScenarioError with everything found so far, if anything was
  void throw_if_any() const;
};

}  // namespace graduasi
