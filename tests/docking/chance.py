"""Chance: named draws, the normal distribution and its inverse.

Every draw is a function of seed, month and the question that it answers. So two policies ask the same questions of the
same luck, and their difference is less noisy than two independent runs would make it. Nothing here follows the draws of
the program: only the laws are shared.
"""

import math
import statistics
import zlib

import numpy as np

_inverse = np.vectorize(statistics.NormalDist().inv_cdf, otypes=[float])
_error = np.vectorize(math.erf, otypes=[float])


class Draws:
    """The luck of one run: independent streams, one for each month and question."""

    def __init__(self, seed):
        self.seed = seed

    def stream(self, month, question):
        """A generator of its own for this question in this month."""
        return np.random.default_rng([self.seed, month, zlib.crc32(question.encode())])

    def uniform(self, month, question, shape):
        """Numbers evenly between 0 and 1."""
        return self.stream(month, question).random(shape)

    def normal(self, month, question, shape):
        """Standard normal numbers."""
        return self.stream(month, question).standard_normal(shape)


def normal_below(x):
    """Phi: the share of a standard normal law that lies below x."""
    return 0.5 * (1 + _error(np.asarray(x, float) / math.sqrt(2)))


def normal_quantile(share):
    """Q: below which the given share of a standard normal law lies."""
    return _inverse(np.asarray(share, float))


def normal_density(x):
    """The density of the standard normal law."""
    return np.exp(-0.5 * np.square(x)) / math.sqrt(2 * math.pi)


def halve(rises, low, high, steps=60):
    """The root of a function that rises from below 0 to above it between low and high."""
    for _ in range(steps):
        middle = (low + high) / 2
        if rises(middle) > 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def rounded(x):
    """round of the text: half goes up."""
    return np.floor(np.asarray(x) + 0.5)
