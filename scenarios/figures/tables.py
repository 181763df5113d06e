"""Tables that the texts hold, each a function of the results that gives the lines of a Markdown table."""
import math
import re

from results import RATIO_VARIANT, Figure, level, load_points, months_mean, run_of, within, yearly_share
from runs import RATIO, switches
from wording import Value, write


def markdown(head, rows):
    lines = ['| ' + ' | '.join(head) + ' |', '|' + '---|' * len(head)]
    return [re.sub(r'\|  (?=\|)', '| ', line) for line in lines + ['| ' + ' | '.join(row) + ' |' for row in rows]]


def shown(results, figure, form):
    return write(figure.read(results), form)


# workload_curve.yaml ---------------------------------------------------------------------------------------------

CURVE = (('Work against hours', 'workload', 'n2'), ('Sessions cancelled, %', 'sessions_cancelled_share', 'p0'),
         ('Visits per family and month', 'visits_per_household', 'n2'),
         ('Contact hours a month', 'contact_hours_per_household', 'n2'), ('Fatigue', 'fatigue', 'n2'),
         ('Burnt out, %', 'burnt_out_share', 'p0'), ('Turnover, % a year', 'facilitator_turnover', 'p1'),
         ('Vacant posts, %', 'facilitator_vacancy_share', 'p1'))


def knee_table(results):
    def at_end(ratio, variants):
        policy, variant = ('today', variants[0]) if ratio == 300 else ('swept', f'{RATIO_VARIANT}{ratio}')
        return results.value('workload', 'curves.csv', ['mean'], policy=policy, variant=variant, stratum='all',
                             month=120, measure='cumulative_self_reliant')
    variants = [row['variant'] for row in results.table('workload', 'variants.csv')]
    ratios = sorted(r for r, _ in load_points(results, 'workload', 'workload') if r != 75)
    rows = []
    for label, measure, form in CURVE:
        points = dict(load_points(results, 'workload', measure))
        rows.append([label] + [write(Value(points[r]), form) for r in ratios])
    rows.append(['Self-reliant exits, thousand'] + [write(at_end(r, variants), 'k0') for r in ratios])
    return markdown(['Families per facilitator'] + [str(r) for r in ratios], rows)


SESSION_WORTH = 0.2 * 2   # visit hours: world.contact.session_weight, of the two hours of a session
VISIT_HOURS = 0.75        # world.workload.visit
DOSES = (('starting values', 1.8, 1.4), ('a straight line at first (1.1, 1.4)', 1.1, 1.4), ('nearly a threshold (4, 1.4)', 4, 1.4))


def dose_table(results):
    """The dose of the mean contact: `x^h / (x^h + half^h)`."""
    known = {measure: dict(load_points(results, 'workload', measure))
             for measure in ('sessions_cancelled_share', 'attendance', 'visits_per_household')}
    ratios = sorted(r for r in known['attendance'] if r in (50, 100, 150, 200, 300, 400, 500))

    def contact(ratio):
        held = 1 - known['sessions_cancelled_share'][ratio]
        return SESSION_WORTH * held * known['attendance'][ratio] + VISIT_HOURS * known['visits_per_household'][ratio]
    rows = [['Contact, visit hours a month'] + [write(Value(contact(r)), 'n2') for r in ratios]]
    rows += [[f'Dose, {label}'] + [write(Value(1 / (1 + (half / contact(r)) ** steepness) if contact(r) > 0 else 0), 'n2') for r in ratios]
             for label, steepness, half in DOSES]
    return markdown(['Families per facilitator'] + [str(r) for r in ratios], rows)


# caseload_ratios.yaml, becoming_able.yaml ------------------------------------------------------------------------

RATIO_POLICIES = ('1 to 100', '1 to 150', '1 to 200', 'today', '1 to 400', '1 to 500')


def caseload_table(results):
    def row(label, form, figure_of):
        return [label] + [shown(results, figure_of(policy), form) for policy in RATIO_POLICIES]

    def assessed(policy):
        return months_mean('ratios', 'assessed_this_month', policy) / months_mean('ratios', 'active', policy) * 12
    return markdown(['Over ten years'] + ['1:300, today' if p == 'today' else p.replace(' to ', ':') for p in RATIO_POLICIES], [
        row('Self-reliant exits, thousand', 'k0', lambda p: level('ratios', 'cumulative_self_reliant', p)),
        row('of families able from the start', 'k0', lambda p: level('ratios', 'exits_able_at_start', p)),
        row('of families that became able', 'k0', lambda p: level('ratios', 'exits_became_able', p)),
        row('of families that were not able', 'k0', lambda p: level('ratios', 'exits_not_able', p)),
        row('Families that became able, thousand', 'k0', lambda p: level('ratios', 'became_able', p)),
        row('Fell back after leaving, thousand', 'k0', lambda p: level('ratios', 'fell_back', p)),
        row('Premature, % of self-reliant exits', 'p0', lambda p: level('ratios', 'premature_share', p)),
        row('Seen able, % of those assessed that are not', 'p1', lambda p: level('ratios', 'wrongly_seen_able_share', p)),
        row('Assessments of a family in a year', 'n2', assessed)])


def able_table(results):
    rows = []
    for policy in ('today', '1 to 200', '1 to 150', '1 to 100'):
        brings = results.value('able/compared', 'comparison.csv', ['difference', 'lower', 'upper'], policy=policy, month=120,
                               stratum='all', measure='became_able', result='ROOT/able/on')
        rows.append(['today, 1:300' if policy == 'today' else policy.replace(' to ', ':'),
                     shown(results, level('able/on', 'became_able', policy), 'k0w'),
                     shown(results, level('able/off', 'became_able', policy), 'k0w'), write(brings, '+k0w')])
    return markdown(['Caseload', 'Families that become able, thousand', 'without mentoring', 'through mentoring'], rows)


# Mechanisms ------------------------------------------------------------------------------------------------------

def mechanisms_table(results):
    measures = ('cumulative_self_reliant', 'premature_exit', 'sustained_self_reliant')

    def row(switch, measure):
        return results.row('mechanisms/compared', 'comparison.csv', stratum='all', month=120, measure=measure,
                           result=f'ROOT/mechanisms/{switch}')
    rows, nothing = [], []
    for switch in switches():
        cells = [Value(*(float(row(switch, m)[c] or 'nan') for c in ('difference', 'lower', 'upper'))) for m in measures]
        name = switch.removesuffix('.on')
        if all(c.mean == 0 for c in cells):
            nothing.append(f'`{name}`')
        else:
            rows.append([name] + [write(c, '+k1w') for c in cells] + [row(switch, measures[0])['pairing']])
    table = markdown(['Off', 'Self-reliant', 'Premature', 'Sustained', ''], rows)
    return table + ['', f'Nothing changes without {", ".join(nothing)}.'] if nothing else table


# Attribution -----------------------------------------------------------------------------------------------------

def attribution_table(results):
    answers = ('today', '1 to 150', '1 to 100')

    def whole(policy, row):
        return write(results.value('attribution', 'attribution.csv', ['value'], policy=policy, row=row), 'k0')

    def group(policy, name, columns, form):
        return write(results.value('attribution', 'attribution.csv', columns, policy=policy, row='group', group=name), form)
    head = ['Group', f'Today, {whole("today", "everything")} with everything on, {whole("today", "nothing")} with all off', 'Last']
    for policy in answers[1:]:
        head += [f'{policy.replace(" to ", ":")} less today, {whole(policy, "everything")} and {whole(policy, "nothing")}', 'Last']
    order = [row for row in results.table('attribution', 'attribution.csv') if row['policy'] == 'today' and row['row'] == 'group']
    order.sort(key=lambda row: -float(row['value']))
    rows = []
    for row in order:
        cells = [row['group'] + (' *' if row['same_first_day'] == 'false' else '')]
        for policy in answers:
            cells += [group(policy, row['group'], ['value', 'lower', 'upper'], '+k1w'), group(policy, row['group'], ['last'], '+k0')]
        rows.append(cells)
    return markdown(head, rows)


# Costs, and what moves the answer --------------------------------------------------------------------------------

def costs_table(results):
    def cost(policy, columns):
        return results.value('uncertainty', 'cost.csv', columns, policy=policy, variant='base', perspective='programme', item='total')
    rows = [['today, 1:300', write(cost('today', ['mean']), 't0'), '', '']]
    for policy in ('1 to 200', '1 to 150', '1 to 100'):
        rows.append([policy.replace(' to ', ':'), write(cost(policy, ['mean']), 't0'),
                     write(cost(policy, ['difference', 'difference_lower', 'difference_upper']), 't1w'),
                     further_exit(results, 'uncertainty', policy)])
    return markdown(['Policy', 'Programme cost, trillion', 'More than today, trillion',
                     'Each further sustained exit, million, over the policy above'], rows)


def further_exit(results, folder, policy, form='m0w'):
    row = results.row(folder, 'value.csv', variant='base', perspective='programme', policy=policy)
    if row['standing'] != 'frontier':
        return {'extended_dominated': 'dominated by a mixture'}.get(row['standing'], row['standing'])
    columns = ['incremental_ratio', 'incremental_ratio_lower', 'incremental_ratio_upper']
    ratio = Value(*(float(row[c] or 'nan') for c in columns))
    return 'more exits not sure' if math.isnan(ratio.mean) else write(ratio, form)


def sensitivity_table(results):
    rows = []
    for row in results.table('uncertainty', 'sensitivity.csv')[:10]:
        ends = [f'{float(row[c]):.2g}' for c in ('low', 'high')]
        answer = [write(Value(float(row[c])), 'k0') for c in ('answer_low', 'answer_high')]
        rows.append([f'`{row["path"]}`', *ends, ' to '.join(answer), re.split(r'[,:;(]', row['source'])[0].strip()])
    return markdown(['Parameter', 'From', 'To', 'Answer, thousand', 'What is known'], rows)


# The policy note -------------------------------------------------------------------------------------------------

def note_table(results):
    more = ('1 to 200', '1 to 150', '1 to 100')

    def level(measure, month, form='k0'):
        return [write(results.value('ratios', 'curves.csv', ['mean'], policy=p, variant='base', stratum='all', month=month,
                                    measure=measure), form) for p in ('today', *more)]

    def difference(folder, policy, measure='cumulative_self_reliant'):
        return results.value(folder, 'comparison.csv', ['difference', 'lower', 'upper'], policy=policy, variant='base',
                             stratum='all', month=120, measure=measure)

    cost = [write(results.value('ratios', 'cost.csv', ['mean'], policy=p, variant='base', perspective='programme', item='total'), 't1')
            for p in ('today', *more)]
    return markdown(['', 'today (1:300)', '1:200', '1:150', '1:100'], [
        ['Self-reliant exits after 5 years, thousand', *level('cumulative_self_reliant', 60)],
        ['after 10 years', *level('cumulative_self_reliant', 120)],
        ['lasting two years or more', *level('sustained_self_reliant', 120)],
        ['More than today after 10 years, by chance', '', *(write(difference('ratios', p), '+k0w') for p in more)],
        ['the same, everything uncertain drawn', '', *(write(difference('uncertainty', p), '+k0w') for p in more)],
        ['Premature, % of all exits', *level('premature_share', 120, 'p0')],
        ['Families that became able, thousand', *level('became_able', 120)],
        ['More of them than today, everything uncertain drawn', '', *(write(difference('uncertainty', p, 'became_able'), '+k0w') for p in more)],
        ['Programme cost, trillion rupiah of 2025, discounted', *cost],
        ['A further lasting exit, million, over the column before', '', *(further_exit(results, 'ratios', p, 'm0') for p in more)],
        ['the same, everything uncertain drawn', '', *(further_exit(results, 'uncertainty', p) for p in more)]])


# optimise, full_package.yaml -------------------------------------------------------------------------------------

def optimum_table(results):
    points = results.table('optimum', 'frontier.csv')
    rows = [['Families per facilitator'], ['Sustained exits, thousand'], ['Against today, thousand'],
            ['Wages for each further exit since the column before, million rupiah']]
    before = None
    for point in points:
        known = {c: float(point[c] or 'nan') for c in (RATIO, 'gain', 'more_gain', 'more_gain_lower', 'more_gain_upper', 'cost')}
        rows[0].append(write(Value(known[RATIO]), 'n0'))
        rows[1].append(write(Value(known['gain']), 'k0'))
        rows[2].append(write(Value(*(known[c] for c in ('more_gain', 'more_gain_lower', 'more_gain_upper'))), '+k0w'))
        gain = known['gain'] - before['gain'] if before else math.nan
        rows[3].append(write(Value((known['cost'] - before['cost']) / gain), 'm0') if before and gain else '')
        before = known
    return markdown(["Times today's wages"] + [f'{float(p["multiple"]):g}' for p in points], rows)


def package_table(results):
    def cell(policy, month):
        return ', '.join(write(results.value('package', 'curves.csv', ['mean'], policy=policy, month=month, stratum='all',
                                             measure='poor_share', variant=f'structure={s}'), 'p1')
                         for s in ('concave', 'threshold'))
    policies = ('control', 'asset alone', 'visits alone', 'full package')
    return markdown(['Months'] + [p.capitalize() for p in policies],
                    [[str(m)] + [cell(p, m) for p in policies] for m in (12, 24, 36, 84)])


def grant_table(results):
    """What a grant to everybody leaves behind."""
    months = (12, 24, 48, 96)

    def value(measure, month, policy='a grant'):
        return results.value('grant', 'curves.csv', ['mean'], policy=policy, month=month, stratum='all',
                             measure=measure, variant='base')

    def row(name, measure, form, of=lambda grant, none: grant - none):
        return [name] + [write(Value(of(value(measure, m).mean, value(measure, m, 'no grant').mean)), form)
                         for m in months]
    return markdown(['Months', *map(str, months)], [
        row('Spending per person, percent more', 'mean_spending', '+p1', lambda grant, none: grant / none - 1),
        row('Assets, line-months more', 'assets', '+n2'),
        row('Families with a business, percent', 'enterprise_share', 'p0', lambda grant, none: grant),
        row('the same without the grant', 'enterprise_share', 'p0', lambda grant, none: none),
        row('Poverty rate, percentage points', 'poor_share', '+p1'),
        row('More that became able, thousand', 'became_able', 'k0')])


# history_2017_2025.yaml ------------------------------------------------------------------------------------------

# What was published of 2017 to 2025, thousand, and whether it may be fitted or is kept for testing (nothing was fitted).
# Months count from the start of the run, 2016-01; `kinds`: exits that are added up; none: active families.
NATURAL, SELF_RELIANT = 'cumulative_natural_exit', 'cumulative_self_reliant'
HISTORY = {
    'all_2017': ('2017, both kinds', 12, 24, 1, (NATURAL, SELF_RELIANT), 230, 'kept for testing'),
    'all_2018': ('2018, both kinds', 24, 36, 1, (NATURAL, SELF_RELIANT), 622, 'may be fitted'),
    'families': ('Families before April 2020', 51, 51, 1, (), 9200, 'kept for testing'),
    'natural_2020': ('2020, 11 months, natural', 48, 59, 1, (NATURAL,), 838, 'may be fitted'),
    'self_2020': ('2020, 11 months, self-reliant', 48, 59, 1, (SELF_RELIANT,), 342, 'kept for testing'),
    'early_2020': ('2020, both kinds, a month to August', 48, 56, 8, (NATURAL, SELF_RELIANT), 89, 'kept for testing'),
    'late_2020': ('2020, both kinds, a month from September to November', 56, 59, 3, (NATURAL, SELF_RELIANT), 156,
                  'kept for testing'),
    'self_2025': ('2025, 10 months, self-reliant: one reading of 77,000', 108, 118, 1, (SELF_RELIANT,), 77,
                  'kept for testing'),
    'all_2025': ('2025, 10 months, both kinds: the other', 108, 118, 1, (NATURAL, SELF_RELIANT), 77, 'kept for testing'),
}


def by_draw(results, measures):
    """{draw: {(measure, month): value}} of the history's baseline."""
    draws = {}
    for row in results.table('history', 'replicates.csv'):
        # Twins, which say how much is luck, have no replicate.
        told = row['replicate'] and row['value'] and row['measure'] in measures
        if told and row['policy'] == 'as it happened' and row['stratum'] == 'all':
            draws.setdefault((row['draw'], row['replicate']), {})[row['measure'], int(row['month'])] = float(row['value'])
    return list(draws.values())


def history_value(draws, first, last, months, kinds):
    """Mean over draws, the least and the most: a further one lies between them in n - 1 of n + 1 cases."""
    values = [sum(draw[kind, last] - draw[kind, first] for kind in kinds) / months if kinds else draw['active', last]
              for draw in draws]
    return Value(sum(values) / len(values), min(values), max(values))


def history_draws(results):
    return by_draw(results, {NATURAL, SELF_RELIANT, 'active'})


def history_figure(key):
    """A row of the history as a figure."""
    return Figure(f'history/replicates.csv: {HISTORY[key][0]}, mean over draws with the least and the most', run_of('history'),
                  lambda results: history_value(history_draws(results), *HISTORY[key][1:5]))


def history_table(results):
    draws = history_draws(results)
    rows = []
    for label, first, last, months, kinds, published, role in HISTORY.values():
        found = history_value(draws, first, last, months, kinds)
        inside = found.lower <= published * 1000 <= found.upper
        rows.append([label, f'{published:,}', write(found, 'k0w'),
                     write(Value(found.mean / (published * 1000) - 1), '+p0') + ' %', 'yes' if inside else '**no**', role])
    return markdown(['What, thousand', 'Published', f'Simulated (least to most of {len(draws)} draws)', 'Error', 'Inside', 'Role'], rows)


# evidence --------------------------------------------------------------------------------------------------------

def verdicts(verdict):
    """Findings held out that come out as `verdict`; a finding counts once, by its worst row."""
    worst = ('reproduced', 'too vague', 'not reproduced')

    def read(results):
        findings = {}
        for row in results.table('evidence', 'evidence.csv'):
            if row['role'] == 'validation':
                findings[row['finding']] = max(findings.get(row['finding'], 0), worst.index(row['verdict']))
        return Value(sum(1 for v in findings.values() if worst[v] == verdict))
    return Figure(f'evidence/evidence.csv: findings held out that are {verdict}', run_of('evidence'), read)


UNITS = {'percent': '%', 'share': '%', 'control_sd': 'SD', 'points': 'points'}


def simulated(row):
    if not row['simulated']:
        return ''
    ends = [f'{float(row[c]):.3g}' for c in ('simulated', 'lower', 'upper')]
    return f'{ends[0]} ({ends[1]} to {ends[2]}) {UNITS[row["unit"]]}'


def evidence_table(results):
    rows, finding = [], ''
    for row in results.table('evidence', 'evidence.csv'):
        if row['role'] != 'validation':
            continue
        if row['finding'] != finding:
            finding = row['finding']
            rows.append(['', f'*{finding}*', '', '', '', ''])
        verdict = row['verdict'] if row['verdict'] == 'reproduced' else f'**{row["verdict"]}**'
        rows.append([row['id'], row['outcome'], row['published'], simulated(row), verdict,
                     '' if row['verdict'] == 'reproduced' else row['why']])
    return markdown(['Row', 'Outcome', 'Published', 'Simulated, 90 % of draws', 'Verdict', 'Why'], rows)


def constraints_table(results):
    rows = []
    for row in results.table('evidence', 'evidence.csv'):
        if row['role'] == 'constraint':
            would = re.match(r'would be (reproduced|not reproduced|too vague)', row['why'])
            rows.append([row['id'], f'{row["finding"].split(" ", 1)[1]}: {row["outcome"]}', row['published'], simulated(row),
                         would[1] if would else row['why']])
    return markdown(['Row', 'Outcome', 'Published', 'Simulated, 90 % of draws', 'Would be'], rows)


# The baseline against public figures -----------------------------------------------------------------------------

def of_structure(run):
    """Rows (figure, published, its middle, its ends, format, used for tuning) under one structure of assets."""
    today = f'baseline/{run}-today'
    burnt_out, turnover = months_mean(today, 'burnt_out_share'), months_mean(today, 'facilitator_turnover')
    return (
        ('Natural exit, % a year, ten years', '5 to 8', 0.065, (0.05, 0.08), 'p2', yearly_share(today, 'cumulative_natural_exit'),
         'checked after the join'),
        ('Self-reliant exit, % a year, ten years', '1 to 2', 0.015, (0.01, 0.02), 'p2', yearly_share(today, 'cumulative_self_reliant'),
         'yes: `world.assessment.reluctance`'),
        ('Mean benefit, million rupiah a year', '2.6 to 3.0', 2.8e6, (2.6e6, 3e6), 'm2', level(today, 'benefit_mean_rupiah_year', month=0),
         'checked after the join'),
        ('Elasticity of self-reliant exits, 1:250 to 1:100', '0.1 to 0.4 (E084: 0.23)', 0.23, (0.1, 0.4), 'n3',
         elasticity(run), 'no: what E084 varied is another thing'),
        ('Clearly able families that agree to leave', '0.6 to 0.85 (S168d: 0.70)', 0.70, (0.6, 0.85), 'n3', level(today, 'agree_share'),
         'parts: `world.leaving.base`'),
        ('Beneficiaries outside the poorest covered share', '0.3 to 0.5', 0.4, (0.3, 0.5), 'n3', level(today, 'outside_poorest_share', month=0),
         'yes: `population.spending.score_sd`'),
        ('Attendance, first year', '0.65 to 0.75, an assumption', 0.70, (0.65, 0.75), 'n3', level(today, 'attendance', month=12), 'parts'),
        ('Families per facilitator, first month', '200 to 540, mean about 300', 300, (200, 540), 'n0',
         level(today, 'active', month=1) / level(today, 'facilitators', month=1), 'set: 1:300, spread by D00'),
        ('Facilitators who leave, a year', '0.02 to 0.10 (two districts 0.025)', 0.06, (0.02, 0.10), 'n3', turnover, 'parts'),
        ('Facilitators burnt out (E121)', '0.13 to 0.27', 0.20, (0.13, 0.27), 'n3', burnt_out, 'parts, at full load'))


def elasticity(run):
    exits = {ratio: level(f'baseline/{run}-trial', 'cumulative_self_reliant', f'1 to {ratio}', month=72) for ratio in (250, 100)}

    def read(results):
        few, many = (exits[ratio].read(results).mean for ratio in (250, 100))
        return Value(math.log(many / few) / math.log(2.5) if few > 0 and many > 0 else math.nan)
    return Figure(f'baseline/{run}: elasticity', run_of('baseline'), read)


PANEL = (('E144', 'Surveyed poor who are poor again after two years', 28), ('E145', 'Others who have become poor by then', 7),
         ('E148', 'Three poorest tenths that moved up', 28), ('E149', 'Six richest tenths that moved down', 13))


def error(found, middle, ends=None):
    text = f'{write(Value(found / middle - 1), "+p0")} %'
    if ends and ends[0] <= found <= ends[1]:
        return f'{text}, inside'
    if ends is None and abs(found / middle - 1) < 0.2:
        return text
    return f'**{text}**' + (', outside' if ends else '')


def baseline_table(results):
    rows = []
    for concave, threshold in zip(of_structure('concave'), of_structure('threshold')):
        label, published, middle, ends, form, figure, tuning = concave
        found = figure.read(results)
        rows.append([label, published, write(found, form), shown(results, threshold[5], form), error(found.mean, middle, ends), tuning])
    for row_id, label, published in PANEL:
        found = results.value('baseline/panel', 'evidence.csv', ['simulated'], id=row_id)
        rows.append([f'{label} ({row_id})', f'{published} %', write(found, 'n1'), '', error(found.mean, published), 'no'])
    return markdown(['Figure', 'Published', 'Concave', 'Threshold', 'Error', 'Used for tuning'], rows)


TABLES = {   # name: (runs, table)
    'knee': (('workload',), knee_table),
    'dose': (('workload',), dose_table),
    'caseload': (('ratios',), caseload_table),
    'able': (('able',), able_table),
    'mechanisms': (('mechanisms',), mechanisms_table),
    'attribution': (('attribution',), attribution_table),
    'costs': (('uncertainty',), costs_table),
    'sensitivity': (('uncertainty',), sensitivity_table),
    'note': (('ratios', 'uncertainty'), note_table),
    'optimum': (('optimum',), optimum_table),
    'package': (('package',), package_table),
    'grant': (('grant',), grant_table),
    'history': (('history',), history_table),
    'evidence': (('evidence',), evidence_table),
    'constraints': (('evidence',), constraints_table),
    'baseline': (('baseline',), baseline_table),
}
