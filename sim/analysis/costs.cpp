#include "analysis/costs.h"

#include "analysis/discounted_costs.h"
#include "analysis/pairs.h"
#include "analysis/ratio.h"
#include "scenario/headline.h"

#include <array>

namespace graduasi {

namespace {

constexpr std::string_view rupiah = "rupiah";

/// A way of leaving that is counted.
struct Exits {
  std::string_view item, cumulative, cost;
};

constexpr auto ways_out = std::to_array<Exits>({
    {"self_reliant_exits", headline_measure, "cost_per_self_reliant"},
    {"sustained_exits", sustained_measure, "cost_per_sustained"},
});

constexpr std::array perspectives = {Perspective::programme, Perspective::families,
                                     Perspective::society};

/// Adds the figures of one policy in one variant.
class PolicyFigures {
 public:
  PolicyFigures(DiscountedCosts const& discounted, std::size_t policy, std::size_t variant,
                std::vector<CostFigure>& figures)
      : discounted_(discounted), policy_(policy), variant_(variant), figures_(figures) {}

  void add_items(Perspective perspective) {
    for (auto const& item : cost_items()) {
      int const sign = sign_of(item, perspective);
      if (sign == 0) continue;
      auto values = discounted_.sum_of(policy_, item.measure);
      auto baseline = discounted_.sum_of(0, item.measure);
      // Plus zero: a cost of nothing has no sign.
      for (double& value : values) value = sign * value + 0.0;
      for (double& value : baseline) value = sign * value + 0.0;
      add_compared(perspective, item.name, rupiah, values, baseline);
    }
    add_compared(perspective, "total", rupiah, discounted_.total(policy_, perspective),
                 discounted_.total(0, perspective));
  }

  void add_exits() {
    for (auto const& way : ways_out) {
      add_compared({}, way.item, "families", discounted_.gain_of(policy_, way.cumulative),
                   discounted_.gain_of(0, way.cumulative));
    }
  }

  void add_cost_for_each(Perspective perspective) {
    for (auto const& way : ways_out) {
      auto const enough = discounted_.holds_enough(policy_, way.cumulative);
      add(perspective, way.cost, "rupiah per family",
          ratio_of_means(discounted_.total(policy_, perspective),
                         discounted_.gain_of(policy_, way.cumulative), discounted_.lives(),
                         enough));
    }
  }

  void add_saving() {
    if (policy_ == 0) return;
    auto const programme = Perspective::programme;
    auto const saved = more_benefits(discounted_, 0, policy_);
    add(programme, "saved_on_first_day", rupiah, of(saved.first));
    add(programme, "saved_on_entered", rupiah, of(saved.entered));
    add(programme, "saved_on_returned", rupiah, of(saved.returned));
    auto const net =
        difference_of(discounted_.total(0, programme), discounted_.total(policy_, programme));
    add(programme, "benefits_saved", rupiah, of(saved.all));
    add(programme, "extra_cost", rupiah, of(difference_of(saved.all, net)));
    add(programme, "net_saving", rupiah, of(net));
  }

 private:
  Estimate of(std::vector<double> const& values) const {
    return estimate(values, discounted_.lives());
  }

  void add(std::optional<Perspective> perspective, std::string_view item, std::string_view unit,
           Estimate const& value, std::optional<Estimate> difference = {}) {
    figures_.push_back({.policy = policy_,
                        .variant = variant_,
                        .perspective = perspective,
                        .item = item,
                        .unit = unit,
                        .value = value,
                        .difference = difference});
  }

  void add_compared(std::optional<Perspective> perspective, std::string_view item,
                    std::string_view unit, std::vector<double> const& values,
                    std::vector<double> const& baseline) {
    std::optional<Estimate> difference;
    if (policy_ != 0) difference = of(difference_of(values, baseline));
    add(perspective, item, unit, of(values), difference);
  }

  DiscountedCosts const& discounted_;
  std::size_t policy_;
  std::size_t variant_;
  std::vector<CostFigure>& figures_;
};

}  // namespace

std::vector<CostFigure> costs_of(RunResults const& results, Scenario const& scenario) {
  std::vector<CostFigure> figures;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    DiscountedCosts const discounted(results, scenario, variant);
    for (std::size_t policy = 0; policy < results.policies.size(); ++policy) {
      PolicyFigures of_policy(discounted, policy, variant, figures);
      for (auto const perspective : perspectives) of_policy.add_items(perspective);
      of_policy.add_exits();
      of_policy.add_cost_for_each(Perspective::programme);
      of_policy.add_cost_for_each(Perspective::society);
      of_policy.add_saving();
    }
  }
  return figures;
}

}  // namespace graduasi
