"""Sentences that compare: {id} is the value of a figure, {id:low} and {id:high} are the ends of its interval."""
import re

PLACE = re.compile(r'\{([\w.-]+)(?::(low|high))?\}')

CLAIMS = {   # the name in the text's <!--?name-->: what must hold
    'frozen': '0.75 < {frozen.share} < 0.9',                              # "some five in six"
    'frozen_able': '{frozen.able} > 0.5',
    'fallen': '{frozen.fell_back} == 0 and {frozen.became_able} == 0 and {today.left_poor} > {today.fell_back} > 0',
    'assessed': '{150.assessed} > {today.assessed}',
    'caseload': '{100.more:low} > {150.more} > {200.more} > 0 > {400.more:high} > {500.more}',
    'evening': '{evening.all} < {evening.half:high} and {evening.half:high} < 0 and abs({evening.all}) < 0.05 * {today.exits}',
    'strengths': 'abs({strengths.today}) < 0.01 * {today.exits} and {strengths.150} > 3 * {strengths.today} > 0',
    'competence': '0 < {competence.today:low} and {competence.today} < 0.01 * {today.exits} and {competence.150} > 3 * {competence.today}',
    'resources': '{resources.full:low} > 0 > {resources.half:high} and {resources.150} > 3 * {resources.full}',
    'registry': '{registry.rare:low} > 0 > {registry.rare_natural:high} and {registry.struck:high} < 0',
    'sight': '{sight.0} < {today.exits} < {sight.0.5} and {sight.0.premature} < {today.premature} < {sight.0.5.premature}',
    'coverage': '{coverage.half} < 0',
    'cards': '{cards.own_levies} < 0.05 and abs({cards.own}) < 0.01 * {today.exits}',
    'partners': 'abs({partners.places}) < 0.005 * {today.exits} and {partners.joint_100} > 3 * {partners.joint} > 0 and {partners.grants:low} > 0',
    'labelling': '{labelling.all:low} > 0 and {labelling.premature} > {today.premature} + 0.05',
    'limit': '{limit.five:high} < 0 and {limit.natural:high} < 0',
    'targets': '{targets.enforced} > {targets.announced} > 0 and {targets.enforced_premature} > {targets.announced_premature} > {today.premature}',
    'support': '{support.both} > {support.bonus} > {support.promise} > 0 and {support.premature} > {today.premature}',
    'uncertain': '{100.uncertain:low} > 0 and {150.uncertain:low} > 0 and {200.uncertain:low} > 0',
    'training': '{training.200:low} > 0 and {training.150:low} > {training.200t:high}',
    'training_price': '{training.150t.exit} > 3 * {training.150.exit} > 3 * {training.200.exit}',
    'spread': '{spread.loss} > 0 and {spread.burnt_out} > 1.5 * {spread.burnt_out_without} and abs({spread.150} / {spread.150_without} - 1) < 0.1',
    'burnt_out': '0.13 <= {spread.burnt_out} <= 0.27 and {spread.burnt_out_without} < 0.13',
    'drawn': '{100.drawn:low} > 0 and {200.drawn:low} > 0 and {400.drawn:high} < 0 and '
             '{100.drawn:high} - {100.drawn:low} > 5 * ({100.more:high} - {100.more:low})',
    'variance': '{uncertain.sd_chance} ** 2 < 0.02 * {uncertain.sd} ** 2',
    'pace': '{uncertain.pace_low} - {uncertain.pace_high} > 0.5 * {uncertain.middle}',
    'factor_ten': '5 < {100.uncertain:high} / {100.uncertain:low} < 20',
    'society': '{cost.150.society} > {cost.150.extra} - {cost.150.benefits_saved}',
    'cheapest': '{best.0.today} > 0.5',
    'budget': '0.9 < {cost.first_year} / 28.7e12 < 1.1 and {cost.today.undiscounted} < 250e12',
    'dearer': '{today.exit} < {200.exit} < {150.exit} < {100.exit}',
    'quota': '0.7 < {quota.150.exit} / {150.exit} < 1.3 and {quota.150.more} > {cost.150.more}',
    'visit_third': '0.2 < {cost.150.visits} / ({cost.150.wages} + {cost.150.visits}) < 0.45',
    'knee': '0.05 < 1 - {knee.contact_300} / {knee.contact_150} < 0.2 and 0.15 < 1 - {knee.contact_350} / {knee.contact_300} < 0.35',
    'knee_moves': '{knee.hours_140} < {knee.today} < {knee.hours_173} and {knee.today} < {knee.reserve_quarter} < {knee.reserve_none}',
    'who_is_asked': 'min(abs({mechanisms.leaving}), abs({mechanisms.assessment})) > {mechanisms.natural} > 0.1 * {today.exits} '
                    'and {mechanisms.benefit} > 0.1 * {today.exits}',
    'mentoring': 'max(abs({mechanisms.contact}), abs({mechanisms.skills})) < 0.02 and '
                 'max(abs({mechanisms.confidence}), abs({mechanisms.partners}), abs({mechanisms.access})) < 0.02 * {today.exits}',
    'levies': 'abs({mechanisms.cards}) < 0.01 * {today.exits}',
    'obstacles': '{attribution.life} < {attribution.benefit} < {attribution.records} < 0',
    'alone': 'max(abs({attribution.150.hours_alone}), abs({attribution.150.assessment_alone}), abs({attribution.150.mentoring_alone})) '
             '< 0.05 * {attribution.150}',
    'together': 'abs({attribution.150.hours} / {attribution.150.assessment} - 1) < 0.25',
    'mentoring_share': '0.05 < {attribution.150.mentoring} / {attribution.150} < 0.15 and '
                       '{attribution.100.mentoring} / {attribution.100} > {attribution.150.mentoring} / {attribution.150}',
    'agrees': 'abs({attribution.assessment_last} / -{mechanisms.assessment} - 1) < 0.1 and '
              'abs({attribution.benefit_last} / -{mechanisms.benefit} - 1) < 0.15',
    'wages': '290 < {optimum.best} < 310 and {optimum.fresh} < {optimum.luck} + 1e3',
    'allotment': '{allotment.gain:low} > 0 and {allotment.gain} < 0.25 * {200.lasting} and {allotment.limit} > 5',
    'limit_poor': '{limit.back_all} > {limit.back} > {limit.back_today} and {limit.poor_all} > {limit.poor} > {limit.poor_today}',
    'promise': 'abs({limit.promise} - {limit.five}) < 0.1 * {today.exits}',
    'audits': '{cards.audit_levies} < 0.3 and {cards.printed_levies} < 0.7 and {cards.lessons_levies} < 0.7',
    'history': '{history.rate_2022} > 0.02 and abs({history.2020} / 0.118 - 1) < 0.1 and {history.2017} > 1.1 * 0.038 and '
               '{history.2018} > 1.1 * 0.062 and {history.2025} > 2 * 0.008',
    'evidence': '{evidence.reproduced} + {evidence.not} + {evidence.vague} == 12',
    'note_half': '0.4 < {150.premature} < 0.6',
    'note_poorest': '{hurt.poorest_premature} > 0.8 * {hurt.poorest}',
    'note_price': '2.5 < {150.exit} / {200.exit} < 4 and 5 < {100.exit} / {200.exit} < 7.5',
    'note_draws': '{best.50.150} > {best.50.100} and {best.50.200} > {best.50.today}',
    'note_hurt': '{hurt.poorest} > 0 and {hurt.richest} > {hurt.poorest} and {hurt.richest_premature} < 0.5 * {hurt.richest} and '
                 '{hurt.poorest_poor} < 0 and {hurt.poorest_back} < 0',
}


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
