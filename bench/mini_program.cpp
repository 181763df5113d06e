#include "mini_program.h"

#include <algorithm>
#include <cmath>
#include <ctime>
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

double processor_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace

MiniResult run_mini_program(std::size_t households, int months) {
  std::vector<Household> all(households, {0.45f, 0.35f, 0.0f, 0.3f, true});
  std::mt19937 generator(1);
  std::uniform_real_distribution<float> uniform;
  double const began = processor_seconds();
  for (int month = 0; month < months; ++month) {
    for (auto& household : all) step(household, generator, uniform);
  }
  double const took = processor_seconds() - began;
  auto const left = std::count_if(all.begin(), all.end(), [](auto const& h) { return !h.active; });
  return {took, static_cast<std::size_t>(left)};
}

}  // namespace graduasi::bench
