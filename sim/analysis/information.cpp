#include "analysis/information.h"

#include "base/contract.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graduasi {

namespace {

using Eigen::Index;

/// Sums run in the order of draws, one after the other, so that every machine gets the same bits.
double mean_of(auto const& column) {
  double sum = 0;
  for (Index i = 0; i < column.size(); ++i) sum += column(i);
  return sum / static_cast<double>(column.size());
}

double product(Eigen::ArrayXd const& a, Eigen::ArrayXd const& b) {
  double sum = 0;
  for (Index i = 0; i < a.size(); ++i) sum += a(i) * b(i);
  return sum;
}

/// Ranks spread evenly over -1 to 1; equal values share their middle rank.
Eigen::ArrayXd ranks_of(std::span<double const> values) {
  auto const n = values.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(values[i], i); });
  Eigen::ArrayXd ranks(static_cast<Index>(n));
  for (std::size_t from = 0; from < n;) {
    std::size_t to = from;
    while (to < n && values[order[to]] == values[order[from]]) ++to;
    auto const middle = static_cast<double>(from + to) / static_cast<double>(n) - 1;
    for (; from < to; ++from) ranks(static_cast<Index>(order[from])) = middle;
  }
  return ranks;
}

/// Orthonormal columns that span the powers 0 to 3; those that the values cannot tell apart are
/// left out.
std::vector<Eigen::ArrayXd> cubic_basis(Eigen::ArrayXd const& x) {
  constexpr int max_powers = 3;
  std::vector<Eigen::ArrayXd> basis;
  Eigen::ArrayXd power = Eigen::ArrayXd::Ones(x.size());
  for (int degree = 0; degree <= max_powers; ++degree, power *= x) {
    Eigen::ArrayXd rest = power;
    double const before = product(rest, rest);
    for (auto const& column : basis) rest -= product(rest, column) * column;
    double const left = product(rest, rest);
    if (left <= 1e-9 * before) continue;
    basis.push_back(rest / std::sqrt(left));
  }
  return basis;
}

Eigen::ArrayXXd fitted(Eigen::ArrayXXd const& columns, std::vector<Eigen::ArrayXd> const& basis) {
  Eigen::ArrayXXd fit = Eigen::ArrayXXd::Zero(columns.rows(), columns.cols());
  for (Index c = 0; c < columns.cols(); ++c) {
    for (auto const& b : basis) fit.col(c) += product(columns.col(c), b) * b;
  }
  return fit;
}

}  // namespace

Eigen::ArrayXXd net_benefit(Stakes const& stakes, double threshold) {
  return threshold * stakes.effect - stakes.cost;
}

std::vector<double> probability_best(Eigen::ArrayXXd const& benefit,
                                     Eigen::ArrayXXd const& errors) {
  expects(errors.rows() > 0 && errors.cols() == benefit.cols(), "an error for each policy");
  std::vector<double> share(static_cast<std::size_t>(benefit.cols()), 0);
  Eigen::ArrayXd may_be(benefit.cols());
  for (Index draw = 0; draw < benefit.rows(); ++draw) {
    for (Index error = 0; error < errors.rows(); ++error) {
      may_be = (benefit.row(draw) + errors.row(error)).transpose();
      double const max = may_be.maxCoeff();
      auto const best = static_cast<double>((may_be == max).count());
      for (Index p = 0; p < may_be.size(); ++p) {
        if (may_be(p) == max) share[static_cast<std::size_t>(p)] += 1 / best;
      }
    }
  }
  for (double& part : share) part /= static_cast<double>(benefit.rows() * errors.rows());
  return share;
}

double value_of_knowing(Eigen::ArrayXXd const& benefit) {
  expects(benefit.rows() > 0 && benefit.cols() > 0, "a decision has draws and policies");
  // Against the first policy: a level that all share would only cost digits.
  Eigen::ArrayXXd const gain = benefit.colwise() - benefit.col(0);
  double best_once = 0;
  for (Index p = 0; p < gain.cols(); ++p) best_once = std::max(best_once, mean_of(gain.col(p)));
  return std::max(mean_of(gain.rowwise().maxCoeff().eval()) - best_once, 0.0);
}

Stakes explained_by(Stakes const& stakes, std::span<double const> values) {
  expects(static_cast<Index>(values.size()) == stakes.cost.rows(), "a value for each draw");
  auto const basis = cubic_basis(ranks_of(values));
  return {fitted(stakes.cost, basis), fitted(stakes.effect, basis)};
}

}  // namespace graduasi
