// The figures of single simulations of a result, from its store.
#pragma once

#include "output/stored_result.h"

#include <optional>

namespace graduasi {

/// Every value of the figures in curves.csv; nothing where there is no store, it keeps no
/// simulations, or it was written by a program that counted other things.
/// @throws FileError when the store is broken
std::optional<Replicates> replicates_in_store(StoredResult const& result);

}  // namespace graduasi
