#include "population/birth_table.h"

#include "base/contract.h"
#include "base/math_double.h"

#include <algorithm>
#include <vector>

namespace graduasi {

namespace {

using childbearing::quarters;
using childbearing::spacing;
using Hazards = std::array<double, quarters>;

/// Mothers' ages: three quarters of them spread over 20 to 55, the rest over all adult ages.
/// Source: assumption (families document, section 2).
constexpr double usual_share = 0.75;
constexpr double usual_from = 20, usual_years = 35, beta_a = 1.6, beta_b = 1.5;
constexpr double any_from = 17, any_years = 48;

/// Distribution function of Beta(a, b) at i / cells, by the midpoint rule.
std::vector<double> beta_distribution(double a, double b, std::size_t cells) {
  std::vector<double> below(cells + 1);
  for (std::size_t i = 0; i < cells; ++i) {
    double const x = (static_cast<double>(i) + 0.5) / static_cast<double>(cells);
    below[i + 1] = below[i] + math::exp((a - 1) * math::log(x) + (b - 1) * math::log(1 - x));
  }
  for (auto& value : below) value /= below.back();
  return below;
}

double uniform_below(double x, double from, double width) {
  double const share = (x - from) / width;
  return share < 0 ? 0 : share > 1 ? 1 : share;
}

/// Share of mothers younger than `years`.
double mothers_below(std::vector<double> const& beta, double years) {
  double const cells = static_cast<double>(beta.size() - 1);
  double const at = uniform_below(years, usual_from, usual_years) * cells;
  auto const cell = static_cast<std::size_t>(at < cells ? at : cells - 1);
  double const usual =
      beta[cell] + (at - static_cast<double>(cell)) * (beta[cell + 1] - beta[cell]);
  return usual_share * usual + (1 - usual_share) * uniform_below(years, any_from, any_years);
}

void fill_mothers(BirthTable& table) {
  auto const beta = beta_distribution(beta_a, beta_b, 8192);
  for (std::size_t k = 0; k <= table.age_steps; ++k) {
    double const share = static_cast<double>(k) / static_cast<double>(table.age_steps);
    double lower = any_from, upper = any_from + any_years;
    for (int i = 0; i < 50; ++i) {
      double const middle = 0.5 * (lower + upper);
      (mothers_below(beta, middle) < share ? lower : upper) = middle;
    }
    table.mother_quarters[k] = static_cast<float>(4 * lower);
  }
}

/// Quarters of life between the youngest and the oldest mothers.
constexpr auto first_mother = static_cast<std::size_t>(4 * any_from);
constexpr auto mother_quarters_in_all = static_cast<std::size_t>(4 * any_years);

/// Share of mothers by the quarter of their life, from `first_mother` on.
std::vector<double> mothers_by_quarter() {
  auto const beta = beta_distribution(beta_a, beta_b, 8192);
  std::vector<double> share(mother_quarters_in_all);
  for (std::size_t q = 0; q < share.size(); ++q) {
    double const years = static_cast<double>(first_mother + q) / 4;
    share[q] = mothers_below(beta, years + 0.25) - mothers_below(beta, years);
  }
  return share;
}

/// The ages at which families are formed: where mothers of an age are more than those of any
/// younger age, the surplus has joined at it.
void fill_forming(BirthTable& table) {
  auto const share = mothers_by_quarter();
  double const most = *std::ranges::max_element(share);
  std::size_t q = 0;
  for (std::size_t k = 0; k < table.age_steps; ++k) {
    double const formed = (static_cast<double>(k) + 0.5) / static_cast<double>(table.age_steps);
    while (share[q] < formed * most) ++q;
    table.forming_quarters[k] = static_cast<std::uint16_t>(first_mother + q);
  }
}

/// Mean number of births: the chance of being able to conceive at the start of each quarter, walked
/// forward. Who gives birth is back after the spacing.
double births_with(Hazards const& hazard) {
  std::array<double, quarters + spacing> able{};
  able[0] = 1;
  double births = 0, waiting = 0;
  for (std::size_t q = 0; q < quarters; ++q) {
    double const able_now = waiting + able[q];
    double const born = able_now * (1 - math::exp(-hazard[q]));
    births += born;
    waiting = able_now - born;
    able[q + spacing] += born;
  }
  return births;
}

Hazards bell(FamilySettings const& families, double height) {
  Hazards hazard;
  for (std::size_t q = 0; q < quarters; ++q) {
    double const years = (childbearing::first_quarter + static_cast<double>(q) + 0.5) / 4;
    double const z = (years - static_cast<double>(families.peak_age)) /
                     static_cast<double>(families.childbearing_sd);
    hazard[q] = height * math::exp(-0.5 * z * z);
  }
  return hazard;
}

Hazards solve_hazards(FamilySettings const& families) {
  double const wanted = static_cast<double>(families.completed_fertility);
  double lower = 0, upper = 10;
  for (int i = 0; i < 60; ++i) {
    double const middle = 0.5 * (lower + upper);
    (births_with(bell(families, middle)) < wanted ? lower : upper) = middle;
  }
  return bell(families, 0.5 * (lower + upper));
}

void fill_births(BirthTable& table, Hazards const& hazard) {
  double sum = 0;
  for (std::size_t q = 0; q < quarters; ++q) {
    sum += hazard[q];
    table.hazard_before[q + 1] = static_cast<float>(sum);
  }
  float const whole = table.hazard_before.back();
  table.guide_per_hazard = static_cast<float>(BirthTable::guide_steps) / whole;
  std::size_t q = 0;
  for (std::size_t k = 0; k <= BirthTable::guide_steps; ++k) {
    // A step back keeps the guide below the true quarter whatever the rounding of the product.
    float const reached = (static_cast<float>(k) - 0.01f) / table.guide_per_hazard;
    while (q + 1 < quarters && table.hazard_before[q + 1] < reached) ++q;
    table.guide[k] = static_cast<std::uint8_t>(q);
  }
}

}  // namespace

BirthTable make_birth_table(FamilySettings const& families, ShareByByte const& at_school) {
  BirthTable table;
  fill_mothers(table);
  fill_forming(table);
  fill_births(table, solve_hazards(families));
  for (std::size_t byte = 0; byte < at_school.size(); ++byte) {
    expects(0 <= at_school[byte] && at_school[byte] <= 1, "a share at school lies in [0, 1]");
    table.at_school[byte] = static_cast<std::uint32_t>(at_school[byte] * 65536.0f + 0.5f);
  }
  return table;
}

double expected_births(BirthTable const& table) {
  Hazards hazard;
  for (std::size_t q = 0; q < quarters; ++q) {
    hazard[q] = static_cast<double>(table.hazard_before[q + 1]) -
                static_cast<double>(table.hazard_before[q]);
  }
  return births_with(hazard);
}

}  // namespace graduasi
