"""The mini model of bench/mini_program.cpp with NumPy: an array for each variable, a month of all families at once."""
import time

import numpy as np


class Families:
    def __init__(self, count):
        self.confidence = np.full(count, 0.45, np.float32)
        self.skill = np.full(count, 0.35, np.float32)
        self.log_earnings = np.zeros(count, np.float32)
        self.savings = np.full(count, 0.3, np.float32)
        self.active = np.ones(count, bool)


def step(f, rng):
    count = f.active.size
    attends = f.active & (rng.random(count, np.float32) < 0.5 + 0.4 * f.confidence)
    f.skill += np.where(attends, 0.02 * (1 - f.skill), 0)
    f.confidence = np.where(attends, f.confidence + 0.01 * (1 - f.confidence), 0.995 * f.confidence)
    expected = 0.3 * f.skill - 0.1
    f.log_earnings += 0.05 * (expected - f.log_earnings) + 0.2 * (rng.random(count, np.float32) - 0.5)
    earned = np.exp(f.log_earnings)
    f.savings = np.maximum(0, f.savings + 0.1 * (earned - 0.95))
    # Few weigh leaving in a month: chance is asked for these alone.
    weighs = np.flatnonzero(f.active & (earned > 1.3) & (f.savings > 0.5))
    leaves = rng.random(weighs.size, np.float32) < 0.02 * f.confidence[weighs]
    f.active[weighs[leaves]] = False


def run(families, months, seed):
    """(seconds of the steps, a census for each of `months`): compare.py says what a census holds."""
    f, rng = Families(families), np.random.default_rng(seed)
    seconds, month, censuses = 0.0, 0, []
    for census_month in months:
        began = time.thread_time()
        while month < census_month:
            step(f, rng)
            month += 1
        seconds += time.thread_time() - began
        variables = [variable.astype(np.float64) for variable in (f.confidence, f.skill, f.log_earnings, f.savings)]
        censuses.append((month, int(np.count_nonzero(~f.active)),
                         [float(variable.mean()) for variable in variables],
                         [float(variable.var()) for variable in variables]))
    return seconds, censuses
