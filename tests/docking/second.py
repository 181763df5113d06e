"""Runs the second implementation: every policy of a scenario under each seed."""

import numpy as np

import first_day
from areas import Areas, Districts
from chance import Draws
from facilitators import Facilitators
from measures import first_day_measures, month_measures
from month import Month


def prepare(scenario, areas_file):
    """What all seeds share: areas, districts and the balance of each district."""
    areas = Areas(areas_file, scenario)
    return first_day.World(scenario, areas, Districts(areas, scenario))


def run(world, seed, months, at):
    """Measures of one seed: {policy: {month: {measure: value}}} for the months in `at`."""
    scenario = world.scenario
    draws = Draws(seed)
    family = first_day.families_of_first_day(world, draws)
    scale = scenario.population.programme_households / world.districts.families.sum()
    people = 2
    for levers in scenario.policies.values():
        ratio = levers.caseload.households_per_facilitator * world.districts.ratio_factor(levers.caseload.allotment)
        people = max(people, int(np.max(np.ceil(world.districts.families / ratio))) + 2)
    found = {}
    for name, levers in scenario.policies.items():
        mine = first_day.empty_like(family)
        month = Month(world, draws, mine, Facilitators(world, draws, mine, people), levers)
        told = {0: first_day_measures(month, scale)} if 0 in at else {}
        for number in range(1, months + 1):
            month.live(number)
            if number in at:
                told[number] = month_measures(month, scale)
        found[name] = told
    return found
