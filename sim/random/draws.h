// Draws for the families of a caseload: one loop for each block of four words.
#pragma once

#include "base/math.h"
#include "random/stream.h"
#include "random/threefry.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Whose draws: the families first_id, first_id + 1, ... in a month.
struct DrawFor {
  std::uint32_t first_id;
  std::uint32_t month;
  Key key;
};

namespace detail {

[[gnu::always_inline]] inline RandomWords words(DrawFor const& who, std::size_t i, Monthly block) {
  return threefry4x32(
      who.first_id + static_cast<std::uint32_t>(i), who.month, static_cast<std::uint32_t>(block),
      static_cast<std::uint32_t>(Domain::household), who.key.seed, who.key.replicate);
}

}  // namespace detail

/// A block that begins with a pair of normals.
inline void draw_normals_and_two(std::span<float> first_normal, std::span<float> second_normal,
                                 std::span<float> third, std::span<float> fourth,
                                 DrawFor const& who, Monthly block) {
  auto const slots = first_normal.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, i, block);
    auto const normals = math::normal_pair(words.word[0], words.word[1]);
    first_normal[i] = normals.first;
    second_normal[i] = normals.second;
    third[i] = math::uniform(words.word[2]);
    fourth[i] = math::uniform(words.word[3]);
  }
}

/// A block that begins with one normal.
inline void draw_normal_and_two(std::span<float> normal, std::span<float> third,
                                std::span<float> fourth, DrawFor const& who, Monthly block) {
  auto const slots = normal.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, i, block);
    normal[i] = math::normal_pair(words.word[0], words.word[1]).first;
    third[i] = math::uniform(words.word[2]);
    fourth[i] = math::uniform(words.word[3]);
  }
}

/// The same for some of the families only: `numbers` counts them from the first.
inline void draw_normal_and_two_of(std::span<float> normal, std::span<float> third,
                                   std::span<float> fourth, std::span<std::int32_t const> numbers,
                                   DrawFor const& who, Monthly block) {
  auto const slots = normal.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, static_cast<std::size_t>(numbers[i]), block);
    normal[i] = math::normal_pair(words.word[0], words.word[1]).first;
    third[i] = math::uniform(words.word[2]);
    fourth[i] = math::uniform(words.word[3]);
  }
}

/// A block of four uniform numbers in [0, 1).
inline void draw_four(std::span<float> first, std::span<float> second, std::span<float> third,
                      std::span<float> fourth, DrawFor const& who, Monthly block) {
  auto const slots = first.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, i, block);
    first[i] = math::uniform(words.word[0]);
    second[i] = math::uniform(words.word[1]);
    third[i] = math::uniform(words.word[2]);
    fourth[i] = math::uniform(words.word[3]);
  }
}

/// A block that begins with one normal, the two other words plain.
inline void draw_normal_and_words(std::span<float> normal, std::span<std::uint32_t> third,
                                  std::span<std::uint32_t> fourth, DrawFor const& who,
                                  Monthly block) {
  auto const slots = normal.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, i, block);
    normal[i] = math::normal_pair(words.word[0], words.word[1]).first;
    third[i] = words.word[2];
    fourth[i] = words.word[3];
  }
}

/// A block as four plain words.
inline void draw_words(std::span<std::uint32_t> first, std::span<std::uint32_t> second,
                       std::span<std::uint32_t> third, std::span<std::uint32_t> fourth,
                       DrawFor const& who, Monthly block) {
  auto const slots = first.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, i, block);
    first[i] = words.word[0];
    second[i] = words.word[1];
    third[i] = words.word[2];
    fourth[i] = words.word[3];
  }
}

}  // namespace graduasi
