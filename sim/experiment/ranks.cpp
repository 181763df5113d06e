#include "experiment/ranks.h"

#include <bit>
#include <utility>

namespace graduasi {

std::vector<std::int64_t> Ranks::gather(std::int64_t here) {
  std::vector<std::int64_t> values(of_);
  values[number_] = here;
  sum(all(), values);
  return values;
}

std::shared_ptr<Ranks> one_rank() { return std::make_shared<Ranks>(); }

Turns::Turns(std::shared_ptr<Ranks> ranks, Each each)
    : ranks_(std::move(ranks)),
      number_(each == Each::alone ? ranks_->number() : 0),
      of_(each == Each::alone ? ranks_->of() : 1) {}

void Turns::exchange(std::span<std::int64_t> values) const {
  if (of_ > 1) ranks_->sum(ranks_->all(), values);
}

void Turns::exchange(std::span<double> values) const {
  std::vector<std::int64_t> bits;
  for (double const value : values) bits.push_back(std::bit_cast<std::int64_t>(value));
  exchange(bits);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::bit_cast<double>(bits[i]);
}

}  // namespace graduasi
