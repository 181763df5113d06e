#include "scenario/idle_policies.h"

#include "base/text.h"
#include "model/parameters.h"
#include "parameters/lookup.h"
#include "scenario/blocks/read_events.h"
#include "scenario/lever_needs.h"
#include "scenario/months_apart.h"
#include "scenario/timeline.h"

#include <algorithm>

namespace graduasi {

namespace {

/// Of one variant: what does nothing in it.
class IdleIn {
 public:
  IdleIn(Scenario const& scenario, Areas const& areas, ParameterSet const& setting)
      : scenario_(scenario), areas_(areas), setting_(setting) {
    for (auto const& policy : setting.policies) {
      auto& of_policy = asked_.emplace_back();
      for (auto const& place : setting.places)
        of_policy.push_back(levers_by_month(policy, setting.policies.front(), scenario.run, place));
    }
  }

  std::vector<Warning> found() {
    for (std::size_t p = 0; p < setting_.policies.size(); ++p) {
      look_at_levers(p);
      look_at_events(setting_.policies[p]);
      look_at_allotment(p);
      look_at_more_posts(setting_.policies[p], asked_[p]);
      look_at_selection(p);
    }
    look_at_list();
    look_at_sweep();
    compare_policies();
    return std::move(found_);
  }

 private:
  void warn(Policy const& policy, std::string what, std::string consequence) {
    found_.push_back(
        {scenario_.file.generic_string(),
         std::string(&policy == setting_.policies.data() ? "the baseline " : "policy ") +
             policy.name + " " + std::move(what),
         std::move(consequence)});
  }

  /// What is believed of a lever of the baseline is no choice of whoever writes a scenario, and a
  /// file of priors serves many.
  bool is_believed(std::size_t policy, std::string const& path) const {
    auto const& all = scenario_.uncertain;
    return policy == 0 && std::ranges::find(all, path, &Uncertain::path) != all.end();
  }

  bool is_swept(std::string const& path) const {
    return std::ranges::find(scenario_.sweep, path, &SweepAxis::path) != scenario_.sweep.end();
  }

  /// What keeps a lever from acting in every month of these policies, wherever.
  std::optional<UnmetNeed> idle_in(std::string const& path, std::size_t first,
                                   std::size_t last) const {
    std::optional<UnmetNeed> unmet;
    for (std::size_t p = first; p < last; ++p) {
      for (auto const& months : asked_[p]) {
        for (std::size_t m = 1; m < months.size(); ++m) {
          unmet = unmet_need(path, setting_, months[m]);
          if (!unmet) return std::nullopt;
        }
      }
    }
    return unmet;
  }

  /// Whether a lever is moved away from where it would be.
  bool is_pulled(std::size_t policy, std::string const& path) const {
    auto const& row = *find_row<Levers>(path);
    for (std::size_t place = 0; place < asked_[policy].size(); ++place) {
      auto const& months = asked_[policy][place];
      for (std::size_t m = 1; m < months.size(); ++m) {
        auto const& usual = policy == 0 ? Levers{} : asked_.front()[place][m];
        if (row.get(months[m]) != row.get(usual)) return true;
      }
    }
    return false;
  }

  void look_at_levers(std::size_t p) {
    auto const& policy = setting_.policies[p];
    for (auto const& path : policy.set_here) {
      if (is_swept(path) || is_believed(p, path) || !is_pulled(p, path)) continue;
      // What the baseline sets holds under the others too.
      auto const unmet = p == 0 ? idle_in(path, 0, asked_.size()) : idle_in(path, p, p + 1);
      if (!unmet) continue;
      warn(policy, "sets " + path + ", but " + unmet->is, std::string(unmet->need->consequence));
    }
  }

  void look_at_events(Policy const& policy) {
    for (auto const& event : policy.events) {
      auto const why = why_idle(event, *setting_.world);
      if (!why) continue;
      warn(policy, "has an event, " + text_of(event, scenario_) + ", but " + *why,
           "the event changes nothing");
    }
  }

  /// Families wait where no policy ever has places for them.
  void look_at_list() {
    auto const& intake = setting_.population.intake;
    constexpr std::string_view quota = "policy.programme.quota";
    if (!(intake.new_families > 0) || is_swept(std::string(quota))) return;
    for (auto const& of_policy : asked_) {
      for (auto const& months : of_policy) {
        for (auto const& levers : months)
          if (levers.programme.quota > 0) return;
      }
    }
    found_.push_back({scenario_.file.generic_string(),
                      "population.intake.new_families is " + shortest(intake.new_families) +
                          ", but no policy sets " + std::string(quota),
                      "new families join the waiting list and nobody is admitted from it; give the "
                      "programme places, as scenarios/today.yaml does"});
  }

  void look_at_allotment(std::size_t p) {
    constexpr auto path = "policy.caseload.allotment";
    auto const& policy = setting_.policies[p];
    bool const sets = std::ranges::find(policy.set_here, path) != policy.set_here.end();
    if (!sets || is_swept(path)) return;
    std::vector<Allotment> told;
    for (auto const& months : asked_[p]) {
      for (auto const& levers : months) {
        auto const rule = levers.caseload.allotment;
        auto const why = why_even(rule, areas_, setting_);
        if (!why || std::ranges::find(told, rule) != told.end()) continue;
        told.push_back(rule);
        auto const name = Choice<Allotment>::names[static_cast<std::size_t>(rule)];
        warn(policy, "allots facilitators by " + std::string(name) + ", but " + *why,
             "every district has as many families per facilitator");
      }
    }
  }

  /// The first rule of a policy for further facilitators that cannot tell districts apart.
  void look_at_more_posts(Policy const& policy, std::vector<std::vector<Levers>> const& places) {
    constexpr std::string_view path = "policy.caseload.more_go";
    bool const sets = std::ranges::find(policy.set_here, path) != policy.set_here.end();
    if (!sets || is_swept(std::string(path))) return;
    for (auto const& months : places) {
      for (auto const& levers : months) {
        if (!(levers.caseload.more_facilitators > 0)) continue;
        auto const rule = levers.caseload.more_go;
        auto const why = why_everywhere(rule, areas_, setting_);
        if (!why) continue;
        auto const name = Choice<MorePosts>::names[static_cast<std::size_t>(rule)];
        return warn(policy, "sends more facilitators " + std::string(name) + ", but " + *why,
                    "they go everywhere alike");
      }
    }
  }

  /// Selection chooses among those who are hired, which turnover is not alone in bringing about.
  void look_at_selection(std::size_t p) {
    std::string const path = "policy.staff.selection";
    auto const& policy = setting_.policies[p];
    bool const sets = std::ranges::find(policy.set_here, path) != policy.set_here.end();
    World const& world = *setting_.world;
    if (!sets || is_swept(path) || world.turnover.on || !is_pulled(p, path)) return;
    bool const dismisses = world.card_custody.on && world.card_custody.keepers > 0;
    auto const hires = [&](std::vector<Levers> const& months) {
      auto const& first = months.front().caseload;
      return std::ranges::any_of(months, [&](Levers const& now) {
        auto const& asked = now.caseload;
        return asked.households_per_facilitator != first.households_per_facilitator ||
               asked.more_facilitators != first.more_facilitators ||
               asked.allotment != first.allotment || asked.more_go != first.more_go ||
               now.programme.quota > 0 || (dismisses && now.card_custody.audits_per_year > 0);
      });
    };
    if (std::ranges::any_of(asked_[p], hires)) return;
    warn(policy, "sets " + path + ", but world.turnover.on is false and no posts are added",
         "nobody is hired, so the lever changes nothing");
  }

  void look_at_sweep() {
    if (asked_.size() < 2) return;
    for (auto const& axis : scenario_.sweep) {
      if (!axis.path.starts_with("policy.")) continue;
      auto const unmet = idle_in(axis.path, 1, asked_.size());
      if (!unmet) continue;
      found_.push_back({scenario_.file.generic_string(),
                        "sweep." + axis.path + " moves a lever, but " + unmet->is,
                        "every value of it gives the same results"});
    }
  }

  void compare_policies() {
    for (std::size_t p = 0; p < setting_.policies.size(); ++p) {
      for (std::size_t q = 0; q < p; ++q) {
        if (first_month_apart(setting_, p, q, scenario_.run, &areas_)) continue;
        auto const& other = setting_.policies[q];
        warn(setting_.policies[p],
             "is the same as " + std::string(q == 0 ? "the baseline " : "policy ") + other.name +
                 " in every month",
             "all differences between them are 0");
        break;
      }
    }
  }

  Scenario const& scenario_;
  Areas const& areas_;
  ParameterSet const& setting_;
  std::vector<std::vector<std::vector<Levers>>> asked_;  ///< by policy, place and month
  std::vector<Warning> found_;
};

}  // namespace

std::vector<Warning> warnings_of_idle(Scenario const& scenario, Areas const& areas) {
  return in_every_variant(scenario, [&](ParameterSet const& setting) {
    return IdleIn(scenario, areas, setting).found();
  });
}

}  // namespace graduasi
