"""Sentences that compare: {id} is the value of a figure, {id:low} and {id:high} are the ends of its interval."""
import re

PLACE = re.compile(r'\{([\w.-]+)(?::(low|high))?\}')

CLAIMS = {}


def figures_of(claim):
    return {match[1] for match in PLACE.finditer(claim)}


def held(claim, value_of):
    """(whether it holds, the claim with its figures); an unknown figure holds nothing."""
    def number(match):
        value = value_of(match[1])
        return {'low': value.lower, 'high': value.upper, None: value.mean}[match[2]]

    filled = PLACE.sub(lambda match: f'{number(match):.6g}', claim)
    holds = eval(PLACE.sub(lambda match: f'float("{number(match)!r}")', claim), {'__builtins__': {}},
                 {'abs': abs, 'float': float, 'min': min, 'max': max, 'sum': sum})
    return bool(holds), filled
