// Threefry4x32-12: four random words out of a counter and a key, with no state between them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace graduasi {

struct Key {
  std::uint32_t seed = 1;
  std::uint32_t replicate = 0;
  friend bool operator==(Key, Key) = default;
};

/// Four random words. Loops over families read `.word[0]` and so on: a call of the operator, or
/// std::array, makes g++ 12 keep the words in memory and give up vectorising.
struct RandomWords {
  std::uint32_t word[4];
  constexpr std::uint32_t operator[](std::size_t i) const { return word[i]; }
};

/// Four random words from four counter words and a key: Threefry4x32 with 12 rounds (Salmon and
/// others 2011), the same words as Random123's. Only additions, rotations and exclusive ors of 32
/// bits, so a loop that calls it vectorises. No state: the same counters give the same words.
[[gnu::always_inline]] inline RandomWords threefry4x32(std::uint32_t x0, std::uint32_t x1,
                                                       std::uint32_t x2, std::uint32_t x3,
                                                       std::uint32_t key0, std::uint32_t key1) {
  constexpr int rounds = 12;
  constexpr int rotations[8][2] = {{10, 26}, {11, 21}, {13, 27}, {23, 5},
                                   {6, 20},  {17, 11}, {25, 10}, {18, 20}};
  std::uint32_t const keys[5] = {key0, key1, 0u, 0u, 0x1BD11BDAu ^ key0 ^ key1};
  x0 += keys[0];
  x1 += keys[1];
  x2 += keys[2];
  x3 += keys[3];
  // Without the pragma the loop of rounds stays a loop, and the loop around it is not vectorised.
#pragma GCC unroll 12
  for (int round = 0; round < rounds; ++round) {
    int const left = rotations[round % 8][0], right = rotations[round % 8][1];
    if (round % 2 == 0) {
      x0 += x1;
      x1 = std::rotl(x1, left) ^ x0;
      x2 += x3;
      x3 = std::rotl(x3, right) ^ x2;
    } else {
      x0 += x3;
      x3 = std::rotl(x3, left) ^ x0;
      x2 += x1;
      x1 = std::rotl(x1, right) ^ x2;
    }
    if (round % 4 == 3) {
      int const s = round / 4 + 1;
      x0 += keys[s % 5];
      x1 += keys[(s + 1) % 5];
      x2 += keys[(s + 2) % 5];
      x3 += keys[(s + 3) % 5] + static_cast<std::uint32_t>(s);
    }
  }
  return {{x0, x1, x2, x3}};
}

/// One random word in a loop-free setting.
inline std::uint32_t random_word(Key key, std::uint32_t who, std::uint32_t when,
                                 std::uint32_t block, std::uint32_t domain, int word) {
  return threefry4x32(who, when, block, domain, key.seed,
                      key.replicate)[static_cast<std::size_t>(word)];
}

}  // namespace graduasi
