// The instruction sets for which hot loops are compiled, and which of them this processor has.
#pragma once

#include <optional>
#include <string_view>

namespace graduasi {

/// x86-64 levels: 128, 256 and 512 bit vectors. All give the same bits.
enum class Isa { v2, v3, v4 };

/// The widest level this processor has.
Isa best_isa();

/// Whether this processor has a level.
bool has(Isa isa);

/// "v2", "v3", "v4".
std::optional<Isa> isa_named(std::string_view name);

}  // namespace graduasi
