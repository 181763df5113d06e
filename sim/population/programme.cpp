#include "population/programme.h"

#include "base/math_double.h"
#include "base/text.h"
#include "population/largest_remainder.h"
#include "population/more_posts.h"
#include "population/new_families.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace graduasi {

namespace {

[[noreturn]] void refuse(std::string place, std::string text) {
  throw ScenarioError({{std::move(place), std::move(text)}});
}

AreaPlan plan_area(Area const& area, PopulationSettings const& settings) {
  auto const& spending = settings.spending;
  double const noise = static_cast<double>(spending.noise_share);
  double const shock = static_cast<double>(spending.shock_share);
  double const score_sd = static_cast<double>(spending.score_sd);
  AreaPlan plan;
  plan.area = area;
  plan.fit = fit_spending(area.poverty_rate, area.poverty_gap);
  double const variance = plan.fit.sigma * plan.fit.sigma;
  plan.base_sd = plan.fit.sigma * std::sqrt(1.0 - noise - shock);
  plan.shock_sd = plan.fit.sigma * std::sqrt(shock);
  plan.noise_sd = plan.fit.sigma * std::sqrt(noise);
  plan.score_total_sd = std::sqrt(variance * (1.0 - noise) + score_sd * score_sd);
  plan.families = area.population / static_cast<double>(settings.size.mean_household_size_nation);
  return plan;
}

/// The threshold at which `total` of all families lie below it.
/// @param below  share of an area's families below a threshold, rising with it
template <class Below>
double threshold_for(std::vector<AreaPlan> const& areas, double total, Below below) {
  // Halvings of a range beyond every log of spending, until no number lies between: some 57.
  double lower = -20, upper = 20;
  for (;;) {
    double const middle = 0.5 * (lower + upper);
    if (middle <= lower || middle >= upper) return middle;
    double count = 0;
    for (auto const& plan : areas) count += plan.families * below(plan, middle);
    (count < total ? lower : upper) = middle;
  }
}

/// Mean of a figure over the persons of the areas that give it; 0 when none does.
double mean_over_persons(std::vector<AreaPlan> const& areas, double Area::*figure) {
  double sum = 0, persons = 0;
  for (auto const& plan : areas) {
    if (!(plan.area.*figure > 0)) continue;
    sum += plan.area.*figure * plan.area.population;
    persons += plan.area.population;
  }
  return persons > 0 ? sum / persons : 0;
}

/// How schools and jobs of each area stand against the nation's.
void compare_with_nation(std::vector<AreaPlan>& areas) {
  double const schooling = mean_over_persons(areas, &Area::schooling_years);
  double const unemployment = mean_over_persons(areas, &Area::unemployment);
  for (auto& plan : areas) {
    auto const& area = plan.area;
    if (area.schooling_years > 0) plan.more_schooling = area.schooling_years - schooling;
    if (area.unemployment > 0)
      plan.labour_demand = std::clamp(unemployment / area.unemployment, 0.5, 2.0);
  }
}

bool has_own_count(AreaPlan const& plan) { return plan.area.kpm_households > 0; }

double score_below(AreaPlan const& plan, double cut) {
  return math::normal_cdf((cut - plan.fit.mu) / plan.score_total_sd);
}

void refuse_more_than_qualify(std::string place, double wanted, double qualify) {
  // A cut so high that hardly anyone is left out would no longer be a choice of the poorest.
  if (wanted <= 0.98 * qualify) return;
  refuse(std::move(place), "is " + seven_digits(wanted) +
                               " households; it must be at most 98 percent of the " +
                               seven_digits(qualify) +
                               " families with an eligible member that the areas file implies "
                               "(population, mean_household_size_nation, component_share)");
}

/// Areas with the ministry's own count: each has the cut that gives this number.
void choose_by_own_count(AreaPlan& plan, double component_share) {
  double const qualify = plan.families * component_share;
  refuse_more_than_qualify("kpm_households of " + plan.area.name, plan.area.kpm_households,
                           qualify);
  plan.programme_families = plan.area.kpm_households;
  plan.score_cut =
      plan.fit.mu + plan.score_total_sd * math::normal_quantile(plan.programme_families / qualify);
}

/// All others: one cut for the nation.
void choose_by_national_cut(std::vector<AreaPlan>& areas, double households,
                            double component_share) {
  double qualify = 0;
  for (auto const& plan : areas) {
    if (!has_own_count(plan)) qualify += plan.families * component_share;
  }
  if (qualify == 0) return;
  if (households <= 0) {
    refuse("population.programme_households",
           "leaves no household for the areas without kpm_households; the counts of the others "
           "already add up to as many");
  }
  refuse_more_than_qualify("population.programme_households", households, qualify);
  double const cut = threshold_for(areas, households, [&](AreaPlan const& plan, double c) {
    return has_own_count(plan) ? 0.0 : component_share * score_below(plan, c);
  });
  for (auto& plan : areas) {
    if (has_own_count(plan)) continue;
    plan.score_cut = cut;
    plan.programme_families = plan.families * component_share * score_below(plan, cut);
  }
}

void choose_families(std::vector<AreaPlan>& areas, PopulationSettings const& settings) {
  double const component_share = static_cast<double>(settings.families.component_share);
  double rest = settings.size.programme_households;
  for (auto& plan : areas) {
    if (!has_own_count(plan)) continue;
    choose_by_own_count(plan, component_share);
    rest -= plan.programme_families;
  }
  choose_by_national_cut(areas, rest, component_share);
  for (auto& plan : areas) plan.chosen_share = score_below(plan, plan.score_cut);
}

void mark_poorest(std::vector<AreaPlan>& areas, double programme_families) {
  double const threshold =
      threshold_for(areas, programme_families, [](AreaPlan const& plan, double below) {
        double const sd = std::sqrt(plan.base_sd * plan.base_sd + plan.shock_sd * plan.shock_sd);
        return math::normal_cdf((below - plan.fit.mu) / sd);
      });
  for (auto& plan : areas) plan.poorest_below = threshold;
}

void share_sample_out(std::vector<AreaPlan>& areas, std::size_t households) {
  std::vector<double> weights;
  for (auto const& plan : areas) weights.push_back(plan.programme_families);
  auto const shares = largest_remainder(weights, households);
  std::uint32_t number = 0;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    areas[a].simulated_families = shares[a];
    areas[a].first_district_number = number;
    number += static_cast<std::uint32_t>(areas[a].area.districts);
  }
}

District make_district(AreaPlan const& plan, std::size_t row, std::uint32_t number,
                       std::size_t before, std::size_t families, std::size_t waiting,
                       std::size_t first_slot) {
  return {.area = row,
          .first_slot = first_slot,
          .slots = padded(families + waiting),
          .families = families,
          .before = before,
          .waiting = waiting,
          .first_id = number * ids_per_district,
          .line_rupiah = static_cast<float>(plan.area.line_rupiah),
          .hard_share = static_cast<float>(plan.area.hard_share),
          .shock_sd = static_cast<float>(plan.shock_sd),
          .noise_sd = static_cast<float>(plan.noise_sd),
          .usual_demand = static_cast<float>(plan.labour_demand),
          .partner_factor = static_cast<float>(plan.area.partner_factor),
          .poorest_below = static_cast<float>(plan.poorest_below),
          .minimum_wage = static_cast<float>(plan.area.minimum_wage / plan.area.line_rupiah)};
}

/// As many of an area's districts as get a caseload's worth of families: in a smaller one the few
/// families of its only facilitator come and go by chance, and hours per family with them.
std::size_t simulated_districts(AreaPlan const& plan, int min) {
  auto const full = plan.simulated_families / static_cast<std::size_t>(min);
  return std::clamp<std::size_t>(full, 1, static_cast<std::size_t>(plan.area.districts));
}

/// Families on the waiting list of a district with so many in the programme; never so many that
/// hardly anyone is left who is not poor enough.
std::size_t waiting_families(AreaPlan const& plan, std::size_t families, double reserve) {
  return static_cast<std::size_t>(static_cast<double>(families) * reserve_of(plan, reserve) + 0.5);
}

std::vector<District> make_districts(std::vector<AreaPlan> const& areas,
                                     PopulationSettings const& settings,
                                     NewFamilies const& formed) {
  int const min = settings.size.least_families_per_district;
  auto const reserve = static_cast<double>(settings.intake.reserve_share);
  std::vector<District> districts;
  std::size_t first_slot = 0;
  for (std::size_t row = 0; row < areas.size(); ++row) {
    auto const& plan = areas[row];
    std::size_t const parts = simulated_districts(plan, min);
    if (even_share(plan.simulated_families, parts, 0) > max_families_per_district) {
      refuse("population.areas: " + plan.area.name,
             "would have " + std::to_string(even_share(plan.simulated_families, parts, 0)) +
                 " households in a district; at most " + std::to_string(max_families_per_district) +
                 " fit. Give the row more n_districts or simulate fewer households");
    }
    std::size_t before = 0;
    for (std::size_t part = 0; part < parts; ++part) {
      auto const families = even_share(plan.simulated_families, parts, part);
      if (families == 0) continue;
      std::size_t const waiting = waiting_families(plan, families, reserve);
      if (families + waiting > max_families_per_district) {
        refuse("population.intake.reserve_share",
               "makes " + std::to_string(families + waiting) + " households in a district of " +
                   plan.area.name + "; at most " + std::to_string(max_families_per_district) +
                   " fit. Shorten the list or simulate fewer households");
      }
      auto const number = plan.first_district_number + static_cast<std::uint32_t>(part);
      districts.push_back(make_district(plan, row, number, before, families, waiting, first_slot));
      if (formed.for_each_listed > 0) make_room_to_form(districts.back(), plan, formed);
      before += families;
      first_slot += districts.back().slots;
    }
  }
  return districts;
}

/// A place among the districts of the nation, standard normal over them: multiples of an irrational
/// step fill the unit interval evenly, whatever the number of districts.
double place_among_districts(std::uint32_t number, double step) {
  double const turn = (static_cast<double>(number) + 0.5) * step;
  return math::normal_quantile(turn - std::floor(turn));
}

/// How crowded a district's caseloads are: by the golden ratio.
double crowdedness(std::uint32_t number) {
  return place_among_districts(number, 0.6180339887498949);
}

/// How much will and means its institutions have: by the root of 3, which leaves the two unrelated.
double institution(std::uint32_t number) {
  return place_among_districts(number, 0.7320508075688772);
}

/// Families per facilitator of each area by its own counts, in their mean over the areas that have
/// counts; areas without one have that mean.
std::vector<double> counted_ratios(std::vector<AreaPlan> const& areas) {
  double families = 0, posts = 0;
  for (auto const& plan : areas) {
    if (!(plan.area.facilitators > 0)) continue;
    families += plan.programme_families;
    posts += plan.area.facilitators;
  }
  std::vector<double> ratios;
  for (auto const& plan : areas) {
    if (!(plan.area.facilitators > 0)) {
      ratios.push_back(1.0);
      continue;
    }
    double const ratio = plan.programme_families / plan.area.facilitators;
    if (!(20 <= ratio && ratio <= 2000))
      refuse("facilitators of " + plan.area.name,
             "gives " + seven_digits(ratio) +
                 " families of the programme to each facilitator; it must lie in [20, 2000]");
    ratios.push_back(ratio * posts / families);
  }
  return ratios;
}

/// Lets each rule of allotment share the same number of facilitators: the weights are of families
/// per facilitator, and families divided by them add up to the nation's families.
void set_ratio_factors(Programme& programme, DistrictSettings const& settings) {
  auto const hard_weight = static_cast<double>(settings.hard_weight);
  auto const spread = static_cast<double>(settings.caseload_spread);
  std::vector<std::size_t> parts(programme.areas.size());
  for (auto const& district : programme.districts) ++parts[district.area];
  auto const counted = counted_ratios(programme.areas);
  bool const any_counted = std::ranges::any_of(counted, [](double ratio) { return ratio != 1.0; });
  auto const by_rule = [&](District const& d, Allotment rule) {
    auto const& plan = programme.areas[d.area];
    auto const families = static_cast<double>(d.families);
    switch (rule) {
      case Allotment::equal_ratio:
        return counted[d.area];
      case Allotment::by_need:
        return 1.0 / plan.area.poverty_rate;
      case Allotment::hard_areas:
        return 1.0 / (1.0 + (hard_weight - 1.0) * plan.area.hard_share);
      case Allotment::equal_number:
        return families * static_cast<double>(parts[d.area]) / plan.area.districts;
    }
    return 1.0;
  };
  auto const weight = [&](District const& d, Allotment rule) {
    return by_rule(d, rule) * math::exp(spread * crowdedness(district_number(d)));
  };
  for (std::size_t r = 0; r < Choice<Allotment>::names.size(); ++r) {
    auto const rule = static_cast<Allotment>(r);
    double families = 0, posts = 0;
    for (auto const& d : programme.districts) {
      families += static_cast<double>(d.families);
      posts += static_cast<double>(d.families) / weight(d, rule);
    }
    if (rule == Allotment::equal_ratio && spread == 0 && !any_counted) continue;
    for (auto& d : programme.districts)
      d.ratio_factor[r] = static_cast<float>(weight(d, rule) * posts / families);
  }
}

void check_settings(Areas const& areas, PopulationSettings const& settings) {
  auto const& spending = settings.spending;
  if (!(spending.noise_share + spending.shock_share <= 0.95f)) {
    refuse("population.spending",
           "noise_share " + shortest(spending.noise_share) + " and shock_share " +
               shortest(spending.shock_share) +
               " add up to more than 0.95 of the variance; the lasting part needs the rest");
  }
  std::size_t districts = 0;
  for (auto const& area : areas.rows) districts += static_cast<std::size_t>(area.districts);
  if (districts > max_districts) {
    refuse("population.areas", "n_districts add up to " + std::to_string(districts) +
                                   " districts; at most " + std::to_string(max_districts) +
                                   " are possible");
  }
}

void warn_of_bounds(AreaPlan const& plan, std::vector<Warning>& warnings) {
  if (!plan.fit.at_bound) return;
  warnings.push_back({"population.areas: " + plan.area.name,
                      "no log-normal with a sigma in [0.1, 1] has a poverty rate of " +
                          seven_digits(100 * plan.area.poverty_rate) + " and a gap of " +
                          seven_digits(100 * plan.area.poverty_gap) + " percent",
                      "sigma is set to " + seven_digits(plan.fit.sigma) +
                          ", so the gap of the simulated area is " +
                          seven_digits(100 * poverty_index(plan.fit, 1)) + " percent"});
}

}  // namespace

double reserve_of(AreaPlan const& plan, double reserve) {
  return std::min(reserve, std::max(0.98 / plan.chosen_share - 1.0, 0.0));
}

Programme plan_programme(Areas const& areas, PopulationSettings const& settings,
                         NewFamilies const& formed) {
  check_settings(areas, settings);
  Programme programme;
  for (auto const& area : areas.rows) {
    programme.areas.push_back(plan_area(area, settings));
    warn_of_bounds(programme.areas.back(), programme.warnings);
  }
  compare_with_nation(programme.areas);
  choose_families(programme.areas, settings);
  double total = 0;
  for (auto const& plan : programme.areas) total += plan.programme_families;
  mark_poorest(programme.areas, total);
  auto const households = static_cast<std::size_t>(settings.size.households);
  share_sample_out(programme.areas, households);
  programme.districts = make_districts(programme.areas, settings, formed);
  programme.factor = total / static_cast<double>(households);
  set_ratio_factors(programme, settings.districts);
  set_more_factors(programme);
  auto const spread = static_cast<double>(settings.districts.institution_spread);
  for (auto& district : programme.districts) {
    district.usual_clash = settings.traits.clash_mean;
    if (spread > 0)
      district.institution =
          static_cast<float>(math::exp(spread * institution(district_number(district))));
    district.for_each_of_nation =
        static_cast<float>(static_cast<double>(district.families) / total);
  }
  return programme;
}

void mark_tenths(Programme& programme) {
  double families = 0;
  for (auto const& plan : programme.areas) families += plan.families;
  auto const lasting_below = [](AreaPlan const& plan, double below) {
    return math::normal_cdf((below - plan.fit.mu) / plan.base_sd);
  };
  for (std::size_t tenth = 1; tenth <= 9; ++tenth) {
    double const wanted = families * static_cast<double>(tenth) / 10;
    double const threshold = threshold_for(programme.areas, wanted, lasting_below);
    for (auto& district : programme.districts)
      district.tenth_below[tenth - 1] = static_cast<float>(threshold);
  }
}

}  // namespace graduasi
