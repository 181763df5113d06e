"""How a value is written in a text.

A format is one word: [+ or u] UNIT DIGITS [SHOW]. `+` writes the sign of a positive value, `u` (unsigned) leaves every
sign out. UNIT: n as it is, h hundreds, k thousands, m millions, b billions, t trillions, p percent (of a share of one). DIGITS: digits
after the point, or `f`: rounded to the unit and written in full (480,000). SHOW: nothing for the value, `i` for its
interval (474,000 to 486,000), `w` for the value with the interval in brackets."""
import math
import re
from dataclasses import dataclass

FORMAT = re.compile(r'([+u]?)([nhkmbtp])([0-3f])([iw]?)')
SCALE = {'n': 1, 'h': 100, 'k': 1e3, 'm': 1e6, 'b': 1e9, 't': 1e12, 'p': 0.01}
NUMBER = r'[+-]?(?:\d[\d,]*(?:\.\d+)?|\?)'
SHAPE = {'': NUMBER, 'i': f'{NUMBER} to {NUMBER}', 'w': rf'{NUMBER} \({NUMBER} to {NUMBER}\)'}


class WordingError(Exception):
    pass


@dataclass(frozen=True)
class Value:
    """A figure with its interval, or without (nan)."""
    mean: float
    lower: float = math.nan
    upper: float = math.nan

    @property
    def has_interval(self):
        return not (math.isnan(self.lower) and math.isnan(self.upper))


def parts_of(form):
    """(sign, unit, digits, show) of a format."""
    match = FORMAT.fullmatch(form)
    if not match:
        raise WordingError(f"'{form}' is not a format; examples: n1, kf, +k0w, um2i, p0 "
                           '(scenarios/figures/wording.py)')
    return match.groups()


def pattern_of(form):
    """What a text in this format looks like, as a regular expression."""
    return SHAPE[parts_of(form)[3]]


def write(value, form):
    """`value` in the format `form`; an unknown number is a question mark."""
    sign, unit, digits, show = parts_of(form)
    if sign == 'u' and show and value.lower < 0 < value.upper:
        raise WordingError(f"'{form}' would hide that the interval holds zero: leave the u out")

    def number(x):
        if math.isnan(x):
            return '?'
        if sign == 'u':
            x = abs(x)
        places = 0 if digits == 'f' else int(digits)
        scaled = round(x / SCALE[unit], places)
        if digits == 'f':
            scaled *= SCALE[unit]
        text = f'{scaled:{"+" if sign == "+" and scaled > 0 else ""},.{places}f}'
        return text[1:] if text.startswith('-') and not scaled else text

    if not show:
        return number(value.mean)
    ends = (value.lower, value.upper)
    if sign == 'u' and value.mean < 0:
        ends = ends[::-1]
    interval = f'{number(ends[0])} to {number(ends[1])}'
    return interval if show == 'i' else f'{number(value.mean)} ({interval})'
