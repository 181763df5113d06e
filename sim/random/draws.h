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

/// Normals of words 0 and 1, and five uniform numbers in [0, 1) of words 2 and 3.
struct EverydayDraws {
  std::span<float> first_normal, second_normal;
  std::span<float> third, third_exchanged;
  std::span<float> fourth, fourth_exchanged;
  std::span<float> sum;  ///< independent of each of the four, not of all at once
};

/// A block that answers all that is asked of every family in every month.
inline void draw_everyday(EverydayDraws const& out, DrawFor const& who, Monthly block) {
  // Copies: where a loop writes by one span it would read the others' pointers anew.
  std::span<float> const first = out.first_normal, second = out.second_normal, third = out.third,
                         third_exchanged = out.third_exchanged, fourth = out.fourth,
                         fourth_exchanged = out.fourth_exchanged, sum = out.sum;
  auto const slots = first.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, i, block);
    auto const normals = math::normal_pair(words.word[0], words.word[1]);
    first[i] = normals.first;
    second[i] = normals.second;
    third[i] = math::uniform(words.word[2]);
    third_exchanged[i] = math::uniform(math::exchanged(words.word[2]));
    fourth[i] = math::uniform(words.word[3]);
    fourth_exchanged[i] = math::uniform(math::exchanged(words.word[3]));
    sum[i] = math::uniform(words.word[2] + words.word[3]);
  }
}

/// A normal of words 0 and 1, and three uniform numbers in [0, 1) of words 2 and 3.
struct WeighedDraws {
  std::span<float> normal;
  std::span<float> third, third_exchanged;
  std::span<float> fourth;

  /// Those of the first families alone.
  WeighedDraws first(std::size_t count) const {
    return {normal.first(count), third.first(count), third_exchanged.first(count),
            fourth.first(count)};
  }
};

/// A block of what is asked where a family weighs leaving.
inline void draw_weighed(WeighedDraws const& out, DrawFor const& who, Monthly block) {
  std::span<float> const normal = out.normal, third = out.third,
                         third_exchanged = out.third_exchanged, fourth = out.fourth;
  auto const slots = normal.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, i, block);
    normal[i] = math::normal_pair(words.word[0], words.word[1]).first;
    third[i] = math::uniform(words.word[2]);
    third_exchanged[i] = math::uniform(math::exchanged(words.word[2]));
    fourth[i] = math::uniform(words.word[3]);
  }
}

/// The same for some of the families only: `numbers` counts them from the first.
inline void draw_weighed_of(WeighedDraws const& out, std::span<std::int32_t const> numbers,
                            DrawFor const& who, Monthly block) {
  std::span<float> const normal = out.normal, third = out.third,
                         third_exchanged = out.third_exchanged, fourth = out.fourth;
  auto const slots = normal.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, static_cast<std::size_t>(numbers[i]), block);
    normal[i] = math::normal_pair(words.word[0], words.word[1]).first;
    third[i] = math::uniform(words.word[2]);
    third_exchanged[i] = math::uniform(math::exchanged(words.word[2]));
    fourth[i] = math::uniform(words.word[3]);
  }
}

/// A normal of words 0 and 1, and four uniform numbers in [0, 1) of words 2 and 3.
struct QuarterDraws {
  std::span<float> normal;
  std::span<float> third, third_exchanged;
  std::span<float> fourth, fourth_exchanged;
};

/// A block of what is asked when a quarter opens.
inline void draw_quarter(QuarterDraws const& out, DrawFor const& who, Monthly block) {
  std::span<float> const normal = out.normal, third = out.third,
                         third_exchanged = out.third_exchanged, fourth = out.fourth,
                         fourth_exchanged = out.fourth_exchanged;
  auto const slots = normal.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, i, block);
    normal[i] = math::normal_pair(words.word[0], words.word[1]).first;
    third[i] = math::uniform(words.word[2]);
    third_exchanged[i] = math::uniform(math::exchanged(words.word[2]));
    fourth[i] = math::uniform(words.word[3]);
    fourth_exchanged[i] = math::uniform(math::exchanged(words.word[3]));
  }
}

/// A block about a family's members in a quarter: words 0 and 1 are four risks, 2 and 3 four
/// children that leave school, 16 bits each. More is read from sums of halves of two words. Each is
/// independent of every other number, and of two together unless these are those of the sum: so
/// none holds the first child.
namespace members {

/// Upper half: whether a child is conceived; lower half: what happens to the adult without a place.
inline std::uint32_t birth(std::uint32_t word_0, std::uint32_t word_3) {
  return math::exchanged(word_0) + word_3;
}
/// Upper half: whether a grown child moves out; lower half: which.
inline std::uint32_t moves(std::uint32_t word_1, std::uint32_t word_2) { return word_1 + word_2; }
/// Of components, in the past alone: upper half.
inline std::uint32_t check(std::uint32_t word_1, std::uint32_t word_3) {
  return word_1 + math::exchanged(word_3);
}

}  // namespace members

/// Where the words about members go.
struct MemberDraws {
  std::span<std::uint32_t> risk_a, risk_b, leavers_a, leavers_b, birth, moves;
};

inline void draw_members(MemberDraws const& out, DrawFor const& who, Monthly block) {
  std::span<std::uint32_t> const risk_a = out.risk_a, risk_b = out.risk_b,
                                 leavers_a = out.leavers_a, leavers_b = out.leavers_b,
                                 birth = out.birth, moves = out.moves;
  auto const slots = risk_a.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = detail::words(who, i, block);
    risk_a[i] = words.word[0];
    risk_b[i] = words.word[1];
    leavers_a[i] = words.word[2];
    leavers_b[i] = words.word[3];
    birth[i] = members::birth(words.word[0], words.word[3]);
    moves[i] = members::moves(words.word[1], words.word[2]);
  }
}

}  // namespace graduasi
