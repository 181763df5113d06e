// The commands of the program, each one row: this is where a command is added.
#pragma once

#include "command/arguments.h"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace graduasi {

/// The arguments of a command that have no flag.
struct Operands {
  std::span<Argument const> arguments = {};
  std::size_t min = 0;            ///< words that must be there
  std::string_view missing = {};  ///< what is said when they are not: "the scenario is missing"
  std::string_view example = {};  ///< and how they could look
};

/// What the program does, as its help begins.
inline constexpr std::string_view program_purpose =
    "Simulates how families leave Indonesia's PKH cash-transfer programme, and what policies "
    "change.";

inline constexpr std::string_view program_examples = R"(Examples:
  graduasi run scenarios/caseload_ratios.yaml
  graduasi explain policy.caseload.households_per_facilitator)";

struct Command {
  std::string_view name;
  std::string_view what;  ///< it does, in one line of the program's help
  Operands operands = {};
  std::array<std::span<Argument const>, 9> flags = {};  ///< in the order of its help
  std::array<std::string_view, 3> without = {};         ///< those flags that it does not take
  std::string_view block = {};                          ///< of the scenario, that it carries out
  bool is_for_ranks = false;             ///< all ranks of mpirun do it, else the first one
  int (*act)(Request const&) = nullptr;  ///< @returns the exit code
  std::string_view examples;             ///< below its help
};

/// In the order in which the help lists them.
std::span<Command const> commands();

/// The flags that a command takes, in the order of its help.
std::vector<Argument> flags_of(Command const& command);

/// The command of that name, or null.
Command const* find_command(std::string_view name);

}  // namespace graduasi
