#include <Random123/threefry.h>
#undef threefry4x32  // a macro of theirs, with the name of our function

#include "random/threefry.h"

#include "support/chance.h"

#include <catch2/catch.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <vector>

using namespace graduasi;

namespace {

r123::Threefry4x32_R<12>::ctr_type reference(std::array<std::uint32_t, 4> counter, Key key) {
  r123::Threefry4x32_R<12> generator;
  return generator({{counter[0], counter[1], counter[2], counter[3]}},
                   {{key.seed, key.replicate, 0, 0}});
}

}  // namespace

TEST_CASE("threefry: the words are those of Random123 with 12 rounds", "[unit]") {
  std::vector<std::array<std::uint32_t, 6>> cases = {
      {0, 0, 0, 0, 0, 0}, {~0u, ~0u, ~0u, ~0u, ~0u, ~0u},
      {1, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0},
      {0, 0, 1, 0, 0, 0}, {0, 0, 0, 1, 0, 0},
      {0, 0, 0, 0, 1, 0}, {0, 0, 0, 0, 0, 1}};
  testing::Chance chance(1);
  for (int i = 0; i < 1000; ++i) {
    std::array<std::uint32_t, 6> words;
    for (auto& word : words) word = chance.word();
    cases.push_back(words);
  }
  for (auto const& c : cases) {
    auto const ours = threefry4x32(c[0], c[1], c[2], c[3], c[4], c[5]);
    auto const theirs = reference({c[0], c[1], c[2], c[3]}, {c[4], c[5]});
    for (std::size_t word = 0; word < 4; ++word) {
      INFO("counter " << c[0] << " " << c[1] << " " << c[2] << " " << c[3] << ", word " << word);
      REQUIRE(ours[word] == theirs[word]);
      CHECK(random_word({c[4], c[5]}, c[0], c[1], c[2], c[3], static_cast<int>(word)) ==
            theirs[word]);
    }
  }
}

TEST_CASE("threefry: every bit of counter and key moves half of the bits", "[statistical]") {
  // Flips are fair coins: over 32 x 6 places and 2,000 words of 128 bits each.
  for (int place = 0; place < 6; ++place) {
    for (int bit = 0; bit < 32; bit += 5) {
      double flips = 0;
      constexpr int trials = 2000;
      for (int i = 0; i < trials; ++i) {
        std::array<std::uint32_t, 6> c = {static_cast<std::uint32_t>(i), 7, 1, 0, 1, 0};
        auto const before = threefry4x32(c[0], c[1], c[2], c[3], c[4], c[5]);
        c[static_cast<std::size_t>(place)] ^= 1u << bit;
        auto const after = threefry4x32(c[0], c[1], c[2], c[3], c[4], c[5]);
        for (std::size_t word = 0; word < 4; ++word)
          flips += std::popcount(before[word] ^ after[word]);
      }
      INFO("place " << place << ", bit " << bit);
      CHECK(std::abs(testing::share_distance(flips, 128.0 * trials, 0.5)) < 4);
    }
  }
}

TEST_CASE("threefry: families, months, blocks and replicates draw independently", "[statistical]") {
  // Correlation of one uniform with its neighbour's along each counter: 1 / sqrt(n) around 0.
  constexpr std::uint32_t n = 200000;
  for (int along = 0; along < 6; ++along) {
    double product = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
      std::array<std::uint32_t, 6> c = {i, i % 120, 0, 0, 1, 3};
      auto const here = threefry4x32(c[0], c[1], c[2], c[3], c[4], c[5]);
      ++c[static_cast<std::size_t>(along)];
      auto const beside = threefry4x32(c[0], c[1], c[2], c[3], c[4], c[5]);
      product += (here[0] * 0x1p-32 - 0.5) * (beside[0] * 0x1p-32 - 0.5);
    }
    INFO("along counter " << along);
    CHECK(std::abs(product / n * 12) * std::sqrt(double(n)) < 4);
  }
}
