// The mini model of bench/mini_program.cpp in the other ways that are written in C++.
#pragma once

#include "bench/mini_run.h"
#include "model/isa.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi::bench {

/// Families as objects on the heap with a virtual step, as frameworks for agents have them.
MiniResult run_objects(std::size_t families, std::span<int const> months, std::uint32_t seed);

/// Families as columns, chance from keyed draws, loops for vectors: as graduasi is written. An
/// instruction set that this processor lacks must not be asked for.
MiniResult run_columns(std::size_t families, std::span<int const> months, std::uint32_t seed,
                       Isa isa);

}  // namespace graduasi::bench
