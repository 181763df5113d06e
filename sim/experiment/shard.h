// A part of the work of a run, for machines that share nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace graduasi {

struct Shard {
  std::size_t number = 1, of = 1;  ///< 1 <= number <= of <= 10000

  /// Pieces are dealt out in turn, so that shards take alike long.
  bool has(std::size_t piece) const { return piece % of == number - 1; }
  /// "3/16".
  std::string name() const;
};

/// The shard of that name, or nothing.
std::optional<Shard> shard_named(std::string_view name);

}  // namespace graduasi
