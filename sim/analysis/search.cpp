#include "analysis/search.h"

#include <nlopt.hpp>

#include <algorithm>

namespace graduasi {

namespace {

/// What NLopt's functions are handed: both ask for the same point.
struct Searched {
  MeritOf const* merit;
  nlopt::opt* running;  ///< null before the first one
  int left;
  bool stopped = false;
  std::vector<double> best{};  ///< allowed, with the largest score
  double best_score = 0;
  std::vector<double> last{};  ///< the point that was looked at last
  Merit last_merit{};
};

Merit end(Searched& s) {
  if (s.running != nullptr) s.running->force_stop();
  return s.last_merit;
}

/// Asks for each point once; ends the search when it may ask no more.
Merit look_at(std::vector<double> const& point, Searched& s) {
  if (s.last == point) return s.last_merit;
  if (s.left == 0 || s.stopped) return end(s);
  --s.left;
  auto const merit = (*s.merit)(point);
  if (!merit) {
    s.stopped = true;
    return end(s);
  }
  s.last = point;
  s.last_merit = *merit;
  bool const better = s.best.empty() || merit->score > s.best_score;
  if (merit->slack >= 0 && better) {
    s.best = point;
    s.best_score = merit->score;
  }
  return *merit;
}

double score_at(std::vector<double> const& point, std::vector<double>&, void* searched) {
  return look_at(point, *static_cast<Searched*>(searched)).score;
}

double excess_at(std::vector<double> const& point, std::vector<double>&, void* searched) {
  return -look_at(point, *static_cast<Searched*>(searched)).slack;
}

void run_algorithm(nlopt::algorithm algorithm, std::vector<double> start, int evaluations,
                   Searched& searched) {
  nlopt::opt opt(algorithm, static_cast<unsigned>(start.size()));
  searched.running = &opt;
  searched.left = evaluations;
  opt.set_lower_bounds(0);
  opt.set_upper_bounds(1);
  opt.set_max_objective(score_at, &searched);
  opt.add_inequality_constraint(excess_at, &searched, 0);
  opt.set_maxeval(evaluations);
  opt.set_xtol_rel(1e-3);
  if (algorithm == nlopt::LN_COBYLA) opt.set_initial_step(0.08);
  double score = 0;
  try {
    opt.optimize(start, score);
  } catch (nlopt::forced_stop const&) {
    // The evaluations are used up, or the user stopped; the best so far is kept.
  } catch (nlopt::roundoff_limited const&) {
    // Nothing nearer is distinguishable.
  }
  searched.running = nullptr;
}

}  // namespace

bool search(MeritOf const& merit, std::vector<double> const& start, int evaluations, bool global) {
  Searched searched{.merit = &merit, .running = nullptr, .left = evaluations};
  look_at(start, searched);
  int const looked_over = global ? evaluations / 2 : 0;
  if (looked_over > 0 && !searched.stopped)
    run_algorithm(nlopt::GN_ORIG_DIRECT_L, start, looked_over, searched);
  if (searched.stopped) return false;
  auto const from = searched.best.empty() ? start : searched.best;
  run_algorithm(nlopt::LN_COBYLA, from, std::max(evaluations - looked_over - 1, 1), searched);
  return !searched.stopped;
}

}  // namespace graduasi
