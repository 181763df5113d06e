// The yardstick: how this kind of model is usually written. An array of structs, one generator, the
// standard library's distributions and mathematics, branches where the rules have them.
#pragma once

#include "bench/mini_run.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi::bench {

/// Steps four-variable households until the last month of a census.
MiniResult run_mini_program(std::size_t households, std::span<int const> months,
                            std::uint32_t seed = 1);

}  // namespace graduasi::bench
