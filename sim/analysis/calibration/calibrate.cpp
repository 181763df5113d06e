#include "analysis/calibration/calibrate.h"

#include "analysis/calibration/implausibility.h"
#include "analysis/calibration/posterior.h"
#include "analysis/calibration/waves.h"
#include "base/errors.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace graduasi {

using Eigen::ArrayXXd;
using Eigen::Index;

namespace {

/// Worlds that are simulated together; so much is lost when a calibration is cut.
constexpr std::size_t batch_size = 128;

/// Worlds of the first wave that emulators are not shown.
constexpr std::size_t truths_left_out = 20;

/// Batches of the two runs of the same worlds, and of a wave; each has its own numbers and luck.
constexpr std::size_t batches_of_a_wave = 1000;

class Calibrating {
 public:
  Calibrating(Targets const& targets, TargetRuns const& runs, CalibrationSize const& size,
              std::uint32_t seed, Journal& journal, ExperimentOptions const& options)
      : targets_(targets),
        runs_(runs),
        size_(size),
        seed_(seed),
        cube_(runs.cube(seed)),
        journal_(journal),
        options_(options) {}

  std::optional<Calibration> to_the_end() {
    if (!first_wave()) return std::nullopt;
    while (found_.waves.size() < size_.waves && !is_settled()) {
      if (!next_wave()) return std::nullopt;
    }
    conclude();
    return std::move(found_);
  }

 private:
  /// Figures of points, batch by batch, and those that are in the journal from there.
  std::optional<ArrayXXd> figures(ArrayXXd const& points, std::size_t first_batch) {
    ArrayXXd all(points.rows(), static_cast<Index>(targets_.all.size()));
    auto const count = static_cast<std::size_t>(points.rows());
    std::size_t batch = first_batch;
    for (std::size_t done = 0; done < count; done += batch_size, ++batch) {
      auto const rows = static_cast<Index>(std::min(batch_size, count - done));
      auto const first = static_cast<Index>(done);
      auto const* const known = journal_.find(batch);
      if (known != nullptr && known->rows() == rows && known->cols() == all.cols()) {
        all.middleRows(first, rows) = *known;
      } else {
        auto here = options_;
        here.progress = [&](double share) { show(share * static_cast<double>(rows)); };
        // No two batches share their luck.
        auto const simulated = runs_.simulate(points.middleRows(first, rows),
                                              seed_ + static_cast<std::uint32_t>(batch), here);
        if (!simulated) return std::nullopt;
        journal_.keep(batch, *simulated);
        all.middleRows(first, rows) = *simulated;
      }
      simulated_ += static_cast<double>(rows);
      show(0);
    }
    return all;
  }

  void show(double more) const {
    if (!options_.progress) return;
    auto const all = static_cast<double>(size_.points * size_.waves + size_.chance_points);
    options_.progress(std::min(1.0, (simulated_ + more) / all));
  }

  /// Simulates points, and keeps the worlds that can be and have all figures.
  bool simulate(ArrayXXd const& points, double left_before) {
    auto const all = figures(points, batches_of_a_wave * (found_.waves.size() + 1));
    if (!all) return false;
    std::vector<std::size_t> whole;
    for (Index i = 0; i < all->rows(); ++i)
      if (all->row(i).isFinite().all()) whole.push_back(static_cast<std::size_t>(i));
    found_.waves.push_back({.simulated = whole.size(),
                            .impossible = static_cast<std::size_t>(points.rows()) - whole.size(),
                            .left_before = left_before});
    auto const worlds = Simulated{points, *all}.rows(whole);
    wave_ = worlds;
    return true;
  }

  bool first_wave() {
    auto const points = cube_.points(0, size_.points);
    if (!simulate(points, 1)) return false;
    constexpr std::size_t least = 2 * truths_left_out;
    if (wave_.count() < static_cast<Index>(least))
      throw ScenarioError(
          {{targets_.file.generic_string(),
            "only " + std::to_string(wave_.count()) + " of " + std::to_string(size_.points) +
                " worlds of the prior have all figures of the targets; see that every "
                "target is defined"}});
    prior_ = wave_;
    if (!tell_chance(points)) return false;
    std::vector<std::size_t> shown, hidden;
    for (std::size_t i = 0; i < static_cast<std::size_t>(wave_.count()); ++i)
      (i + truths_left_out < static_cast<std::size_t>(wave_.count()) ? shown : hidden).push_back(i);
    truths_ = wave_.rows(hidden);
    active_ = active_inputs(wave_.rows(shown), size_.active);
    worlds_ = wave_;
    learn(wave_.rows(shown));
    return true;
  }

  /// The first points once more, with other luck.
  bool tell_chance(ArrayXXd const& points) {
    auto const count = static_cast<Index>(std::min(size_.chance_points, size_.points));
    auto const again = figures(points.topRows(count), 0);
    if (!again) return false;
    auto const once = figures(points, batches_of_a_wave);
    for (Index t = 0; t < again->cols(); ++t) {
      double sum = 0;
      int pairs = 0;
      for (Index i = 0; i < count; ++i) {
        double const apart = (*again)(i, t) - (*once)(i, t);
        if (!std::isfinite(apart)) continue;
        sum += apart * apart / 2;
        ++pairs;
      }
      chance_.push_back(pairs > 0 ? sum / pairs : 0);
    }
    return true;
  }

  /// Trains the emulators of a wave, and looks what they leave.
  void learn(Simulated const& shown) {
    emulators_.emplace_back(shown, active_, size_.emulator);
    auto const first = size_.points + size_.candidates * (found_.waves.size() - 1);
    left_ = look_at_candidates(emulators_, active_, targets_, chance_, cube_, first,
                               size_.candidates, size_.points);
    if (found_.waves.size() == 1) ruled_out_alone_ = left_.beyond;
    found_.waves.back().left_after = left_.share;
    if (left_.points.rows() > 0) return;
    throw ScenarioError(
        {{targets_.file.generic_string(),
          "every world of the prior is ruled out by two targets or more; look at what each "
          "rules out alone, widen the priors or the discrepancies"}});
  }

  /// Whether a further wave would rule out little.
  bool is_settled() const {
    auto const& last = found_.waves.back();
    return found_.waves.size() > 1 && last.left_after > 0.9 * last.left_before;
  }

  bool next_wave() {
    if (!simulate(left_.points, left_.share)) return false;
    // What this wave knows of the part that is left is joined by what was known of it before.
    auto const before = rows_left(emulators_, active_, worlds_, targets_, chance_);
    auto shown = wave_;
    shown.append(worlds_.rows(before));
    worlds_.append(wave_);
    learn(shown);
    return true;
  }

  void conclude() {
    auto const left = rows_left(emulators_, active_, worlds_, targets_, chance_);
    if (left.empty())
      throw ScenarioError(
          {{targets_.file.generic_string(),
            "no simulated world is left; take a larger size, or widen the discrepancies"}});
    found_.truths = truths_left_out;
    for (std::size_t t = 0; t < targets_.all.size(); ++t) {
      auto const& emulator = emulators_.back().by_target[t];
      found_.targets.push_back(
          {.chance = chance_[t], .has_process = emulator.has_process(), .check = emulator.check()});
    }
    auto const fitted = targets_.fitted();
    for (std::size_t k = 0; k < fitted.size(); ++k)
      found_.targets[fitted[k]].ruled_out_alone = ruled_out_alone_[k];
    auto const inside =
        recover(emulators_.front(), active_, truths_, targets_, runs_.cube(seed_ + 1),
                std::min<std::size_t>(size_.candidates, 1 << 15));
    for (std::size_t t = 0; t < inside.size(); ++t) found_.targets[t].recovered = inside[t];
    describe_posterior(found_, {targets_, runs_, prior_, worlds_.rows(left), active_, chance_},
                       size_.drawn);
  }

  Targets const& targets_;
  TargetRuns const& runs_;
  CalibrationSize const& size_;
  std::uint32_t seed_;
  Cube cube_;
  Journal& journal_;
  ExperimentOptions const& options_;
  Calibration found_;
  double simulated_ = 0;
  Simulated wave_, prior_, worlds_, truths_;
  std::vector<double> chance_, ruled_out_alone_;
  std::vector<std::size_t> active_;
  std::vector<WaveEmulators> emulators_;
  Left left_;
};

}  // namespace

std::optional<Calibration> calibrate(Targets const& targets, TargetRuns const& runs,
                                     CalibrationSize const& size, std::uint32_t seed,
                                     Journal& journal, ExperimentOptions const& options) {
  // Products that are shared out over threads are added up in another order for every number of
  // them.
  Eigen::setNbThreads(1);
  return Calibrating(targets, runs, size, seed, journal, options).to_the_end();
}

}  // namespace graduasi
