#include "scenario/blocks/more_posts.h"

#include "scenario/timeline.h"
#include "scenario/where.h"

#include <algorithm>

namespace graduasi {

namespace {

constexpr std::string_view more = "policy.caseload.more_facilitators";
constexpr std::string_view go = "policy.caseload.more_go";

/// Whether a policy sets one of both levers in some areas only.
bool sets_somewhere(Policy const& policy) {
  return std::ranges::any_of(policy.steps, [&](LeverStep const& step) {
    bool const everywhere = where_of(policy).everywhere() && step.where.everywhere();
    return !everywhere && std::ranges::any_of(step.sets, [](auto const& path) {
      return path == more || path == go;
    });
  });
}

/// The rule of a month in which further facilitators go by one; `everywhere` where there is none.
MorePosts rule_of(Policy const& policy, Scenario const& scenario) {
  for (auto const& months : levers_in_places(policy, scenario)) {
    for (auto const& levers : months) {
      if (levers.caseload.more_facilitators > 0 && levers.caseload.more_go != MorePosts::everywhere)
        return levers.caseload.more_go;
    }
  }
  return MorePosts::everywhere;
}

}  // namespace

void refuse_more_posts_by_rule_somewhere(Entry const& root, Scenario const& scenario,
                                         Problems& problems) {
  if (!problems.all.empty()) return;
  for (std::size_t p = 0; p < scenario.policies.size(); ++p) {
    auto const& policy = scenario.policies[p];
    if (!sets_somewhere(policy) && !sets_somewhere(scenario.policies.front())) continue;
    auto const rule = rule_of(policy, scenario);
    if (rule == MorePosts::everywhere) continue;
    auto const* const list = find(root, "policies");
    return problems.add(
        list == nullptr ? root.place : list->items[p].place,
        "the policy " + policy.name + " sends more facilitators " +
            std::string(Choice<MorePosts>::names[static_cast<std::size_t>(rule)]) +
            " under a where; policy.caseload.more_go shares out those of the nation, so write "
            "everywhere or leave the where out");
  }
}

}  // namespace graduasi
