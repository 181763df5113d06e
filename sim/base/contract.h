// Conditions that hold unless the program itself is wrong.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace graduasi {

/// A condition that only a bug of ours can break. Ends the run with exit code 3.
struct BrokenContract : std::logic_error {
  using std::logic_error::logic_error;
};

/// Throws BrokenContract unless the caller kept its side.
/// The place is that of the caller; std::source_location is missing in clang 14.
inline void expects(bool condition, std::string_view what, char const* file = __builtin_FILE(),
                    int line = __builtin_LINE()) {
  if (condition) return;
  throw BrokenContract(std::string(file) + ":" + std::to_string(line) + ": expected that " +
                       std::string(what));
}

/// Throws BrokenContract unless the function kept its own side.
inline void ensures(bool condition, std::string_view what, char const* file = __builtin_FILE(),
                    int line = __builtin_LINE()) {
  expects(condition, what, file, line);
}

/// True in the `check` preset, where whole columns are tested as well as single values.
#ifdef GRADUASI_ALL_CONTRACTS
inline constexpr bool all_contracts = true;
#else
inline constexpr bool all_contracts = false;
#endif

}  // namespace graduasi
