#include "bench/rivals/rivals.h"
#include "bench/rivals/schedule.h"

#include <algorithm>
#include <cmath>

namespace graduasi::bench {

namespace {

class Family : public Agent {
 public:
  void step(Schedule& schedule) override {
    if (active_ && schedule.draw() < chance_to_attend()) {
      learn();
    } else {
      lose_heart();
    }
    work(schedule.draw());
    put_aside();
    if (active_ && is_ready() && schedule.draw() < 0.02f * confidence_) active_ = false;
  }

  void report(MiniSums& sums) const override {
    sums.add({confidence_, skill_, log_earnings_, savings_}, active_);
  }

 private:
  float chance_to_attend() const { return 0.5f + 0.4f * confidence_; }
  float earnings() const { return std::exp(log_earnings_); }
  bool is_ready() const { return earned_ > 1.3f && savings_ > 0.5f; }

  void learn() {
    skill_ += 0.02f * (1 - skill_);
    confidence_ += 0.01f * (1 - confidence_);
  }
  void lose_heart() { confidence_ *= 0.995f; }
  void work(float luck) {
    float const expected = 0.3f * skill_ - 0.1f;
    log_earnings_ += 0.05f * (expected - log_earnings_) + 0.2f * (luck - 0.5f);
    earned_ = earnings();
  }
  void put_aside() { savings_ = std::max(0.0f, savings_ + 0.1f * (earned_ - 0.95f)); }

  float confidence_ = 0.45f;
  float skill_ = 0.35f;
  float log_earnings_ = 0;
  float earned_ = 1;
  float savings_ = 0.3f;
  bool active_ = true;
};

}  // namespace

MiniResult run_objects(std::size_t families, std::span<int const> months, std::uint32_t seed) {
  Schedule schedule(seed);
  for (std::size_t i = 0; i < families; ++i) schedule.add(std::make_unique<Family>());
  return run_months(
      months, [&](int) { schedule.step(); }, [&] { return schedule.report(); });
}

}  // namespace graduasi::bench
