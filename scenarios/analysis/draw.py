"""Draws one measure of a result folder: its curve by policy, the difference to the baseline, and, of a run with
`output: {strata: [area]}`, that of the last policy by province: draw.py RESULT MEASURE PICTURE [LANGUAGE]

PICTURE ends in .png, .svg or .pdf; LANGUAGE is en or id. Needs python3-matplotlib. Prints the last month as drawn.
"""
import csv
import json
import sys
from pathlib import Path

import matplotlib
matplotlib.use('agg')
import matplotlib.pyplot as plt

if len(sys.argv) not in (4, 5):
    sys.exit(__doc__)
folder, measure, picture, language = Path(sys.argv[1]), sys.argv[2], sys.argv[3], (sys.argv[4:] or ['en'])[0]
words = {row['measure']: row for row in csv.DictReader(open(folder / 'codebook.csv', encoding='utf-8'))}
if measure not in words:
    sys.exit(f'{measure} is not a measure; take one of the first column of {folder}/codebook.csv')
label, unit = words[measure]['label_' + language], words[measure]['unit']
manifest = json.load(open(folder / 'manifest.json', encoding='utf-8'))
policies, baseline, last = manifest['policies'], manifest['policies'][0], manifest['months']


def rows(table, value):
    """(policy, stratum) -> month -> (value, lower, upper); of a sweep the first variant."""
    found = {}
    for row in csv.DictReader(open(folder / table, encoding='utf-8')):
        if row['measure'] == measure and row['variant'] == manifest['variants'][0]:
            at = found.setdefault((row['policy'], row['stratum']), {})
            at[int(row['month'])] = tuple(float(row[name] or 'nan') for name in (value, 'lower', 'upper'))
    return found


def draw(axes, curves, title):
    for (policy, stratum), months in curves.items():
        if stratum == 'all':
            colour = f'C{policies.index(policy)}'
            value, lower, upper = zip(*months.values())
            axes.plot(list(months), value, colour, label=policy)
            axes.fill_between(list(months), lower, upper, color=colour, alpha=0.15)
            print(f'{title}, {policy}, month {last}: ' + ' '.join('%.6g' % v for v in months[last]))
    axes.set(title=title, xlabel=f'month (0: before {manifest["start"]})', ylabel=unit)
    axes.legend(frameon=False, fontsize='small')


def short(area):
    names = area.split()
    return ''.join(name[:1 if len(names) > 2 else 3] for name in names)


def draw_map(axes, levels, differences, policy):
    """Percent of the baseline, so that large and small provinces compare; grey where the interval holds zero."""
    tiles = list(csv.DictReader(open(Path(__file__).parent / 'provinces_as_tiles.csv', encoding='utf-8')))
    change = {}
    for tile in tiles:
        key = 'area:' + tile['area']
        value, lower, upper = differences[policy, key][last]
        base = levels[baseline, key][last][0]
        change[tile['area']] = 100 * value / base if base and (lower > 0 or upper < 0) else None
    most = max([abs(v) for v in change.values() if v is not None], default=1)
    for tile in tiles:
        at, value = (int(tile['column']), -int(tile['row'])), change[tile['area']]
        colour = '#dddddd' if value is None else matplotlib.colormaps['RdBu'](0.5 + 0.4 * value / most)
        axes.add_patch(plt.Rectangle(at, 0.94, 0.94, color=colour))
        words = short(tile['area']) + ('' if value is None else f'\n{value:+.0f}')
        axes.text(at[0] + 0.47, at[1] + 0.47, words, ha='center', va='center', fontsize=5)
    print(f'map, {policy}: {sum(v is not None for v in change.values())} provinces differ')
    axes.set(xlim=(0, 17), ylim=(-6.1, 1), aspect='equal',
             title=f'{policy} against {baseline}, percent; grey: zero is possible')
    axes.axis('off')


levels, differences = rows('curves.csv', 'mean'), rows('comparison.csv', 'difference')
by_area = (policies[-1], 'area:Aceh') in differences
panels = 1 + bool(differences) + by_area
figure, panels = plt.subplots(1, panels, figsize=(6 * panels, 4.5), squeeze=False)
draw(panels[0, 0], levels, label)
if differences:
    draw(panels[0, 1], differences, 'difference to ' + baseline)
if by_area:
    draw_map(panels[0, 2], levels, differences, policies[-1])
figure.suptitle(f'{manifest["question"]}   (bands: 95 % intervals, {manifest["interval"]})')
figure.tight_layout()
figure.savefig(picture, dpi=150)
