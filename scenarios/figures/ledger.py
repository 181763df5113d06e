"""Every figure and every claim of the texts, once. Adding one: a line here, a mark in the text, `--only RUN`."""
from results import between, cell, count, knee, level, months_mean, more, said, within, yearly_share
from runs import RATIO
from tables import history_figure, verdicts

SELF = 'cumulative_self_reliant'
NATURAL = 'cumulative_natural_exit'
LASTING = 'sustained_self_reliant'
PREMATURE = 'premature_exit'
POOREST, RICHEST = 'welfare_fifth:1', 'welfare_fifth:5'
PAID = 'a million for each exit'
WOMEN, MEN = 'sex_of_head:female', 'sex_of_head:male'
SMALLER, LARGER = (200, 150, 100), (400, 500)
RATIOS = (*SMALLER, *LARGER)
QUARTERLY, FILLED = 'deciles one to four, checked every quarter', 'ten exits a facilitator, places filled again'
PACE, RELUCTANCE = 'policy.assessment.gap', 'world.assessment.reluctance'


def cost(folder, item, policy='today', perspective='programme', columns='mean lower upper'):
    return cell(folder, 'cost.csv', columns, policy=policy, perspective=perspective, item=item, variant='base')


def more_cost(folder, item, policy, perspective='programme'):
    return cost(folder, item, policy, perspective, 'difference difference_lower difference_upper')


def best(policy, million):
    """How probable it is that a policy is best when a sustained exit is worth so much."""
    return cell('uncertainty', 'acceptability.csv', 'probability_best', variant='base', perspective='programme',
                threshold=f'{million * 1e6:.0f}' if million else '0', policy=policy)


def knowing(path, million):
    return cell('uncertainty', 'information.csv', 'value', variant='base', perspective='programme',
                threshold=f'{million * 1e6:.0f}', path=path)


def shapley(group, policy='today', columns='value lower upper'):
    return cell('attribution', 'attribution.csv', columns, policy=policy, row='group', group=group)


def swing(path, column):
    return cell('uncertainty', 'sensitivity.csv', column, path=path)


def swept(ratio):
    return dict(policy='swept', variant=f'households_per_facilitator={ratio}')


FIRST = dict(variant='households_per_facilitator=50')   # today is the same in each


def compared(switch, measure=SELF):
    return cell('mechanisms/compared', 'comparison.csv', 'difference lower upper', stratum='all', month=120,
                measure=measure, result=f'ROOT/mechanisms/{switch}')


def brought(policy):
    """Families that become able through mentoring, where nobody leaves."""
    return cell('able/compared', 'comparison.csv', 'difference lower upper', policy=policy, month=120, stratum='all',
                measure='became_able', result='ROOT/able/on')


def answered(folder, figure, policy, variant='base'):
    """A figure of the first lines."""
    return cell(folder, 'answer.csv', 'mean lower upper', policy=policy, figure=figure, variant=variant, stratum='all')


FIGURES = {
    'today.exits': level('ratios', SELF),
    'today.natural': level('ratios', NATURAL),
    'today.rate': yearly_share('ratios', SELF),
    'today.natural_rate': yearly_share('ratios', NATURAL),
    'today.natural_rate_first': yearly_share('ratios', NATURAL, years=range(1)),
    'today.premature': level('ratios', 'premature_share'),
    'today.fell_back': level('ratios', 'fell_back'),
    'today.left_poor': level('ratios', 'left_poor'),
    'today.assessed': months_mean('ratios', 'assessed_this_month') / months_mean('ratios', 'active') * 12,
    '150.assessed': months_mean('ratios', 'assessed_this_month', '1 to 150') / months_mean('ratios', 'active', '1 to 150') * 12,
    'grant.assets_2': between('grant', 'assets', 'a grant', 'no grant', month=2),
    'grant.assets_48': between('grant', 'assets', 'a grant', 'no grant', month=48),
    'grant.assets_96': between('grant', 'assets', 'a grant', 'no grant', month=96),
    'grant.spending_24': between('grant', 'mean_spending', 'a grant', 'no grant', month=24),
    'grant.spending_48': between('grant', 'mean_spending', 'a grant', 'no grant', month=48),
    'grant.spending_96': between('grant', 'mean_spending', 'a grant', 'no grant', month=96),
    'frozen.exits': level('frozen', SELF),
    'frozen.share': level('frozen', SELF) / level('ratios', SELF),
    'frozen.fell_back': level('frozen', 'fell_back'),
    'frozen.became_able': level('frozen', 'became_able'),
    'today.became_able': level('ratios', 'became_able'),
    'today.exits_became_able': level('ratios', 'exits_became_able'),
    'today.exits_able': level('ratios', 'exits_able_at_start'),
    'today.exits_not_able': level('ratios', 'exits_not_able'),
    'today.able_start': level('ratios', 'able_share', month=0),
    'today.able_end': level('ratios', 'able_share'),
    'today.active': level('ratios', 'active'),
    'today.poor_start': level('ratios', 'poor_share', month=0),
    'today.poor_end': level('ratios', 'poor_share'),
    'today.children': level('ratios', 'children_out_of_school'),
    'able.today': brought('today'),
    'able.100': brought('1 to 100'),
    'able.alone': level('able/off', 'became_able'),

    'evening.half': more('evening', SELF, 'half in the evening'),
    'evening.all': more('evening', SELF, 'all in the evening'),
    'strengths.today': more('strengths', SELF, 'strengths-based'),
    'strengths.150': level('strengths', SELF, 'strengths-based, 1 to 150') - level('ratios', SELF, '1 to 150'),
    'competence.today': more('competence', SELF, 'refreshers'),
    'competence.premature': level('competence', 'premature_share', 'refreshers'),
    'competence.150': between('competence', SELF, 'refreshers at 1 to 150', '1 to 150'),
    'resources.full': more('resources', SELF, 'full resources'),
    'resources.half': more('resources', SELF, 'half resources'),
    'resources.150': between('resources', SELF, 'full resources at 1 to 150', '1 to 150'),
    'registry.rare': more('registry', SELF, 'checks every three years'),
    'registry.rare_natural': more('registry', NATURAL, 'checks every three years'),
    'registry.struck': more('registry', SELF, 'a tenth struck off each year'),
    'cards.own': more('cards', SELF, 'own card enforced'),
    'cards.held': level('cards', 'card_held_by_other_share', month=120),
    'cards.levies': level('cards', 'levy_rupiah', month=120),
    'cards.audit_held': level('cards', 'card_held_by_other_share', 'an audit a year'),
    'cards.audit_levies': level('cards', 'levy_rupiah', 'an audit a year') / level('cards', 'levy_rupiah'),
    'cards.own_levies': level('cards', 'levy_rupiah', 'own card enforced') / level('cards', 'levy_rupiah'),
    'cards.printed_levies': level('cards', 'levy_rupiah', 'entitlement printed') / level('cards', 'levy_rupiah'),
    'cards.lessons_levies': level('cards', 'levy_rupiah', 'a third of sessions on cards') / level('cards', 'levy_rupiah'),
    'partners.places': more('partners', SELF, 'ten times the places'),
    'partners.joint': more('partners', SELF, 'joint plans and supervision'),
    'partners.joint_100': between('partners', SELF, 'joint plans and supervision at 1 to 100', '1 to 100'),
    'partners.grants': more('partners', SELF, 'grants for a tenth of families each year'),
    'labelling.all': more('labelling', SELF, 'all labelled'),
    'labelling.premature': level('labelling', 'premature_share', 'all labelled'),
    'limit.five': more('limit', SELF, 'five years'),
    'limit.natural': more('limit', NATURAL, 'five years'),
    'limit.taken_off': level('limit', 'cumulative_time_limit', 'five years'),
    'targets.announced': more('targets', SELF, 'announced'),
    'targets.enforced': more('targets', SELF, 'enforced'),
    'targets.announced_premature': level('targets', 'premature_share', 'announced'),
    'targets.enforced_premature': level('targets', 'premature_share', 'enforced'),
    'support.bonus': more('support', SELF, 'bonus of two months'),
    'support.promise': more('support', SELF, 'promised return'),
    'support.both': more('support', SELF, 'both'),
    'support.premature': level('support', 'premature_share', 'both'),
    'priors.exits': level('priors', SELF),
    'priors.natural': level('priors', NATURAL),
    'spread.loss': (level('spread', SELF, variant='caseload_spread=0') - level('spread', SELF, variant='caseload_spread=0.31'))
    / level('spread', SELF, variant='caseload_spread=0'),
    'spread.burnt_out': months_mean('spread', 'burnt_out_share', variant='caseload_spread=0.31'),
    'spread.burnt_out_without': months_mean('spread', 'burnt_out_share', variant='caseload_spread=0'),
    'spread.150': more('spread', SELF, '1 to 150', variant='caseload_spread=0.31'),
    'spread.150_without': more('spread', SELF, '1 to 150', variant='caseload_spread=0'),

    'knee.today': knee('workload'),
    'knee.reserve_quarter': knee('knee/reserve-0.25'),
    'knee.reserve_none': knee('knee/reserve-0'),
    'knee.hours_140': knee('knee/hours-140'),
    'knee.hours_173': knee('knee/hours-173'),
    'knee.contact_150': months_mean('workload', 'contact_hours_per_household', **swept(150)),
    'knee.contact_300': months_mean('workload', 'contact_hours_per_household', **FIRST),
    'knee.contact_350': months_mean('workload', 'contact_hours_per_household', **swept(350)),

    'mechanisms.earnings': compared('earnings.on'),
    'mechanisms.growth': compared('growth.on'),
    'mechanisms.life': compared('life_cycle.on'),
    'mechanisms.contact': compared('contact.on') / level('mechanisms/everything-on', SELF),
    'mechanisms.hours': compared('workload.on'),
    'mechanisms.skills': compared('skills.on') / level('mechanisms/everything-on', SELF),
    'mechanisms.registry': yearly_share('mechanisms/everything-on', 'cumulative_removal'),
    'mechanisms.assessment': compared('assessment.on'),
    'mechanisms.benefit': compared('money.benefit_on'),
    'mechanisms.confidence': compared('self_confidence.on'),
    'mechanisms.partners': compared('partners.on'),
    'mechanisms.access': compared('access.on'),
    'mechanisms.cards': compared('card_custody.on'),
    'mechanisms.leaving': compared('leaving.on'),
    'mechanisms.clocks': compared('member_clocks.on'),
    'mechanisms.natural': compared('natural_exit.on'),

    'uncertain.middle': swing(PACE, 'answer_middle'),
    'uncertain.pace_low': swing(PACE, 'answer_low'),
    'uncertain.pace_high': swing(PACE, 'answer_high'),
    'uncertain.sd': cell('uncertainty', 'comparison.csv', 'sd_parameters', policy='1 to 100', measure=SELF, month=120,
                         stratum='all', variant='base'),
    'uncertain.sd_chance': cell('uncertainty', 'comparison.csv', 'sd_chance', policy='1 to 100', measure=SELF,
                                month=120, stratum='all', variant='base'),
    'uncertain.everything_50': knowing('everything', 50),
    'uncertain.pace_50': knowing(PACE, 50),

    'cost.150.wages': more_cost('uncertainty', 'wages', '1 to 150'),
    'cost.150.visits': more_cost('uncertainty', 'visits', '1 to 150'),
    'cost.150.benefits_saved': cost('uncertainty', 'benefits_saved', '1 to 150'),
    'cost.150.extra': cost('uncertainty', 'extra_cost', '1 to 150'),
    'cost.150.society': more_cost('uncertainty', 'total', '1 to 150', 'society'),
    'cost.today.exit': cost('ratios', 'cost_per_sustained'),
    'cost.150.exit': cost('ratios', 'cost_per_sustained', '1 to 150'),
    'cost.150.more': more_cost('ratios', 'total', '1 to 150'),
    'cost.today.undiscounted': level('ratios', 'cumulative_programme_cost_rupiah'),
    'cost.first_year': level('ratios', 'cumulative_programme_cost_rupiah', month=12),
    'cost.first_year_wages': level('ratios', 'cumulative_wage_bill_rupiah', month=12),
    'closed.150.more': more_cost('closed', 'total', '1 to 150'),
    'closed.exits': level('closed', SELF),
    'closed.active': level('closed', 'active'),

    'attribution.benefit': shapley('benefit and saving'),
    'attribution.records': shapley('records and time limit'),
    'attribution.assessment_last': shapley('assessment and targets', columns='last'),
    'attribution.benefit_last': shapley('benefit and saving', columns='last'),
    'attribution.life_last': shapley('life cycle', columns='last'),
    'attribution.nothing': cell('attribution', 'attribution.csv', 'value lower upper', policy='today', row='nothing'),
    'attribution.150': cell('attribution', 'attribution.csv', 'value lower upper', policy='1 to 150', row='everything'),
    'attribution.100': cell('attribution', 'attribution.csv', 'value lower upper', policy='1 to 100', row='everything'),
    'attribution.mentoring': shapley('mentoring, confidence, peers'),
    'attribution.100.hours': shapley('workload and turnover', '1 to 100'),
    'attribution.100.assessment': shapley('assessment and targets', '1 to 100'),
    'attribution.100.skills': shapley('skills and opportunities', '1 to 100'),
    'attribution.100.mentoring': shapley('mentoring, confidence, peers', '1 to 100'),
    'attribution.150.mentoring_alone': shapley('mentoring, confidence, peers', '1 to 150', 'alone'),
    'attribution.150.hours_alone': shapley('workload and turnover', '1 to 150', 'alone'),

    'optimum.luck': cell('optimum', 'optimum.csv', 'more_gain more_gain_lower more_gain_upper', row='optimum'),
    'optimum.fresh': cell('optimum', 'optimum.csv', 'more_gain more_gain_lower more_gain_upper', row='other luck'),
    'optimum.best': cell('optimum', 'optimum.csv', RATIO, row='optimum'),

    'training.150': more('training', LASTING, '1 to 150'),
    'training.200': more('training', LASTING, '1 to 200'),
    'training.200t': more('training', LASTING, '1 to 200 with training'),
    'training.competence': between('training', 'competence', '1 to 200 with training', '1 to 200'),
    'training.200.cost': more_cost('training', 'total', '1 to 200'),
    'training.200t.cost': more_cost('training', 'total', '1 to 200 with training'),
    'training.150.cost': more_cost('training', 'total', '1 to 150'),
    'training.150t.cost': more_cost('training', 'total', '1 to 150 with training'),

    'allotment.gain': said('allotment', 'other_luck', 'more_gain'),
    'allotment.low': count('allotment', 'allotment.csv', 'below 299 families for each facilitator',
                           lambda row: float(row['families_per_facilitator']) < 299),

    'limit.back': level('limit', 'left_poor', 'five years') + level('limit', 'fell_back', 'five years'),
    'limit.back_today': level('limit', 'left_poor') + level('limit', 'fell_back'),
    'limit.back_all': level('limit', 'left_poor', 'five years for all') + level('limit', 'fell_back', 'five years for all'),
    'limit.not_able': answered('limit', 'taken_off_not_able_share', 'five years'),
    'limit.cost': level('limit', 'cumulative_programme_cost_rupiah', 'five years'),
    'limit.cost_all': level('limit', 'cumulative_programme_cost_rupiah', 'five years for all'),
    'limit.promise': more('limit', SELF, 'five years and a promised return'),

    'history.rate_2022': (within('history', SELF, 'as it happened', 72, 108) / level('history', 'active', 'as it happened', month=72)) / 3,

    'evidence.reproduced': verdicts('reproduced'),
    'evidence.not': verdicts('not reproduced'),
    'evidence.vague': verdicts('too vague'),

    'ten.share': answered('ten', 'target_share', 'ten a year'),
    'ten.years': answered('ten', 'target_years_reached', 'ten a year'),
    'ten.premature': answered('ten', 'premature_share', 'ten a year'),
    'ten.more': answered('ten', 'self_reliant_exits', 'ten a year'),
    'ten.never_able': answered('ten', 'exits_never_able', 'ten a year'),
    'ten.enforced_premature': answered('ten', 'premature_share', 'ten a year, enforced'),
    'deciles.off': answered('deciles', 'taken_off', QUARTERLY),
    'deciles.not_able': answered('deciles', 'taken_off_not_able_share', QUARTERLY),
    'deciles.rarely': answered('deciles', 'taken_off', 'deciles one to four, checked every three years'),
    'deciles.cost': answered('deciles', 'programme_cost', QUARTERLY),
    'assessed.off': answered('assessed', 'taken_off', 'assessed after five years'),
    'assessed.not_able': answered('assessed', 'taken_off_not_able_share', 'assessed after five years'),
    'assessed.expelled': answered('assessed', 'taken_off', 'taken off after five years'),
    'assessed.expelled_not_able': answered('assessed', 'taken_off_not_able_share', 'taken off after five years'),
    'pena.able': answered('pena', 'became_able', 'near-ready families'),
    'pena.more': answered('pena', 'self_reliant_exits', 'near-ready families'),
    'pena.cost': answered('pena', 'programme_cost', 'near-ready families'),
    'pena.any': answered('pena', 'became_able', 'any family'),
    'modules.twice': answered('modules', 'became_able', 'twice a month'),
    'modules.four': answered('modules', 'became_able', 'all four'),
    'modules.four_twice': answered('modules', 'became_able', 'all four, twice a month'),
    'more.able': answered('more', 'became_able', 'everywhere alike'),
    'more.able_crowded': answered('more', 'became_able', 'to crowded districts'),
    'more.able_east': answered('more', 'became_able', 'to Maluku and Papua'),
    'net.first': cost('net', 'saved_on_first_day', FILLED),
    'net.entered': cost('net', 'saved_on_entered', FILLED),
    'net.net': cost('net', 'net_saving', FILLED),
    'net.free': cost('net', 'net_saving', 'ten exits a facilitator, places stay free'),
    'islands.able': answered('islands', 'became_able', 'by island'),
    'islands.more': answered('islands', 'self_reliant_exits', 'by island'),

    'staff.supervision': more('staff', SELF, 'supervision'),
    'staff.recruits': more('staff', SELF, 'better recruits'),
    'staff.pay': more('staff', SELF, PAID),
    'staff.pay_premature': level('staff', 'premature_share', PAID),
    'staff.today_premature': level('staff', 'premature_share'),
    'approvals.six': more('approvals', SELF, 'six months'),
    'approvals.twelve': more('approvals', SELF, 'twelve months'),
    'approvals.twelve_waiting': level('approvals', 'proposals_waiting', 'twelve months'),
    'approvals.twelve_lapsed': level('approvals', 'cumulative_lapsed', 'twelve months'),
    'approvals.few': more('approvals', SELF, '10,000 a month'),
    'approvals.few_waiting': level('approvals', 'proposals_waiting', '10,000 a month'),

    'care.able': level('care', 'became_able', variant='child_hours=8'),
    'care.able_without': level('care', 'became_able', variant='child_hours=0'),
    'care.women': level('care', 'able_share', variant='child_hours=8', stratum=WOMEN),
    'care.men': level('care', 'able_share', variant='child_hours=8', stratum=MEN),
    'care.women_without': level('care', 'able_share', variant='child_hours=0', stratum=WOMEN),
    'care.men_without': level('care', 'able_share', variant='child_hours=0', stratum=MEN),
    'care.150': more('care', 'became_able', '1 to 150', variant='child_hours=8', stratum=WOMEN),
    'care.150_without': more('care', 'became_able', '1 to 150', variant='child_hours=0', stratum=WOMEN),

    'hurt.poorest': more('hurt', SELF, '1 to 150', stratum=POOREST),
    'hurt.richest': more('hurt', SELF, '1 to 150', stratum=RICHEST),
    'hurt.richest_premature': more('hurt', PREMATURE, '1 to 150', stratum=RICHEST),
    'hurt.women': more('hurt', SELF, '1 to 150', stratum=WOMEN) / more('hurt', SELF, '1 to 150'),
    'hurt.poorest_poor': more('hurt', 'poor_share', '1 to 150', stratum=POOREST),
}
FIGURES |= {f'{n}.more': more('ratios', SELF, f'1 to {n}') for n in RATIOS}
FIGURES |= {'200.lasting': more('ratios', LASTING, '1 to 200')}
FIGURES |= {f'{n}.premature_share': level('ratios', 'premature_share', f'1 to {n}') for n in SMALLER}
FIGURES |= {f'{n}.able': more('ratios', 'became_able', f'1 to {n}') for n in SMALLER}
FIGURES |= {f'{n}.able_uncertain': more('uncertainty', 'became_able', f'1 to {n}') for n in SMALLER}
FIGURES |= {f'{n}.drawn': more('drawn', SELF, f'1 to {n}') for n in (100, 200, 400)}
FIGURES |= {f'{n}.uncertain': more('uncertainty', SELF, f'1 to {n}') for n in SMALLER}
FIGURES |= {f'able.{n}.price': more_cost('ratios', 'total', f'1 to {n}') / more('ratios', 'became_able', f'1 to {n}') for n in SMALLER}
FIGURES |= {'100.price': more_cost('ratios', 'total', '1 to 100') / more('ratios', LASTING, '1 to 100')}
FIGURES |= {f'exits.{n}': (level('workload', SELF, **swept(n)) - level('workload', SELF, **FIRST)) / level('workload', SELF, **FIRST)
            for n in (200, 400)}
FIGURES |= {f'sight.{sd}{suffix}': level('subjectivity', measure, variant=f'sight_sd={sd};coverage=1')
            for sd in (0, 0.5) for suffix, measure in (('', SELF), ('.premature', 'premature_share'))}
FIGURES |= {'coverage.half': level('subjectivity', SELF, variant='sight_sd=0.25;coverage=0.5')
            - level('subjectivity', SELF, variant='sight_sd=0.25;coverage=1')}
FIGURES |= {f'best.{million}.{name}': best(policy, million) for million, name, policy in (
    (0, 'today', 'today'), (20, 'today', 'today'), (20, '200', '1 to 200'), (100, 'today', 'today'), (100, '100', '1 to 100'), (100, '200', '1 to 200'),
    (50, 'today', 'today'), *((50, str(n), f'1 to {n}') for n in (200, 150)))}
FIGURES |= {f'history.{key}': history_figure(key) for key in ('all_2017', 'all_2018', 'families', 'natural_2020', 'self_2020',
                                                              'early_2020', 'late_2020', 'self_2025', 'all_2025')}
