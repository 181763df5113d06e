"""The mini model of bench/mini_program.cpp with Numba: a plain loop over families, compiled when it is first called."""
import math
import time

import numpy as np
from numba import njit


@njit
def start_chance(seed):
    # Compiled code has a generator of its own (Mersenne twister), which only compiled code can set.
    np.random.seed(seed)


@njit
def step(confidence, skill, log_earnings, savings, active):
    for i in range(active.size):
        if active[i] and np.random.random() < 0.5 + 0.4 * confidence[i]:
            skill[i] += 0.02 * (1 - skill[i])
            confidence[i] += 0.01 * (1 - confidence[i])
        else:
            confidence[i] *= 0.995
        expected = 0.3 * skill[i] - 0.1
        log_earnings[i] += 0.05 * (expected - log_earnings[i]) + 0.2 * (np.random.random() - 0.5)
        earned = math.exp(log_earnings[i])
        savings[i] = max(0.0, savings[i] + 0.1 * (earned - 0.95))
        if active[i] and earned > 1.3 and savings[i] > 0.5:
            if np.random.random() < 0.02 * confidence[i]:
                active[i] = False


def run(families, months, seed):
    """(seconds of the steps, a census for each of `months`): compare.py says what a census holds."""
    variables = [np.full(families, value, np.float32) for value in (0.45, 0.35, 0.0, 0.3)]
    active = np.ones(families, np.bool_)
    step(*(variable[:1].copy() for variable in variables), active[:1].copy())  # compiles
    start_chance(seed)
    seconds, month, censuses = 0.0, 0, []
    for census_month in months:
        began = time.thread_time()
        while month < census_month:
            step(*variables, active)
            month += 1
        seconds += time.thread_time() - began
        exact = [variable.astype(np.float64) for variable in variables]
        censuses.append((month, int(np.count_nonzero(~active)), [float(v.mean()) for v in exact],
                         [float(v.var()) for v in exact]))
    return seconds, censuses
