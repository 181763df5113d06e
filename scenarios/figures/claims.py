"""Sentences that compare: {id} is the value of a figure, {id:low} and {id:high} are the ends of its interval."""
import re

PLACE = re.compile(r'\{([\w.-]+)(?::(low|high))?\}')

CLAIMS = {   # the name in the text's <!--?name-->: what must hold
    'frozen': '0.5 < {frozen.share} < 0.8',                               # "most of today's"
    'lives': '0.45 < {today.poor_end} / {today.poor_start} < 0.55',
    'able_stock': '{today.able_end} > 1.5 * {today.able_start}',
    'hours': '{mechanisms.hours:low} > 0',
    'fallen': '{frozen.fell_back} == 0 and {frozen.became_able} == 0 and {today.left_poor} > {today.fell_back} > 0',
    'grant_fades': '0.4 < {grant.assets_48} / {grant.assets_2} < 0.65 and 0.2 < {grant.assets_96} / {grant.assets_2} < 0.4 and '
                   '0.4 < {grant.spending_48} / {grant.spending_24} < 0.65 and 0.15 < {grant.spending_96} / {grant.spending_24} < 0.35',
    'found': '0 < {today.exits_became_able} < {today.exits_able} < {today.exits_not_able} < 0.55 * {today.exits}',
    'assessed': '1.03 < {150.assessed} / {today.assessed} < 1.15',
    'clearer': '{150.premature_share} < {200.premature_share} < {today.premature} and {100.premature_share} < {150.premature_share}',
    'premature_further': '0.15 * {200.more} < {200.premature_share} * ({today.exits} + {200.more}) - {today.premature} * {today.exits} '
                         '< 0.25 * {200.more} and '
                         '{100.premature_share} * ({today.exits} + {100.more}) - {today.premature} * {today.exits} < 0.1 * {100.more}',
    'owed': '{able.alone} > {able.100} > {able.today}',
    'nothing_possible': 'max({able.today:low}, {able.100:low}) < 1e3',
    'caseload': '{100.more:low} > {150.more} > {200.more} > 0 > {400.more:high} > {500.more} and '
                '{100.able:low} > {150.able} > {200.able} > 0 and {100.able} > 1.3 * {100.more}',
    'evening': 'max(abs({evening.all}), abs({evening.half})) < 0.02 * {today.exits}',
    'strengths': '{strengths.150} > {strengths.today} > 0 and {strengths.today} < 0.03 * {today.exits}',
    'competence': '{competence.today:high} < 0 and abs({competence.today}) < 0.03 * {today.exits}',
    'competence_sees': '{competence.premature} < {today.premature}',
    'resources': '{resources.full:low} > 0 > {resources.half:high} and {resources.150} > {resources.full}',
    'registry': '{registry.rare:low} > 0 > {registry.rare_natural:high} and {registry.struck:high} < 0',
    'sight': '{sight.0} < {today.exits} < {sight.0.5} and {sight.0.premature} < {today.premature} < {sight.0.5.premature}',
    'coverage': '{coverage.half} < 0',
    'cards': '{cards.own_levies} < 0.05 and abs({cards.own}) < 0.01 * {today.exits}',
    'partners': 'abs({partners.places}) < 0.005 * {today.exits} and {partners.joint_100} > 2 * {partners.joint} > 0 and {partners.grants:low} > 0',
    'labelling': '{labelling.all:low} > 0 and {labelling.premature} > {today.premature} + 0.05',
    'limit': '{limit.five:low} > 0 > {limit.natural:high} and 0.7 < {limit.not_able} < 0.85',
    'targets': '{targets.enforced} > {targets.announced} > 0 and {targets.enforced_premature} > {today.premature} and '
               'abs({targets.announced_premature} - {today.premature}) < 0.02',
    'support': '{support.both} > {support.bonus} > {support.promise} > 0 and {support.premature} > {today.premature}',
    'uncertain': '{100.uncertain:low} < 0 < {100.uncertain} and {100.able_uncertain} > {150.able_uncertain} > {200.able_uncertain} > 0',
    'asked_ten': '{ten.share:high} < 1 and {ten.years} < 1 and 0.4 < {ten.premature:low} and {ten.premature:high} < 0.6 and '
                 '{ten.enforced_premature:low} > {ten.premature:high} and '
                 '0.4 * {ten.more} < {ten.never_able} < 0.5 * {ten.more}',
    'asked_deciles': '{deciles.not_able:low} > 0.5 and {deciles.off} > 3 * {deciles.rarely} and {deciles.cost:high} < 0',
    'asked_limit': '{assessed.expelled_not_able} > {assessed.not_able} and {assessed.not_able:low} > 0.5 and {assessed.off:high} < 0.5 * {assessed.expelled}',
    'asked_pena': '0 < {pena.able:low} and {pena.able:high} < 0.1 * 250e3 and {pena.more} < 0.6 * {pena.able}',
    'asked_more': '{more.able_crowded} > {more.able} > {more.able_east} > 0',
    'asked_islands': '{islands.able} < 0 and {islands.able:high} > {islands.able} / 2 and {islands.more:high} < 0',
    'asked_modules': '{modules.twice:low} < 0 < {modules.twice:high} and {modules.four_twice:low} < 0 and {modules.four:high} < 5e3',
    'asked_net': '{net.first} > 20 * abs({net.net}) and {net.entered:high} < 0 < {net.free:low}',
    'training': '{training.150:low} > {training.200:high} > 0 and {training.200t} < {training.200}',
    'spread': '{spread.loss} > 0 and {spread.burnt_out} > 1.5 * {spread.burnt_out_without} and {spread.150:low} > {spread.150_without:high}',
    'burnt_out': '0.13 <= {spread.burnt_out} <= 0.27 and {spread.burnt_out_without} < 0.13',
    'drawn': '{100.drawn:low} < 0 < {100.drawn} and {200.drawn:low} < 0 and {400.drawn:high} < 0 and '
             '{100.drawn:high} - {100.drawn:low} > 5 * ({100.more:high} - {100.more:low})',
    'variance': '{uncertain.sd_chance} ** 2 < 0.02 * {uncertain.sd} ** 2',
    'pace': '{uncertain.pace_low} - {uncertain.pace_high} > 0.5 * {uncertain.middle}',
    'society': '{cost.150.society} > {cost.150.extra} - {cost.150.benefits_saved}',
    'cheapest': '{best.0.today} > 0.5 and {best.100.today} > {best.100.100}',
    'budget': '0.9 < {cost.first_year} / 28.7e12 < 1.1 and 0.9 < {cost.today.undiscounted} / 287e12 < 1.1',
    'able_price': '0 < {able.100.price} < {100.price}',
    'exits_bend': '0.05 < {exits.200} < 0.1 and 0.1 < -{exits.400} < 0.15',
    'staff': 'abs({staff.supervision}) < 0.02 * {today.exits} and {staff.recruits:high} < 0 and abs({staff.recruits}) < 0.01 * {today.exits}',
    'paid': '{staff.pay:low} > 0 and abs({staff.pay_premature} - {staff.today_premature}) < 0.02',
    'approvals': '{approvals.few:high} < {approvals.twelve} < {approvals.six} < 0',
    'care': '{care.able:low} > 1.2 * {care.able_without} and {care.women:low} - {care.women_without} > {care.men:high} - {care.men_without} and '
            'abs({care.women_without} - {care.men_without}) < 0.02',
    'closed': '{closed.150.more} < 0.9 * {cost.150.more} and {closed.active} < 0.5 * 10e6',
    'visit_third': '0.2 < {cost.150.visits} / ({cost.150.wages} + {cost.150.visits}) < 0.45',
    'knee': '0.2 < 1 - {knee.contact_300} / {knee.contact_150} < 0.34 and 0.12 < 1 - {knee.contact_350} / {knee.contact_300} < 0.17',
    'knee_moves': '{knee.hours_140} < {knee.today} < {knee.hours_173} and {knee.today} < {knee.reserve_quarter} < {knee.reserve_none}',
    'who_is_asked': 'min(-{mechanisms.leaving}, -{mechanisms.assessment}, {mechanisms.benefit}) > -{mechanisms.earnings} > '
                    '-{mechanisms.natural} > 0.09 * {today.exits}',
    'mentoring': '0.03 < {mechanisms.contact} < 0.15 and abs({mechanisms.skills}) < 0.02 and '
                 'max(abs({mechanisms.confidence}), abs({mechanisms.partners}), abs({mechanisms.access})) < 0.02 * {today.exits}',
    'earnings_count': '0.2 < -{mechanisms.earnings} / {today.exits} < 0.35 and {mechanisms.growth:high} < 0 and {mechanisms.life:high} < 0',
    'levies': 'abs({mechanisms.cards}) < 0.01 * {today.exits}',
    'obstacles': '{attribution.benefit} < 3 * {attribution.mentoring} < 0 < {attribution.records:low}',
    'alone': 'max(abs({attribution.150.hours_alone}), abs({attribution.150.mentoring_alone})) < 0.05 * {attribution.150}',
    'together': '{attribution.100.assessment:high} > -10 * {attribution.100.assessment:low}',
    'mentoring_share': '0.33 < {attribution.100.hours} / {attribution.100} < 0.45 and '
                       'min({attribution.100.mentoring}, {attribution.100.skills}, {attribution.100.assessment}) > 0.17 * {attribution.100} and '
                       'max({attribution.100.mentoring}, {attribution.100.skills}, {attribution.100.assessment}) < 0.36 * {attribution.100}',
    'agrees': 'abs({attribution.assessment_last} / -{mechanisms.assessment} - 1) < 0.1 and '
              'abs({attribution.benefit_last} / -{mechanisms.benefit} - 1) < 0.15',
    'wages': '290 < {optimum.best} < 310 and {optimum.fresh} < {optimum.luck} + 1e3',
    'allotment': '{allotment.gain:low} < 0 and {allotment.gain} < 0.25 * {200.lasting}',
    'limit_poor': '{limit.back_all} > {limit.back} > 2 * {limit.back_today}',
    'promise': '{limit.promise:low} > {limit.five:high}',
    'audits': '{cards.audit_levies} < 0.3 and {cards.printed_levies} < 0.7 and {cards.lessons_levies} < 0.8',
    'history': '{history.all_2018:low} < 622e3 < {history.all_2018:high} and {history.self_2020:low} < 342e3 < {history.self_2020:high} '
               'and 0.92 < {history.families} / 9200e3 < 1 and '
               '{history.self_2025:low} < 77e3 < {history.self_2025:high} and {history.self_2025} > 2 * 77e3',
    'history_not': '{history.all_2017:low} > 230e3 and {history.natural_2020:high} < 838e3 and {history.all_2025:low} > 5 * 77e3',
    'history_pace': '{history.early_2020:low} < 89e3 < {history.early_2020:high} and {history.late_2020:high} < 156e3 and '
                    '{history.late_2020} < 1.2 * {history.early_2020}',
    'evidence': '{evidence.reproduced} + {evidence.not} + {evidence.vague} == 11',
    'note_draws': '{best.50.today} > {best.50.200} > {best.50.150}',
    'note_premature': '{100.premature_share} * ({today.exits} + {100.more}) - {today.premature} * {today.exits} < 0.1 * {100.more} and {100.more:low} > 0',
    'note_hurt': '0 < {hurt.poorest} < 0.15 * {hurt.richest} and {hurt.richest_premature} < 0.1 * {hurt.richest} and {hurt.poorest_poor:high} < 0',
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
