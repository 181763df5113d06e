// Texts as a shell takes them, for commands that a user is told to type.
#pragma once

#include <string>
#include <string_view>

namespace graduasi {

/// One word of a command as a shell reads it: in single quotes where it would not be taken as it
/// is.
std::string for_shell(std::string_view word);

}  // namespace graduasi
