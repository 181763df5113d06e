#include "mechanisms/leaving.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

/// One family and its circumstances; by default raised, and with an inclination of exactly 0.
struct Family {
  float may = 1, raised = 1;
  float log_earned = 0.5f, earned = 1.75f, benefit = 0.25f, savings = 0.5f, confidence = 0.75f;
  float dose = 0.4f, willing = -1, norm = 0, labelled = 0;
  float own_draw = 0.5f, decision_draw = 0.25f, approval_draw = 0;
};

/// + 2 x 0.5 (readiness) + 0.8 x 0.5 (buffer) + 2 x 0.25 (confidence) - 4 x 0.25 / 2 (benefit)
/// + 0.5 x 0.4 (encouragement) - 1.6 (the family) = 0
LeavingParameters chosen() {
  return {.own_request_rate = 0.01f,
          .base = 0,
          .of_readiness = 2,
          .of_buffer = 0.8f,
          .of_confidence = 2,
          .of_benefit = 4,
          .of_encouragement = 0.5f,
          .of_norm = 2,
          .of_bonus = 0.5f,
          .of_guarantee = 0.25f,
          .trait_sd = 1.6f};
}

struct Decided {
  Values asked, raised, own, label, assessed_out;
};

/// What holds for all families alike.
struct ForAll {
  float approval = 0.9f;
  float assessed_out_share = 0, more_requests = 0, bonus = 0, guarantee = 0;
};

Decided decide_all(std::vector<Family> families, LeavingParameters const& p,
                   ForAll const& all = {}) {
  std::size_t const count = families.size();
  families.resize(padded(count));  // whole registers, as in a tile
  auto const column = [&](float Family::*field) {
    Values values;
    for (auto const& family : families) values.push_back(family.*field);
    return values;
  };
  auto const may = column(&Family::may), raised = column(&Family::raised),
             log_earned = column(&Family::log_earned), earned = column(&Family::earned),
             benefit = column(&Family::benefit), savings = column(&Family::savings),
             confidence = column(&Family::confidence), dose = column(&Family::dose),
             willing = column(&Family::willing), norm = column(&Family::norm),
             labelled = column(&Family::labelled), own = column(&Family::own_draw),
             decision = column(&Family::decision_draw), approval = column(&Family::approval_draw);
  Decided d{Values(families.size()), Values(families.size()), Values(families.size()),
            Values(families.size()), Values(families.size())};
  decide(d.asked, d.raised, d.own, d.label, d.assessed_out,
         {.may = may,
          .raised = raised,
          .log_earned = log_earned,
          .earned = earned,
          .benefit = benefit,
          .savings = savings,
          .confidence = confidence,
          .dose = dose,
          .willing = willing,
          .norm = norm,
          .labelled = labelled,
          .own_draw = own,
          .decision_draw = decision,
          .approval_draw = approval,
          .approval = all.approval,
          .assessed_out_share = all.assessed_out_share,
          .more_requests = all.more_requests,
          .bonus = all.bonus,
          .guarantee = all.guarantee},
         p);
  for (Values* values : {&d.asked, &d.raised, &d.own, &d.label, &d.assessed_out})
    values->resize(count);
  return d;
}

/// How many of 1,000 families with evenly spread draws leave.
int leave_of_1000(Family family, LeavingParameters const& p, ForAll const& all = {}) {
  std::vector<Family> families;
  for (int i = 0; i < 1000; ++i) {
    family.decision_draw = (static_cast<float>(i) + 0.5f) / 1000;
    families.push_back(family);
  }
  int leave = 0;
  for (float const left : decide_all(families, p, all).raised) leave += left == 1.0f;
  return leave;
}

}  // namespace

TEST_CASE("leaving: a family at balance agrees with the lower half of its draws", "[unit]") {
  Family agrees, declines, refused;
  agrees.decision_draw = 0.49f;
  declines.decision_draw = 0.51f;
  refused.decision_draw = 0.49f;
  refused.approval_draw = 0.9f;  // approvals are the draws below 0.9
  auto const d = decide_all({agrees, declines, refused}, chosen());
  CHECK(d.asked == Values{1, 1, 1});
  CHECK(d.raised == Values{1, 0, 0});
  CHECK(d.own == Values{0, 0, 0});
}

TEST_CASE("leaving: the chance is the logistic of what the family weighs", "[unit]") {
  auto p = chosen();
  for (float base : {-2.0f, -0.2f, 0.0f, 1.0f}) {
    p.base = base;
    INFO("base " << base);
    CHECK(leave_of_1000({}, p) == Approx(1000 / (1 + std::exp(-double(base)))).margin(1));
  }
}

TEST_CASE("leaving: each thing weighed counts with its own strength", "[unit]") {
  auto const p = chosen();
  auto const with = [&](std::function<void(Family&)> const& change) {
    Family family;
    change(family);
    return leave_of_1000(family, p);
  };
  auto const logistic = [](double x) { return Approx(1000 / (1 + std::exp(-x))).margin(1); };
  CHECK(with([](Family& f) { f.log_earned = 0; }) == logistic(-1.0));
  CHECK(with([](Family& f) { f.log_earned = 7; }) == logistic(1.0));  // 1 at most
  CHECK(with([](Family& f) { f.savings = 0; }) == logistic(-0.4));
  CHECK(with([](Family& f) { f.savings = 5; }) == logistic(0.4));  // 1 at most
  CHECK(with([](Family& f) { f.confidence = 0.25f; }) == logistic(-1.0));
  CHECK(with([](Family& f) { f.benefit = 0; }) == logistic(0.5));
  CHECK(with([](Family& f) { f.benefit = 1.75f; }) == logistic(-1.5));  // half of income
  CHECK(with([](Family& f) { f.dose = 0; }) == logistic(-0.2));
  CHECK(with([](Family& f) { f.willing = 0; }) == logistic(1.6));
  CHECK(with([](Family& f) { f.norm = 0.25f; }) == logistic(0.5));
  CHECK(leave_of_1000({}, p, {.bonus = 2}) == logistic(1.0));
  CHECK(leave_of_1000({}, p, {.guarantee = 0.8f}) == logistic(0.2));
}

TEST_CASE("leaving: a label makes families ask, poor ones too, and says so", "[unit]") {
  Family usual, shamed, poor, unmarked;
  for (Family* f : {&usual, &shamed, &poor, &unmarked}) {
    f->raised = 0;
    f->labelled = 1;
  }
  usual.own_draw = 0.009f;  // would have asked anyway: the usual rate is 0.01
  shamed.own_draw = poor.own_draw = unmarked.own_draw = 0.049f;  // 0.01 x (1 + 4)
  poor.log_earned = -0.1f;
  poor.willing = 1;
  unmarked.labelled = 0;
  auto const d = decide_all({usual, shamed, poor, unmarked}, chosen(), {.more_requests = 4});
  CHECK(d.asked == Values{1, 1, 1, 0});
  CHECK(d.own == Values{1, 0, 0, 0});
  CHECK(d.label == Values{0, 1, 1, 0});
}

TEST_CASE("leaving: a bonus goes to who leaves self-reliantly, and to nobody else", "[unit]") {
  Values savings = {0.5f, 0.5f, 0.5f, 0.5f};
  Values const raised = {1, 0, 0, 0}, own = {0, 1, 0, 0}, label = {0, 0, 1, 0};
  pay_bonus(savings, raised, own, label, 2);
  CHECK(savings == Values{2.5f, 2.5f, 2.5f, 0.5f});
}

TEST_CASE("leaving: more earnings, savings or confidence never keep, more benefit never frees",
          "[property]") {
  for (std::uint32_t i = 0; i < 3000; ++i) {
    testing::Chance chance(i, 6);
    Family family;
    family.log_earned = chance.between(-1, 1.5f);
    family.earned = math::exp(family.log_earned);
    family.benefit = chance.between(0, 0.5f);
    family.savings = chance.between(0, 1.5f);
    family.confidence = chance.uniform();
    family.dose = chance.uniform();
    family.willing = chance.normal();
    family.decision_draw = chance.uniform();
    Family richer = family, saver = family, braver = family, paid = family, met = family;
    richer.log_earned += chance.between(0, 0.5f);
    richer.earned = math::exp(richer.log_earned);
    saver.savings += chance.uniform();
    braver.confidence = std::min(1.0f, braver.confidence + chance.uniform());
    paid.benefit += chance.uniform();
    met.dose = std::min(1.0f, met.dose + chance.uniform());
    auto const left = decide_all({family, richer, saver, braver, paid, met}, {}).raised;
    INFO("case " << i);
    CHECK(left[1] >= left[0]);
    CHECK(left[2] >= left[0]);
    CHECK(left[3] >= left[0]);
    CHECK(left[4] <= left[0]);
    CHECK(left[5] >= left[0]);
  }
}

TEST_CASE("leaving: a family above the line may ask by itself, unless it was raised", "[unit]") {
  Family asks, poor, late, raised, gone;
  for (Family* f : {&asks, &poor, &late, &gone}) f->raised = 0;
  for (Family* f : {&asks, &poor, &raised, &gone}) f->own_draw = 0.009f;
  late.own_draw = 0.01f;
  poor.log_earned = 0.0f;
  gone.may = 0;
  auto const d = decide_all({asks, poor, late, raised, gone}, chosen());
  CHECK(d.asked == Values{1, 0, 0, 1, 0});
  CHECK(d.own == Values{1, 0, 0, 0, 0});
  CHECK(d.raised == Values{0, 0, 0, 1, 0});
}

TEST_CASE("leaving: switched off, nobody weighs it", "[unit]") {
  auto p = chosen();
  p.on = false;
  p.own_request_rate = 0.1f;
  Family own;
  own.raised = 0;
  own.own_draw = 0;
  auto const d = decide_all({Family{}, own}, p);
  CHECK(d.asked == Values{0, 0});
  CHECK(d.raised == Values{0, 0});
  CHECK(d.own == Values{0, 0});
  World world;
  world.leaving.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const tally = testing::live_on(caseload, 24);
  CHECK(tally[Count::assessed] > 0);
  CHECK(tally[Count::asked] == 0);
  CHECK(tally[Count::left_raised] + tally[Count::left_own_request] == 0);
}

TEST_CASE("leaving: a family that does not agree may be taken off all the same", "[unit]") {
  std::vector<Family> families(3);
  families[0].decision_draw = 0.9f;  // does not agree
  families[1].decision_draw = 0.9f;
  families[1].approval_draw = 0.5f;  // not among those taken off
  auto const d = decide_all(families, chosen(), {.assessed_out_share = 0.3f});
  CHECK(d.assessed_out == Values{1, 0, 0});
  CHECK(d.raised == Values{0, 0, 1});
}
