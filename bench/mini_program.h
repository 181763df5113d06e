// The yardstick: how this kind of model is usually written. An array of structs, one generator, the
// standard library's distributions and mathematics, branches where the rules have them.
#pragma once

#include <cstddef>

namespace graduasi::bench {

struct MiniResult {
  double seconds;    ///< of processor time of this thread
  std::size_t left;  ///< households that graduated, so that nothing is optimised away
};

/// Steps `households` four-variable households through `months` months.
MiniResult run_mini_program(std::size_t households, int months);

}  // namespace graduasi::bench
