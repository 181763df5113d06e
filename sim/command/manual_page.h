// Manual pages for `man`, written from the table of commands.
#pragma once

#include "command/command_table.h"

#include <span>
#include <string>
#include <string_view>

namespace graduasi {

/// How a command may end.
struct ExitCode {
  int code;
  std::string_view means;
};

/// All of them, as docs/commands.md explains them.
std::span<ExitCode const> exit_codes();

/// graduasi.1: what the program is and which commands it has, in the language of man(7).
std::string manual_page();

/// graduasi-<name>.1: operands, flags and examples of a command.
std::string manual_page(Command const& command);

}  // namespace graduasi
