"""Areas, their spending, the cut of the programme, and the districts of a sample (parts 2 and 3 of population.md)."""

import csv
import math

import numpy as np

from chance import halve, normal_below, normal_density, normal_quantile

STEP_OF_CASELOADS = 0.6180339887498949
STEP_OF_INSTITUTIONS = 0.7320508075688772
READ = {"poverty_rate_pct", "poverty_gap_pct", "population_thousand", "poverty_line_rp_month", "n_districts",
        "hard_area_share", "mean_years_schooling", "unemployment_pct", "earnings_growth_above_pct",
        "partner_capacity_ratio"}
OF_NO_EFFECT = {"area", "province", "district", "poverty_severity_pct", "minimum_wage_rp_month", "island"}


class Areas:
    """One entry an area, in the order of the file."""

    def __init__(self, path, scenario):
        rows = _rows(path)
        people = scenario.population
        self.name = [row.get("area") or row.get("district") or row["province"] for row in rows]
        self.persons = 1000 * _column(rows, "population_thousand")
        self.line = _column(rows, "poverty_line_rp_month")
        self.n_districts = _column(rows, "n_districts", 1).astype(int)
        self.hard = _column(rows, "hard_area_share", 0)
        self.places = _column(rows, "partner_capacity_ratio", 1)
        self.growth_above = _column(rows, "earnings_growth_above_pct", 0) / 100
        schooling = _column(rows, "mean_years_schooling", math.nan)
        self.more_schooling = np.nan_to_num(schooling - _mean_where_given(schooling, self.persons))
        jobless = _column(rows, "unemployment_pct", math.nan)
        ratio = np.clip(_mean_where_given(jobless, self.persons) / jobless, 0.5, 2)
        self.usual_demand = np.where(np.isnan(ratio), 1, ratio)
        self.poverty_rate = _column(rows, "poverty_rate_pct") / 100
        self._fit_spending(self.poverty_rate, _column(rows, "poverty_gap_pct") / 100,
                           people.spending)
        self._cut(people)

    def _fit_spending(self, rates, gaps, spending):
        """mu and sigma of each area from its published rate and gap, and the split of the variance."""
        quantiles = normal_quantile(rates)
        sigmas = []
        for a, rate, gap in zip(quantiles, rates, gaps):
            sigmas.append(halve(lambda sigma: rate - math.exp(-a * sigma + sigma ** 2 / 2)
                                * float(normal_below(a - sigma)) - gap, 0.1, 1))
        self.sigma = np.array(sigmas)
        self.mu = -quantiles * self.sigma
        self.base_sd = self.sigma * math.sqrt(1 - spending.noise_share - spending.shock_share)
        self.shock_sd = self.sigma * math.sqrt(spending.shock_share)
        self.noise_sd = self.sigma * math.sqrt(spending.noise_share)
        self.score_sd = np.sqrt((1 - spending.noise_share) * self.sigma ** 2 + spending.score_sd ** 2)

    def line_of_decile(self, decile):
        """Below which the lowest so many tenths of all families of the nation lie on the first day, luck aside."""
        wanted = decile / 10 * self.families.sum()
        below = lambda line: np.sum(self.families * normal_below((line - self.mu) / self.base_sd))
        return halve(lambda line: below(line) - wanted, -10, 10)

    def _cut(self, people):
        """The national cut of the score, the chosen share of each area, and the border of the poorest covered share."""
        families = self.persons / people.mean_household_size_nation
        eligible = families * people.families.component_share
        self.cut = halve(lambda cut: np.sum(eligible * normal_below((cut - self.mu) / self.score_sd))
                         - people.programme_households, -10, 10)
        self.chosen_share = normal_below((self.cut - self.mu) / self.score_sd)
        self.in_programme = eligible * self.chosen_share
        true_sd = np.sqrt(self.base_sd ** 2 + self.shock_sd ** 2)
        self.border = halve(lambda t: np.sum(families * normal_below((t - self.mu) / true_sd))
                            - people.programme_households, -10, 10)
        self.families = families
        # Mean of the score among the chosen, in standard deviations of it, and what follows for base and spending.
        self.chosen_score = -normal_density(normal_quantile(self.chosen_share)) / self.chosen_share
        self.chosen_base = self.base_sd ** 2 / self.score_sd * self.chosen_score
        self.chosen_spending = self.mu + true_sd ** 2 / self.score_sd * self.chosen_score


class Districts:
    """The districts of a sample, one entry each, with the families that are simulated in them."""

    def __init__(self, areas, scenario):
        people = scenario.population
        self.areas = areas
        shares = areas.in_programme / areas.in_programme.sum() * people.households
        sample = np.floor(shares).astype(int)
        largest = np.argsort(-(shares - sample), kind="stable")
        sample[largest[:people.households - sample.sum()]] += 1
        first = np.concatenate([[0], np.cumsum(areas.n_districts)[:-1]])
        area, number, families = [], [], []
        for place, n in enumerate(sample):
            count = int(np.clip(n // people.least_families_per_district, 1, areas.n_districts[place]))
            for d in range(count):
                size = n // count + (1 if d < n % count else 0)
                if size:
                    area.append(place)
                    number.append(first[place] + d)
                    families.append(size)
        self.area, self.number, self.families = np.array(area), np.array(number), np.array(families)
        self.count = len(area)
        self._spread(people.districts)
        share = areas.chosen_share[self.area]
        waiting = np.minimum(people.intake.reserve_share, np.maximum(0.98 / share - 1, 0))
        self.waiting = np.floor(self.families * waiting + 0.5).astype(int)

    def _spread(self, spread):
        """How districts differ in families per facilitator and in how rules are kept."""
        crowded = (self.number + 0.5) * STEP_OF_CASELOADS % 1
        self.crowded = np.exp(spread.caseload_spread * normal_quantile(crowded))
        self.hard_weight = spread.hard_weight
        kept = (self.number + 0.5) * STEP_OF_INSTITUTIONS % 1
        self.institutions = np.exp(spread.institution_spread * normal_quantile(kept))

    def ratio_factor(self, rule):
        """Families per facilitator against the nation's, by the rule of allotment."""
        areas, count = self.areas, np.bincount(self.area, minlength=len(self.areas.mu))
        of_rule = {"equal_ratio": lambda: np.ones(self.count), "by_need": lambda: 1 / self.of_area(areas.poverty_rate),
                   "hard_areas": lambda: 1 / (1 + (self.hard_weight - 1) * self.of_area(areas.hard)),
                   "equal_number": lambda: self.families * self.of_area(count / areas.n_districts)}[rule]()
        weight = of_rule * self.crowded
        return weight * np.sum(self.families / weight) / self.families.sum()

    def of_area(self, values):
        """An area's value for each district."""
        return values[self.area]


def _rows(path):
    """The rows of a file of areas; a column that this implementation does not follow is refused."""
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    unknown = set(rows[0]) - READ - OF_NO_EFFECT
    if unknown:
        raise SystemExit(f"{path}: the columns {', '.join(sorted(unknown))} are not followed here")
    return rows


def _column(rows, name, without=None):
    """The numbers of a column, or what stands for an empty cell."""
    cells = [row.get(name, "") or "" for row in rows]
    return np.array([float(cell) if cell else without for cell in cells], float)


def _mean_where_given(values, weights):
    """The weighted mean over the areas that give a value; 1 where none does, which then has no effect."""
    given = ~np.isnan(values)
    return np.sum(values[given] * weights[given]) / np.sum(weights[given]) if given.any() else 1.0
