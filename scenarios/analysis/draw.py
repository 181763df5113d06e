"""Draws one measure of a result folder: its curve by policy, the difference to the baseline, and, of a run with
`output: {strata: [area]}`, that of the last policy by province: draw.py RESULT MEASURE PICTURE [LANGUAGE]

PICTURE ends in .png, .svg or .pdf; LANGUAGE is en or id. Needs python3-matplotlib. Prints the last month as drawn.
"""
import csv
import sys
from datetime import date
from pathlib import Path

import matplotlib
matplotlib.use('agg')
import matplotlib.pyplot as plt

if len(sys.argv) not in (4, 5):
    sys.exit(__doc__)
folder, measure, picture, language = Path(sys.argv[1]), sys.argv[2], sys.argv[3], (sys.argv[4:] or ['en'])[0]
labels = {row['measure']: row['label_' + language] for row in csv.DictReader(open(folder / 'codebook.csv', encoding='utf-8'))}
if measure not in labels:
    sys.exit(f'{measure} is not a measure; take one of the first column of {folder}/codebook.csv')


def rows(table):
    """Of a sweep those of the first variant."""
    found = [row for row in csv.DictReader(open(folder / table, encoding='utf-8')) if row['measure'] == measure]
    return [row for row in found if row['variant'] == found[0]['variant']]


def number(row, column):
    return float(row[column] or 'nan')


def draw(axes, table, column, title):
    for policy in dict.fromkeys(row['policy'] for row in table):
        line = [row for row in table if row['policy'] == policy and row['split'] == 'all']
        dates, colour = [date.fromisoformat(row['date']) for row in line], f'C{policies.index(policy)}'
        value, lower, upper = ([number(row, part) for row in line] for part in (column, 'lower', 'upper'))
        axes.plot(dates, value, colour, label=policy)
        axes.fill_between(dates, lower, upper, color=colour, alpha=0.15)
        print(f'{title}, {policy}, month {last}: {value[-1]:.6g} {lower[-1]:.6g} {upper[-1]:.6g}')
    axes.set(title=title, ylabel=table[0]['unit'])
    axes.legend(frameon=False, fontsize='small')


def draw_map(axes, policy):
    """Percent of the baseline, so that large and small provinces compare; grey where the interval holds zero."""
    tiles = list(csv.DictReader(open(Path(__file__).parent / 'provinces_as_tiles.csv', encoding='utf-8')))
    base = {row['group']: number(row, 'mean') for row in curves if (row['policy'], row['month']) == (baseline, last)}
    change = {row['group']: 100 * number(row, 'difference') / base[row['group']]
              for row in differences if (row['policy'], row['month']) == (policy, last) and base[row['group']]
              and row['split'] == 'area' and (number(row, 'lower') > 0 or number(row, 'upper') < 0)}
    most = max(map(abs, change.values()), default=1)
    for tile in tiles:
        x, y, area = int(tile['column']), -int(tile['row']), tile['area']
        colour = matplotlib.colormaps['RdBu'](0.5 + 0.4 * change[area] / most) if area in change else '#dddddd'
        axes.add_patch(plt.Rectangle((x, y), 0.94, 0.94, color=colour))
        short = ''.join(name[:1 if area.count(' ') > 1 else 3] for name in area.split())
        axes.text(x + 0.47, y + 0.47, short + (f'\n{change[area]:+.0f}' if area in change else ''), ha='center',
                  va='center', fontsize=5)
    print(f'map, {policy}: {len(change)} provinces differ')
    axes.set(xlim=(0, 17), ylim=(-6.1, 1), aspect='equal', title=f'{policy} against {baseline}, percent; grey: zero is possible')
    axes.axis('off')


curves, differences = rows('curves.csv'), rows('comparison.csv')
policies, last = list(dict.fromkeys(row['policy'] for row in curves)), curves[-1]['month']
baseline, by_area = policies[0], any(row['split'] == 'area' for row in differences)
panels = 1 + bool(differences) + by_area
figure, axes = plt.subplots(1, panels, figsize=(6 * panels, 4.5), squeeze=False)
draw(axes[0, 0], curves, 'mean', labels[measure])
if differences:
    draw(axes[0, 1], differences, 'difference', 'difference to ' + baseline)
if by_area:
    draw_map(axes[0, 2], policies[-1])
figure.suptitle('bands: 95 % intervals, ' + (curves[-1]['interval'] or 'none'))
figure.tight_layout()
figure.savefig(picture, dpi=150)
