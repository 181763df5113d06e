// What the page may ask to be done with a scenario: each a command of the program, with options.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// A scenario as it was typed, and what is to be done with it.
struct RunWanted {
  std::string file;  ///< that it stands for: beside it lie the files that it names
  std::string yaml;
  std::string size;                    ///< "standard" or "sure"
  std::string language;                ///< "en" or "id"
  std::string kind = "run";            ///< the name of a `Kind`
  std::string until = {};              ///< as --until takes it
  std::vector<std::string> vary = {};  ///< as --vary takes them
};

/// One row for each thing that can be asked for.
struct Kind {
  std::string_view name;     ///< as the page calls it
  std::string_view command;  ///< of the program
  bool is_sized = true;      ///< whether it can be had with many draws, too
  bool is_kept = true;       ///< whether what is finished is kept when it is interrupted
  bool has_until = false, has_vary = false;
};

std::span<Kind const> kinds();
Kind const* find_kind(std::string_view name);

/// What is wrong with what is wanted, but for the scenario itself; empty when nothing is.
std::string fault_of(RunWanted const& wanted);

/// The command line of what is wanted, which has no fault, without the name of the program.
/// @param folder   for its results
/// @param goes_on  with what an earlier one has left there
std::vector<std::string> words_of(RunWanted const& wanted, std::filesystem::path const& folder,
                                  bool goes_on);

}  // namespace graduasi
