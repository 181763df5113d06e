// What a shell needs to complete the command line, written from the table of commands.
#pragma once

#include <string>

namespace graduasi {

/// For bash 4.3 or later, with the package bash-completion or without it.
std::string bash_completion();

/// For zsh, as the file _graduasi of its function path.
std::string zsh_completion();

/// For fish 3.
std::string fish_completion();

}  // namespace graduasi
