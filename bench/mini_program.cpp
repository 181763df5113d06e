#include "bench/mini_program.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace graduasi::bench {

namespace {

struct Household {
  float confidence, skill, log_earnings, savings;
  bool active;
};

/// A month of one household: attendance, learning, a shock of earnings, saving, and perhaps
/// leaving. The shock is uniform, since a normal of the standard library alone would take half of
/// the time.
void step(Household& h, std::mt19937& generator, std::uniform_real_distribution<float>& uniform) {
  if (h.active && uniform(generator) < 0.5f + 0.4f * h.confidence) {
    h.skill += 0.02f * (1 - h.skill);
    h.confidence += 0.01f * (1 - h.confidence);
  } else {
    h.confidence *= 0.995f;
  }
  h.log_earnings +=
      0.05f * (0.3f * h.skill - 0.1f - h.log_earnings) + 0.2f * (uniform(generator) - 0.5f);
  float const earned = std::exp(h.log_earnings);
  h.savings = std::max(0.0f, h.savings + 0.1f * (earned - 0.95f));
  if (h.active && earned > 1.3f && h.savings > 0.5f) {
    if (uniform(generator) < 0.02f * h.confidence) h.active = false;
  }
}

}  // namespace

MiniResult run_mini_program(std::size_t households, std::span<int const> months,
                            std::uint32_t seed) {
  std::vector<Household> all(households, {0.45f, 0.35f, 0.0f, 0.3f, true});
  std::mt19937 generator(seed);
  std::uniform_real_distribution<float> uniform;
  return run_months(
      months,
      [&](int) {
        for (auto& household : all) step(household, generator, uniform);
      },
      [&] {
        MiniSums sums;
        for (auto const& h : all)
          sums.add({h.confidence, h.skill, h.log_earnings, h.savings}, h.active);
        return sums;
      });
}

}  // namespace graduasi::bench
