// The month, reduced until a family is a finite absorbing Markov chain, against that chain's exact
// solution by matrix powers. Members, earnings, confidence and savings are fixed, visits come with
// one chance, and nobody misreads what he sees; what is left is a clock and a few coins.
#include "support/month_of_one.h"

#include <Eigen/Dense>
#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace graduasi;

namespace {

constexpr int gap = 5;
/// Months since the last assessment as the chain sees them: below the gap, and "overdue".
constexpr int clocks = gap + 1;
constexpr int overdue = gap;
constexpr std::size_t families = 150000;
constexpr int months = 72;

/// Chances of the reduced month.
struct Chances {
  double visit = 0.35;
  double raises = 0.6;  ///< of those seen able, all of them here
  double own_request = 0.02;
  double leaves = 0;      ///< logistic of the inclination, times approval
  double noticed = 0;     ///< natural exit
  double comes_back = 0;  ///< once poor: return rate times seen poor
};

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

/// Every family the same: lasting earnings a little below the line, lifted above it by luck.
testing::Caseload identical_families(bool with_component) {
  testing::Caseload caseload(families);
  World& world = caseload.world;
  world.shocks.on = world.member_clocks.on = world.contact.on = world.skills.on = false;
  world.earnings.on = world.self_confidence.on = false;
  world.registry.on = false;
  world.peers.on = world.partners.on = world.enterprise.on = world.access.on = false;
  world.work_pattern.on = world.card_custody.on = world.digital_literacy.on = false;
  world.natural_exit.on = !with_component;
  world.natural_exit.component_error = 0.1f;
  caseload.levers.assessment.gap = gap;
  world.assessment.gap_spread = 0;
  world.assessment.sight_sd = 0;
  caseload.levers.assessment.line_margin = 0.2f;
  world.assessment.reluctance = 0.4f;
  world.leaving.own_request_rate = 0.02f;
  caseload.levers.assessment.approval = 0.9f;
  world.afterwards.return_rate = 0.3f;
  world.money.buffer_target = 0.25f;  // what they have: nobody saves
  world.money.passes = 1;             // a family spends what it earns
  caseload.levers.registry.cycle_months = 20;
  caseload.levers.visits.targeting = VisitTargeting::equal;
  caseload.district.noise_sd = 0.5f;
  caseload.facilitator.visit_rate = 0.35f;
  caseload.facilitator.checks = 0.8f;
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < families; ++i) {
    h.base[i] = h.permanent[i] = h.reference[i] = -0.05f;
    h.shock[i] = 0.5f;
    h.savings[i] = 0.25f;
    h.confidence[i] = 0.6f;
    h.start[i] = start::confidence.put(38);
    h.record[i] = record::paid.put(24) | record::entitlement.put(with_component ? 24 : 0) |
                  record::size.put(3);
    h.traits[i] = traits::willing.put(144);  // half a standard deviation
    h.flags[i] |= flags::since_assessed.put(static_cast<std::uint32_t>(i % clocks));
  }
  return caseload;
}

Chances chances_of(testing::Caseload const& caseload, bool with_component) {
  auto const& p = caseload.world.leaving;
  double const earned = std::exp(0.45);
  double const benefit = 24 * 100000.0 / 12 / 600000 / 4;
  double const inclination = p.base + p.of_readiness * 0.45 + p.of_buffer * 0.25 +
                             p.of_confidence * 0.1 - p.of_benefit * benefit / (benefit + earned) +
                             p.trait_sd * 0.5;
  Chances c;
  c.leaves = logistic(inclination) * 0.9;
  if (with_component)
    c.comes_back = 0.3 * 0.5 * std::erfc(0.45 / 0.5 / std::sqrt(2.0));
  else
    c.noticed = 0.8 / 20 * 0.9;
  return c;
}

/// States: active by clock; outside by kind of exit (raised, own request, natural), by months since
/// (0, 1, 2, poor) and by clock, which goes on ticking.
constexpr int outside_stages = 4, kinds = 3;
constexpr int states = clocks + kinds * outside_stages * clocks;

int active_at(int clock) { return clock; }
int outside_at(int kind, int stage, int clock) {
  return clocks + (kind * outside_stages + stage) * clocks + clock;
}

/// The chain, and what flows in a month from each state.
struct Chain {
  Eigen::MatrixXd next = Eigen::MatrixXd::Zero(states, states);
  Eigen::VectorXd assessed = Eigen::VectorXd::Zero(states), left_raised = assessed,
                  left_own = assessed, left_natural = assessed, returned = assessed;
};

Chain chain_of(Chances const& c) {
  Chain chain;
  for (int clock = 0; clock < clocks; ++clock) {
    int const from = active_at(clock), ticked = std::min(clock + 1, overdue);
    double const due = clock == overdue ? c.visit : 0;
    chain.assessed[from] = due;
    for (bool const assessed : {false, true}) {
      double const here = assessed ? due : 1 - due;
      int const then = assessed ? 0 : ticked;
      double const raised = assessed ? c.raises : 0;
      double const stays_listed = 1 - c.noticed;
      double const out_raised = stays_listed * raised * c.leaves;
      double const out_own = stays_listed * (1 - raised) * c.own_request * c.leaves;
      chain.next(from, outside_at(0, 0, then)) += here * out_raised;
      chain.next(from, outside_at(1, 0, then)) += here * out_own;
      chain.next(from, outside_at(2, 0, then)) += here * c.noticed;
      chain.next(from, active_at(then)) += here * (1 - c.noticed - out_raised - out_own);
      chain.left_raised[from] += here * out_raised;
      chain.left_own[from] += here * out_own;
    }
    chain.left_natural[from] = c.noticed;
    for (int kind = 0; kind < kinds; ++kind) {
      for (int stage = 0; stage < outside_stages; ++stage) {
        int const out = outside_at(kind, stage, clock);
        int const later = std::min(stage + 1, 3);
        double const back = later == 3 ? c.comes_back : 0;
        chain.returned[out] = back;
        chain.next(out, active_at(ticked)) += back;
        chain.next(out, outside_at(kind, later, ticked)) += 1 - back;
      }
    }
  }
  return chain;
}

void compare(bool with_component) {
  auto caseload = identical_families(with_component);
  auto const chain = chain_of(chances_of(caseload, with_component));
  REQUIRE((chain.next.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-12);
  Eigen::VectorXd start = Eigen::VectorXd::Zero(states);
  for (std::size_t i = 0; i < families; ++i)
    start[active_at(static_cast<int>(i % clocks))] += 1.0 / families;
  Eigen::VectorXd in = Eigen::VectorXd::Zero(states);
  in.head(clocks).setOnes();
  auto const outside = [](int kind) {
    Eigen::VectorXd there = Eigen::VectorXd::Zero(states);
    there.segment(outside_at(kind, 0, 0), outside_stages * clocks).setOnes();
    return there;
  };
  int compared = 0;
  Eigen::MatrixXd power = Eigen::MatrixXd::Identity(states, states);
  for (int month = 1; month <= months; ++month) {
    auto const tally = caseload.live(month);
    Eigen::RowVectorXd const before = start.transpose() * power;
    power *= chain.next;
    Eigen::RowVectorXd const after = start.transpose() * power;
    struct {
      char const* what;
      Count count;
      double share;
    } const expected[] = {
        {"active", Count::active, after.dot(in)},
        {"out, raised", Count::raised, after.dot(outside(0))},
        {"out, own request", Count::own_request, after.dot(outside(1))},
        {"out, natural", Count::natural, after.dot(outside(2))},
        {"assessed", Count::assessed, before.dot(chain.assessed)},
        {"leave raised", Count::left_raised, before.dot(chain.left_raised)},
        {"leave at own request", Count::left_own_request, before.dot(chain.left_own)},
        {"leave naturally", Count::left_natural, before.dot(chain.left_natural)},
        // All are below the line for good: they leave poor, and nobody can fall.
        {"leave poor", Count::left_poor,
         before.dot(chain.left_raised + chain.left_own + chain.left_natural)},
        {"fall back", Count::fell_back, 0},
        {"return", Count::returned, before.dot(chain.returned)}};
    for (auto const& e : expected) {
      auto const counted = static_cast<double>(tally[e.count]);
      INFO("month " << month << ", " << e.what << ": " << counted << " counted, "
                    << e.share * families << " expected");
      if (e.share < 1e-12) {
        CHECK(counted == 0);
      } else if (e.share * families >= 25) {
        CHECK(std::abs(testing::share_distance(counted, families, e.share)) < 4);
        ++compared;
      }
    }
  }
  CHECK(compared > 400);
}

}  // namespace

TEST_CASE("markov chain: assessment, consent, poverty outside and return follow the exact chain",
          "[statistical]") {
  compare(true);
}

TEST_CASE("markov chain: natural exit as noticed competes with self-reliant exit exactly",
          "[statistical]") {
  compare(false);
}
