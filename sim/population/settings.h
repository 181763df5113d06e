// The parameters that describe the families on the first day.
#pragma once

#include "parameters/parameter.h"
#include "population/years.h"

#include <tuple>

namespace graduasi {

/// How large the programme and the simulated sample are.
struct SizeSettings {
  int households = 200000;
  int programme_households = 10000000;
  float mean_household_size_nation = 3.9f;
  int least_families_per_district = 300;
};

template <>
struct Table<SizeSettings> {
  static constexpr std::string_view group = "";
  static constexpr auto rows = std::to_array<Parameter<SizeSettings>>({
      {"households",
       &SizeSettings::households,
       "households",
       {1, 100000000},
       "beneficiary families that are simulated; counts are scaled to the programme",
       "assumption: a sample that runs in seconds"},
      {"programme_households",
       &SizeSettings::programme_households,
       "households",
       {1000, 100000000},
       "beneficiary families of the programme",
       "S09 10 million"},
      {"least_families_per_district",
       &SizeSettings::least_families_per_district,
       "households",
       {1, 1000000},
       "a sample has as many of an area's districts as get so many families, at least one: with "
       "fewer than a caseload, hours per family would depend on the size of the sample",
       "assumption: a caseload at the norm of S38-S42"},
      {"mean_household_size_nation",
       &SizeSettings::mean_household_size_nation,
       "persons",
       {2, 8},
       "persons per family in the whole population, to turn persons into families",
       "assumption: 282 million persons over about 72 million families"},
  });
  static_assert(describes(rows));
};

/// Families that wait, and places that are hard to reach.
struct IntakeSettings {
  float reserve_share = 0;
  float new_families = 0;
};

template <>
struct Table<IntakeSettings> {
  static constexpr std::string_view group = "intake";
  static constexpr auto rows = std::to_array<Parameter<IntakeSettings>>({
      {"reserve_share",
       &IntakeSettings::reserve_share,
       "families per family of the first day",
       {0, 5},
       "length of the waiting list: the next families by score in each district; "
       "policy.programme.quota lets them in",
       "assumption: none, so freed places stay free"},
      {"new_families",
       &IntakeSettings::new_families,
       "ratio",
       {0, 3},
       "families that are formed and join the waiting list, for each family that loses its last "
       "eligible member on a list like that of the first day; 0: nobody joins it, and who waits "
       "stays on it whatever becomes of him",
       "choice of the user: 0, a list that is used up; 1 keeps its length"},
  });
  static_assert(describes(rows));
};

struct DistrictSettings {
  float hard_weight = 3;
  float caseload_spread = 0;
  float institution_spread = 0;
};

template <>
struct Table<DistrictSettings> {
  static constexpr std::string_view group = "districts";
  static constexpr auto rows = std::to_array<Parameter<DistrictSettings>>({
      {"hard_weight",
       &DistrictSettings::hard_weight,
       "ratio",
       {1, 10},
       "families of an easy area that count as one of a hard-to-reach area, when facilitators are "
       "allotted by hard_areas",
       "S38-S42: norms of 300 and 100"},
      {"caseload_spread",
       &DistrictSettings::caseload_spread,
       "log points",
       {0, 1},
       "standard deviation over districts of families per facilitator, around what the rule of "
       "allotment gives; the nation keeps its facilitators",
       "choice of the user: 0 in today.yaml; D00: 0.31 over eight districts of 212 to 540"},
      {"institution_spread",
       &DistrictSettings::institution_spread,
       "log points",
       {0, 1.5},
       "standard deviation over districts of the log odds that a family seen able is nominated and "
       "that an assessment due is done, and of the log of checks of components",
       "choice of the user: 0 in today.yaml. Where districts are to differ 0.45, an assumption "
       "(0.2 "
       "to 0.8): six published yearly rates of self-reliant exits, from five places, have a log sd "
       "of 0.59, and wealth alone gives the provinces of the model 0.27"},
  });
  static_assert(describes(rows));
};

/// How observed spending per head is split, and how families were chosen.
struct SpendingSettings {
  float noise_share = 0.30f;
  float shock_share = 0.12f;
  float score_sd = 0.20f;
  int tenure_max = 84;
};

template <>
struct Table<SpendingSettings> {
  static constexpr std::string_view group = "spending";
  static constexpr auto rows = std::to_array<Parameter<SpendingSettings>>({
      {"noise_share",
       &SpendingSettings::noise_share,
       "share of observed variance",
       {0, 0.6},
       "part of observed log spending that is measurement noise or passing luck",
       "assumption, 0.2 to 0.4: with it, the shock and lives, spending two years apart correlates "
       "0.62; "
       "panels say 0.58 to 0.64 (E150, E151) and 0.48 (E144, E145)"},
      {"shock_share",
       &SpendingSettings::shock_share,
       "share of observed variance",
       {0, 0.6},
       "part of observed log spending that is a persistent shock",
       "assumption, 0.03 to 0.3, with the persistence of E157"},
      {"score_sd",
       &SpendingSettings::score_sd,
       "log points",
       {0, 1},
       "noise of the score by which families were chosen",
       "assumption, 0.1 to 0.5: no figure sets it, 0.52 of beneficiaries spend more than the "
       "poorest "
       "covered share with this value and 0.43 with none, against 0.30 to 0.50 mistargeted (S120, "
       "S121; "
       "scenarios/targets.sh)"},
      {"tenure_max",
       &SpendingSettings::tenure_max,
       "months",
       {0, 240},
       "families entered the programme over this many months before the first",
       "assumption, 36 to 120"},
  });
  static_assert(describes(rows));
};

/// Traits of families on the first day.
struct TraitSettings {
  float confidence_mean = 0.45f;
  float skill_mean = 0.35f;
  float habit_mean = 0.85f;
  float access_mean = 0.35f;
  float access_per_school_year = 0.03f;
  float digital_mean = 0.35f;
  float sd = 0.15f;
  float economy_correlation = 0.35f;
  float common_correlation = 0.4f;
  float clash_mean = 0.13f;
  float savings_mean = 0.3f;
  float assets_mean = 0.45f;
  float enterprise_share = 0.20f;
  float card_away_share = 0.05f;
};

template <>
struct Table<TraitSettings> {
  static constexpr std::string_view group = "traits";
  static constexpr auto rows = std::to_array<Parameter<TraitSettings>>({
      {"confidence_mean",
       &TraitSettings::confidence_mean,
       "share",
       {0, 1},
       "mean self-confidence",
       "assumption, 0.3 to 0.6"},
      {"skill_mean",
       &TraitSettings::skill_mean,
       "share",
       {0, 1},
       "mean livelihood skill",
       "assumption, 0.2 to 0.5"},
      {"habit_mean",
       &TraitSettings::habit_mean,
       "share",
       {0, 1},
       "mean habit of coming to sessions",
       "assumption: attendance of about 0.7"},
      {"access_mean",
       &TraitSettings::access_mean,
       "share",
       {0, 1},
       "mean access to education and jobs",
       "assumption, 0.2 to 0.5"},
      {"access_per_school_year",
       &TraitSettings::access_per_school_year,
       "share per year",
       {0, 0.2},
       "access that an area has more for each year of schooling beyond the nation's mean "
       "(mean_years_schooling of the areas file)",
       "assumption, 0 to 0.06"},
      {"digital_mean",
       &TraitSettings::digital_mean,
       "share",
       {0, 1},
       "mean digital literacy",
       "S185: four in ten could not use a cash machine in the first year; 0.2 to 0.6"},
      {"sd", &TraitSettings::sd, "share", {0, 0.4}, "spread of each trait", "assumption"},
      {"economy_correlation",
       &TraitSettings::economy_correlation,
       "correlation",
       {0, 0.9},
       "of skill with lasting spending; confidence has 0.7 of it, habit none",
       "assumption, 0 to 0.6"},
      {"common_correlation",
       &TraitSettings::common_correlation,
       "share",
       {0, 1},
       "part of a trait's remaining spread that the traits of a family share",
       "S143: r2 of skill and participation 0.187"},
      {"clash_mean",
       &TraitSettings::clash_mean,
       "share of meeting hours",
       {0, 0.9},
       "meeting hours that fall into the family's working hours, on average",
       "assumption, 0 to 0.4"},
      {"savings_mean",
       &TraitSettings::savings_mean,
       "line-months",
       {0, 3},
       "mean savings",
       "assumption: the buffer that families aim at, 0.1 to 1; no amount saved by poor families of "
       "Indonesia was found"},
      {"assets_mean",
       &TraitSettings::assets_mean,
       "line-months",
       {0, 1},
       "mean productive assets: livestock, tools, stock; spread by a Weibull law of shape 2/3",
       "assumption, 0.15 to 1: with it businesses hold about as much as a small loan for poor "
       "women "
       "(S204: 2.97 million rupiah, a line-month); most hold little (S207)"},
      {"enterprise_share",
       &TraitSettings::enterprise_share,
       "share of families",
       {0, 1},
       "families with a business",
       "S200: 0.18 of rural families, S202: 0.19 of poor heads trade, S204: loans for one "
       "household in "
       "five; 0.12 to 0.35"},
      {"card_away_share",
       &TraitSettings::card_away_share,
       "share of families",
       {0, 1},
       "families whose card somebody else holds",
       "kks_held_by_others: assumption, 0.01 to 0.3, no representative figure exists"},
  });
  static_assert(describes(rows));
};

/// Who lives in the families that were put on the list.
struct FamilySettings {
  int registry_lag_years = 5;
  int list_ready_months = 6;
  float completed_fertility = 2.4f;
  float peak_age = 26;
  float elder_only = 0.05f;
  float grandparent = 0.09f;
  float disabled = 0.016f;
  float female_headed = 0.15f;
  float older_children_home = 0.8f;
  float relatives = 1.1f;
  float component_share = 0.63f;
  float childbearing_sd = 6;
};

template <>
struct Table<FamilySettings> {
  static constexpr std::string_view group = "families";
  static constexpr auto rows = std::to_array<Parameter<FamilySettings>>({
      {"registry_lag_years",
       &FamilySettings::registry_lag_years,
       "years",
       {0, 10},
       "age of the list on the day a family enters; it aged with births, without new families",
       "assumption, 3 to 8: moves benefit and natural exit together"},
      {"list_ready_months",
       &FamilySettings::list_ready_months,
       "months",
       {0, 36},
       "from the month in which a list is made to the first entries from it; acts where "
       "population.years_csv has lists, and the lag in years then holds before the first of them",
       "choice of the user: no figure was found, 3 to 12"},
      {"completed_fertility",
       &FamilySettings::completed_fertility,
       "births per mother",
       {0.5, 5},
       "mean number of births at the end of child-bearing",
       "assumption, 2 to 3"},
      {"peak_age",
       &FamilySettings::peak_age,
       "years",
       {20, 35},
       "mother's age at which births are most frequent",
       "assumption"},
      {"elder_only",
       &FamilySettings::elder_only,
       "share of families",
       {0, 1},
       "families of elderly people alone",
       "assumption, 0.02 to 0.15"},
      {"grandparent",
       &FamilySettings::grandparent,
       "share of families",
       {0, 1},
       "families with children in which a grandparent lives",
       "assumption, 0.05 to 0.2"},
      {"disabled",
       &FamilySettings::disabled,
       "share of families",
       {0, 1},
       "families with a severely disabled member",
       "assumption, 0.01 to 0.03"},
      {"female_headed",
       &FamilySettings::female_headed,
       "share of families",
       {0, 1},
       "families headed by a woman",
       "S134"},
      {"older_children_home",
       &FamilySettings::older_children_home,
       "share",
       {0, 1},
       "children who no longer go to school, up to 25 years, who still live with the family",
       "assumption: few marry before"},
      {"relatives",
       &FamilySettings::relatives,
       "persons",
       {0, 2},
       "other relatives who live with parents and children, on average",
       "assumption: gives a mean size of 4.5 (S167d, S167e, S167f: 4.3 to 4.8)"},
      {"component_share",
       &FamilySettings::component_share,
       "share of families",
       {0.3, 1},
       "families of the list that have an eligible member on the day of entry; how many lie below "
       "the cut follows from it",
       "derived: the list aged by registry_lag_years (a test compares)"},
      {"childbearing_sd",
       &FamilySettings::childbearing_sd,
       "years",
       {3, 10},
       "spread of mothers' ages around the age at which births are most frequent",
       "assumption: most births between 18 and 38"},
  });
  static_assert(describes(rows));
};

/// Everything under `population:` but the areas file.
struct PopulationSettings {
  SizeSettings size;
  IntakeSettings intake;
  DistrictSettings districts;
  SpendingSettings spending;
  TraitSettings traits;
  FamilySettings families;
  Years years;  ///< of population.years_csv

  static constexpr std::string_view root = "population";
  static constexpr auto groups() {
    return std::make_tuple(&PopulationSettings::size, &PopulationSettings::intake,
                           &PopulationSettings::districts, &PopulationSettings::spending,
                           &PopulationSettings::traits, &PopulationSettings::families);
  }
};

}  // namespace graduasi
