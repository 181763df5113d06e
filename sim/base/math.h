// Elementary functions made of + - * sqrt and bit operations only. Each step is exact by IEEE 754,
// so with -ffp-contract=off the result does not depend on the processor, the width of a vector or
// the compiler. Short enough to be inlined into loops over families and vectorised there.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace graduasi::math {

// Written so that g++ 12 turns them into single min and max instructions in a loop.
constexpr float min(float a, float b) { return a < b ? a : b; }
constexpr float max(float a, float b) { return a > b ? a : b; }
constexpr float clip(float x, float lower, float upper) { return min(max(x, lower), upper); }
/// In [0, 1].
constexpr float clip01(float x) { return clip(x, 0.0f, 1.0f); }

/// 2^x for |x| <= 125, relative error 2.3e-7. Coefficients: near-minimax fit on [-1/2, 1/2].
inline float exp2(float x) {
  // Adding 1.5 * 2^23 leaves the nearest whole number in the low bits.
  float const shifted = x + 12582912.0f;
  float const rest = x - (shifted - 12582912.0f);
  auto const whole = std::bit_cast<std::uint32_t>(shifted) << 23;
  float p = 0.00132764668f;
  p = p * rest + 0.00967554129f;
  p = p * rest + 0.0555071329f;
  p = p * rest + 0.240221197f;
  p = p * rest + 0.693146967f;
  p = p * rest + 1.0f;
  return p * std::bit_cast<float>(whole + 0x3f800000u);
}

/// e^x, for x in about [-86, 86] and the value at the nearer end beyond; relative error 2.5e-7
/// times the larger of 1 and |x|.
inline float exp(float x) { return exp2(clip(x * 1.44269504f, -125.0f, 125.0f)); }

/// 1 / (1 + e^-x), absolute error 1.1e-7.
inline float logistic(float x) { return 1.0f / (1.0f + exp(-x)); }

/// Natural logarithm of a normal positive number, absolute error 2.7e-7 or relative, the larger.
/// Coefficients: near-minimax fit of log(1+f)/f on [sqrt(1/2)-1, sqrt(2)-1].
inline float log(float x) {
  auto const bits = std::bit_cast<std::int32_t>(x);
  std::int32_t const exponent = (bits - 0x3f3504f3) >> 23;
  auto const mantissa =
      static_cast<std::uint32_t>(bits) - (static_cast<std::uint32_t>(exponent) << 23);
  float const f = std::bit_cast<float>(mantissa) - 1.0f;
  float q = -0.101067649f;
  q = q * f + 0.162225247f;
  q = q * f - 0.172508481f;
  q = q * f + 0.199001732f;
  q = q * f - 0.249699083f;
  q = q * f + 0.333350587f;
  q = q * f - 0.500003651f;
  q = q * f + 0.999999945f;
  return f * q + static_cast<float>(exponent) * 0.693147181f;
}

/// A uniform number in [0, 1) from the upper 24 bits of a random word.
inline float uniform(std::uint32_t word) {
  return static_cast<float>(static_cast<std::int32_t>(word >> 8)) * 0x1p-24f;
}

/// The same in (0, 1], for logarithms.
inline float uniform_above_zero(std::uint32_t word) {
  return static_cast<float>(static_cast<std::int32_t>(word >> 8) + 1) * 0x1p-24f;
}

/// A chance as a whole number of 65,536ths, for a draw of 16 bits: it comes to pass where the draw
/// is less, so never at 0 and always at 1.
inline std::int32_t in_65536ths(float chance) {
  return static_cast<std::int32_t>(chance * 65536.0f + 0.5f);
}

/// A word whose halves have changed places. Beside the word itself it is a second number to ask of
/// the same draw: each has all bits, and that both lie below two chances has their product as its
/// chance, within 1 in 65,536.
inline std::uint32_t exchanged(std::uint32_t word) { return word << 16 | word >> 16; }

struct NormalPair {
  float first, second;
};

/// Two independent standard normals from two random words (Box and Muller). The radius takes 24
/// bits of the first word; of the second, 29 bits place the angle inside an eighth of a turn on
/// either side of an axis, and the two lowest choose the axis, so sine and cosine need no
/// reduction.
inline NormalPair normal_pair(std::uint32_t radius_word, std::uint32_t angle_word) {
  float const radius = std::sqrt(-2.0f * log(uniform_above_zero(radius_word)));
  float const turn = static_cast<float>(static_cast<std::int32_t>(angle_word & ~7u)) * 0x1p-31f;
  float const square = turn * turn;
  float sine = -3.59545879e-05f;
  sine = sine * square + 0.00249000727f;
  sine = sine * square - 0.0807454349f;
  sine = sine * square + 0.785398161f;
  float cosine = -0.000318881498f;
  cosine = cosine * square + 0.015849917f;
  cosine = cosine * square - 0.308424254f;
  cosine = cosine * square + 0.999999973f;
  float const across = turn * sine * radius;
  float const along = std::bit_cast<float>(std::bit_cast<std::uint32_t>(cosine * radius) ^
                                           ((angle_word & 2u) << 30));
  // A product with a bit, not a choice on a bit: g++ 12 does not vectorise the latter.
  float const swap = static_cast<float>(static_cast<std::int32_t>(angle_word & 1u));
  return {along + swap * (across - along), across + swap * (along - across)};
}

/// Standard normal quantile of a probability in (0, 1), absolute error below 2e-6; after M. Giles,
/// "Approximating the erfinv function" (2010): two polynomials, one for the middle and one for the
/// tails.
inline float normal_quantile(float probability) {
  float const x = 2.0f * probability - 1.0f;
  // (1 - x)(1 + x) from the probability itself, so that small tails keep their digits.
  float const w = -log(max(4.0f * probability * (1.0f - probability), 1e-30f));
  float const a = w - 2.5f;
  float middle = 2.81022636e-08f;
  middle = middle * a + 3.43273939e-07f;
  middle = middle * a - 3.5233877e-06f;
  middle = middle * a - 4.39150654e-06f;
  middle = middle * a + 0.00021858087f;
  middle = middle * a - 0.00125372503f;
  middle = middle * a - 0.00417768164f;
  middle = middle * a + 0.246640727f;
  middle = middle * a + 1.50140941f;
  float const b = std::sqrt(max(w, 0.0f)) - 3.0f;
  float tail = -0.000200214257f;
  tail = tail * b + 0.000100950558f;
  tail = tail * b + 0.00134934322f;
  tail = tail * b - 0.00367342844f;
  tail = tail * b + 0.00573950773f;
  tail = tail * b - 0.0076224613f;
  tail = tail * b + 0.00943887047f;
  tail = tail * b + 1.00167406f;
  tail = tail * b + 2.83297682f;
  return (w < 5.0f ? middle : tail) * x * 1.41421356f;
}

}  // namespace graduasi::math
