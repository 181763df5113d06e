#include "scenario/priors.h"

#include "base/contract.h"
#include "base/math_double.h"
#include "base/text.h"
#include "random/stream.h"
#include "random/threefry.h"
#include "scenario/beta.h"
#include "scenario/renamed_paths.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace graduasi {

namespace {

/// The share of a normal distribution below `value`; one without spread is a step.
double normal_share_below(double value, double mean, double sd) {
  if (sd == 0) return value > mean ? 1 : 0;
  return math::normal_cdf((value - mean) / sd);
}

/// The uniform number, squeezed between the shares below both ends of the parameter's range.
double squeezed(double uniform01, double share_below_min, double share_below_max) {
  return share_below_min + uniform01 * (share_below_max - share_below_min);
}

double normal_draw(double uniform01, double mean, double sd, double share_below_min,
                   double share_below_max) {
  if (sd == 0) return mean;
  double const share = squeezed(uniform01, share_below_min, share_below_max);
  return mean + sd * math::normal_quantile(std::clamp(share, 0x1p-53, 1 - 0x1p-53));
}

double triangular_draw(double uniform01, double min, double likeliest, double max) {
  double const width = max - min;
  if (uniform01 * width < likeliest - min) {
    return min + std::sqrt(uniform01 * width * (likeliest - min));
  }
  return max - std::sqrt((1 - uniform01) * width * (max - likeliest));
}

/// Half of the draws on either side of the median, whose density falls evenly to the end.
double split_draw(double uniform01, double min, double median, double max) {
  if (uniform01 < 0.5) return min + (median - min) * std::sqrt(2 * uniform01);
  return max - (max - median) * std::sqrt(2 * (1 - uniform01));
}

double lognormal_draw(double uniform01, double mean, double sd, Range range) {
  double const below_min = range.min <= 0 ? 0 : normal_share_below(math::log(range.min), mean, sd);
  double const below_max = range.max <= 0 ? 0 : normal_share_below(math::log(range.max), mean, sd);
  return math::exp(normal_draw(uniform01, mean, sd, below_min, below_max));
}

double draw_from_file(std::vector<double> values, double uniform01) {
  std::ranges::sort(values);
  auto const count = static_cast<double>(values.size());
  auto const index = static_cast<std::size_t>(uniform01 * count);
  return values[std::min(index, values.size() - 1)];
}

double median_of(std::vector<double> values) {
  std::ranges::sort(values);
  auto const half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

/// 64 bits of a text (Fowler, Noll and Vo, variant 1a).
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037u;
  for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

std::string list_of(std::vector<double> const& numbers) {
  std::string list = "[";
  for (double const number : numbers) {
    if (list.size() > 1) list += ", ";
    list += shortest(number);
  }
  return list + "]";
}

}  // namespace

std::string text_of(Prior const& prior) {
  if (prior.shape == Prior::Shape::chance) return "{chance: " + shortest(prior.numbers[0]) + "}";
  auto const beside =
      prior.at_zero > 0 ? ", " + std::string(or_zero) + ": " + shortest(prior.at_zero) : "";
  return "{" + std::string(name_of(prior.shape)) + ": " + list_of(prior.numbers) + beside + "}";
}

namespace {

double draw_of_shape(Prior const& prior, double uniform01) {
  auto const& n = prior.numbers;
  double const min = prior.range.min, max = prior.range.max;
  auto const inside = [=](double value) { return std::clamp(value, min, max); };
  switch (prior.shape) {
    case Prior::Shape::uniform:
      return n[0] + uniform01 * (n[1] - n[0]);
    case Prior::Shape::triangular:
      return triangular_draw(uniform01, n[0], n[1], n[2]);
    case Prior::Shape::split:
      return split_draw(uniform01, n[0], n[1], n[2]);
    case Prior::Shape::normal:
      return inside(normal_draw(uniform01, n[0], n[1], normal_share_below(min, n[0], n[1]),
                                normal_share_below(max, n[0], n[1])));
    case Prior::Shape::lognormal:
      return inside(lognormal_draw(uniform01, n[0], n[1], prior.range));
    case Prior::Shape::beta:
      return inside(beta_quantile(
          squeezed(uniform01, beta_share_below(min, n[0], n[1]), beta_share_below(max, n[0], n[1])),
          n[0], n[1]));
    case Prior::Shape::chance:
      return uniform01 < 1 - n[0] ? 0 : 1;
    case Prior::Shape::draws:
      return draw_from_file(n, uniform01);
  }
  throw BrokenContract("a prior of unknown shape");
}

/// The share of the shape below zero, to the width of a number.
double share_below_zero(Prior const& prior) {
  double below = 0, above = 1;
  if (draw_of_shape(prior, 0x1p-53) >= 0) return 0;
  for (int halving = 0; halving < 60; ++halving) {
    double const middle = 0.5 * (below + above);
    (draw_of_shape(prior, middle) < 0 ? below : above) = middle;
  }
  return above;
}

}  // namespace

double draw_of(Prior const& prior, double uniform01) {
  if (prior.at_zero <= 0) return draw_of_shape(prior, uniform01);
  double const shaped = 1 - prior.at_zero;
  double const before = shaped * share_below_zero(prior);
  if (uniform01 < before) return draw_of_shape(prior, uniform01 / shaped);
  if (uniform01 < before + prior.at_zero) return 0;
  return draw_of_shape(prior, (uniform01 - prior.at_zero) / shaped);
}

double central_value(Prior const& prior) {
  if (prior.shape == Prior::Shape::draws) return median_of(prior.numbers);
  return draw_of(prior, 0.5);
}

double prior_uniform(std::uint32_t seed, int draw, std::string_view path, int attempt) {
  auto const hash = hash_of(path);
  auto const words =
      threefry4x32(static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(hash >> 32),
                   static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(Domain::parameter),
                   seed, static_cast<std::uint32_t>(attempt));
  auto const bits = (static_cast<std::uint64_t>(words[0]) << 20) | (words[1] >> 12);
  // The middle of one of 2^52 steps, so that neither 0 nor 1 is ever met.
  return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

double value_in_draw(Uncertain const& uncertain, RunCounts const& counts, int draw, int attempt) {
  expects(0 <= draw && draw < counts.parameter_draws,
          "a draw counts from 0 to parameter_draws - 1");
  if (counts.parameter_draws == 1) return central_value(uncertain.prior);
  if (uncertain.prior.shape == Prior::Shape::draws) {
    return uncertain.prior.numbers.at(static_cast<std::size_t>(draw));
  }
  return draw_of(uncertain.prior,
                 prior_uniform(counts.seed, draw, path_of_draws(uncertain.path), attempt));
}

double value_in_draw(Uncertain const& uncertain, Scenario const& scenario, int draw) {
  auto const at = static_cast<std::size_t>(draw);
  int const attempt = at < scenario.attempts.size() ? std::max(scenario.attempts[at], 0) : 0;
  return value_in_draw(uncertain, scenario.run.counts, draw, attempt);
}

}  // namespace graduasi
