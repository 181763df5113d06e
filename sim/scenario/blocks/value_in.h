// Where the struct of a block holds the value of a key.
#pragma once

#include "scenario/blocks/block.h"

#include <cstddef>
#include <cstring>

namespace graduasi {

template <class T>
T const& at(BlockKey const& key, void const* plan) {
  return *reinterpret_cast<T const*>(static_cast<std::byte const*>(plan) + key.offset);
}

template <class T>
T& at(BlockKey const& key, void* plan) {
  return *reinterpret_cast<T*>(static_cast<std::byte*>(plan) + key.offset);
}

/// The place of the word of a choice; its enumeration is not known here, only that it is an int.
inline int choice_in(BlockKey const& key, void const* plan) {
  int place;
  std::memcpy(&place, static_cast<std::byte const*>(plan) + key.offset, sizeof place);
  return place;
}

inline void set_choice(BlockKey const& key, void* plan, int place) {
  std::memcpy(static_cast<std::byte*>(plan) + key.offset, &place, sizeof place);
}

}  // namespace graduasi
