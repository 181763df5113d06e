// What a framework of objects brings: agents on the heap, called one by one through their base.
#pragma once

#include "bench/mini_run.h"

#include <memory>
#include <random>
#include <vector>

namespace graduasi::bench {

class Schedule;

/// Anything that acts once a month.
class Agent {
 public:
  Agent() = default;
  Agent(Agent const&) = delete;
  Agent& operator=(Agent const&) = delete;
  virtual ~Agent() = default;

  virtual void step(Schedule& schedule) = 0;
  virtual void report(MiniSums& sums) const = 0;
};

/// All agents, and the generator that they share.
class Schedule {
 public:
  explicit Schedule(std::uint32_t seed) : generator_(seed) {}

  void add(std::unique_ptr<Agent> agent) { agents_.push_back(std::move(agent)); }
  void step();
  MiniSums report() const;

  /// In [0, 1).
  float draw() { return uniform_(generator_); }

 private:
  std::vector<std::unique_ptr<Agent>> agents_;
  std::mt19937 generator_;
  std::uniform_real_distribution<float> uniform_;
};

}  // namespace graduasi::bench
