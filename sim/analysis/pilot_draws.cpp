#include "analysis/pilot_draws.h"

#include "base/contract.h"
#include "base/math_double.h"
#include "outcome/student.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

namespace graduasi {

namespace {

using Numbers = boost::random::mt19937_64;

double mean_of(std::span<float const> values) {
  double sum = 0;
  for (float const value : values) sum += static_cast<double>(value);
  return sum / static_cast<double>(values.size());
}

double squared(double x) { return x * x; }

/// Means of units of one arm: their mean and variance.
struct Arm {
  double sum = 0, squares = 0;
  std::size_t units = 0;

  void add(double mean) { sum += mean, squares += mean * mean, ++units; }
  double mean() const { return sum / static_cast<double>(units); }
  double deviations() const { return std::max(squares - sum * mean(), 0.0); }
};

/// What a pilot says: the difference of two arms, with the error that both share.
struct Difference {
  double value, standard_error;
  std::size_t freedom;

  Difference(Arm const& control, Arm const& treated)
      : value(treated.mean() - control.mean()), freedom(control.units + treated.units - 2) {
    double const variance =
        (control.deviations() + treated.deviations()) / static_cast<double>(freedom);
    standard_error = std::sqrt(variance * (1 / static_cast<double>(control.units) +
                                           1 / static_cast<double>(treated.units)));
  }
  bool holds(double effect) const {
    return std::abs(value - effect) <= student_quantile(freedom) * standard_error;
  }
};

/// Brings so many of a list to its front, each with the same chance.
template <class T>
void shuffle_front(std::vector<T>& list, std::size_t front, Numbers& numbers) {
  for (std::size_t i = 0; i < front; ++i) {
    boost::random::uniform_int_distribution<std::size_t> which(i, list.size() - 1);
    std::swap(list[i], list[which(numbers)]);
  }
}

/// Whom a unit's interviewers meet, and what they find under either policy.
struct Interviews {
  std::vector<std::size_t> order;  ///< of its families, reshuffled each time

  std::pair<double, double> means(UnitsOfNation::Unit const& unit, int families, Numbers& numbers) {
    std::size_t const met = std::min(order.size(), static_cast<std::size_t>(families));
    shuffle_front(order, met, numbers);
    double control = 0, treated = 0;
    for (std::size_t i = 0; i < met; ++i) {
      control += static_cast<double>(unit.control[order[i]]);
      treated += static_cast<double>(unit.treated[order[i]]);
    }
    auto const n = static_cast<double>(met);
    return {control / n, treated / n};
  }
};

}  // namespace

double UnitsOfNation::effect() const {
  double sum = 0;
  for (auto const& unit : units) sum += mean_of(unit.treated) - mean_of(unit.control);
  return sum / static_cast<double>(units.size());
}

double UnitsOfNation::mean() const {
  double sum = 0;
  for (auto const& unit : units) sum += mean_of(unit.control);
  return sum / static_cast<double>(units.size());
}

double UnitsOfNation::sd() const {
  double sum = 0, squares = 0, families = 0;
  for (auto const& unit : units) {
    for (float const value : unit.control) {
      sum += static_cast<double>(value);
      squares += squared(static_cast<double>(value));
      ++families;
    }
  }
  return std::sqrt(std::max(squares - sum * sum / families, 0.0) / std::max(families - 1, 1.0));
}

double UnitsOfNation::intra_unit_correlation() const {
  double families = 0, sum = 0, sizes_squared = 0;
  for (auto const& unit : units) {
    auto const n = static_cast<double>(unit.control.size());
    families += n;
    sizes_squared += n * n;
    sum += n * mean_of(unit.control);
  }
  double const mean = sum / families;
  double between = 0, within = 0;
  for (auto const& unit : units) {
    double const here = mean_of(unit.control);
    between += static_cast<double>(unit.control.size()) * squared(here - mean);
    for (float const value : unit.control) within += squared(static_cast<double>(value) - here);
  }
  auto const k = static_cast<double>(units.size());
  double const usual_size = (families - sizes_squared / families) / (k - 1);
  between /= k - 1;
  within /= std::max(families - k, 1.0);
  double const all = between + (usual_size - 1) * within;
  return all > 0 ? (between - within) / all : 0;
}

double power_by_formula(double effect, double sd, double correlation, double families,
                        std::size_t units) {
  expects(units >= 4, "either arm has two units");
  double const between = std::max(correlation, 0.0);
  double const variance = sd * sd * (between + (1 - between) / families);
  if (!(variance > 0)) return effect != 0 ? 1 : 0.05;
  double const error = std::sqrt(4 * variance / static_cast<double>(units));
  double const t = student_quantile(units - 2), shift = std::abs(effect) / error;
  return student_share_below(shift - t, units - 2) + student_share_below(-shift - t, units - 2);
}

PilotsOfSize simulate_pilots(UnitsOfNation const& nation, std::size_t units, int families,
                             int pilots, std::uint64_t stream) {
  expects(units >= 4 && units <= nation.units.size(), "there are units for two arms");
  Numbers numbers(stream);
  double const effect = nation.effect();
  std::vector<std::size_t> order(nation.units.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<Interviews> interviews(nation.units.size());
  for (std::size_t u = 0; u < interviews.size(); ++u) {
    interviews[u].order.resize(nation.units[u].control.size());
    std::iota(interviews[u].order.begin(), interviews[u].order.end(), std::size_t{0});
  }
  PilotsOfSize sums{.units = units, .pilots = static_cast<std::size_t>(pilots)};
  for (int pilot = 0; pilot < pilots; ++pilot) {
    shuffle_front(order, units, numbers);
    Arm control, treated, untreated;
    for (std::size_t i = 0; i < units; ++i) {
      auto const [without, with] =
          interviews[order[i]].means(nation.units[order[i]], families, numbers);
      if (i < units / 2) {
        control.add(without);
      } else {
        treated.add(with);
        untreated.add(without);
      }
    }
    Difference const said(control, treated), nothing(control, untreated);
    bool const is_found = !said.holds(0);
    sums.found += is_found ? 1 : 0;
    sums.found_effects += is_found ? std::abs(said.value) : 0;
    sums.held += said.holds(effect) ? 1 : 0;
    sums.alarms += nothing.holds(0) ? 0 : 1;
    sums.standard_errors += said.standard_error;
  }
  return sums;
}

}  // namespace graduasi
