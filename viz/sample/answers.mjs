// What the sample's policies bring: INVENTED figures, as everything in this folder.
import { sample } from './make.mjs';

const trillion = 1e12;
const million = 1e6;

const figure = (told, mean, width) =>
  mean === null
    ? { mean: null, lower: null, upper: null, told }
    : { mean, lower: width === null ? null : mean - width, upper: width === null ? null : mean + width, told };
const nothing = figure('', null);

/** In file order after the baseline: 1 to 100, 1 to 150, evening meetings, 1 to 400. */
const [hundred, hundredFifty, evening, fourHundred] = sample.policies.slice(1);

const whole = (policy, mostly_premature, figures, variant = 'base') => ({
  policy,
  variant,
  stratum: 'all',
  mostly_premature,
  mostly_not_able: (figures.taken_off_not_able_share?.mean ?? 0) > 0.5,
  target_years: figures.target_asked ? 10 : 0,
  figures,
});

const answers = [
  whole(hundred, false, {
    became_able: figure('more', 274_000, 5000),
    self_reliant_exits: figure('more', 101_000, 4500),
    lasting_exits: figure('more', 74_000, 4000),
    premature_exits: figure('more', 17_200, 3000),
    judged_exits: figure('more', 101_000, 4500),
    premature_share: figure('share', 0.17, 0.05),
    programme_cost: figure('more', 19 * trillion, 0.1 * trillion),
    cost_per_able: figure('', 94 * million, 2 * million),
    cost_per_lasting: figure('', 375 * million, 25 * million),
    exits_able_at_start: figure('more', 20_000, 2000),
    exits_became_able: figure('more', 70_000, 2000),
    exits_never_able: figure('more', 11_000, 2000),
    target_asked: figure('', 330_000, 100),
    target_counted: figure('', 165_000, 100),
    target_share: figure('', 0.5, 0.001),
    target_years_reached: figure('', 2, 0),
    benefits_first_day: figure('fewer', -3 * trillion, 0.1 * trillion),
    benefits_entered: figure('more', 2 * trillion, 0.1 * trillion),
    benefits_returned: figure('more', 0.5 * trillion, 0.1 * trillion),
  }),
  // A hundred further exits, of which sixty are premature: the page must warn.
  whole(hundredFifty, true, {
    became_able: figure('more', 137_000, 6000),
    self_reliant_exits: figure('more', 100_000, 5000),
    lasting_exits: figure('more', 30_000, 4000),
    premature_exits: figure('more', 60_000, 4000),
    judged_exits: figure('more', 100_000, 5000),
    premature_share: figure('share', 0.6, 0.04),
    programme_cost: figure('more', 9.6 * trillion, 0.1 * trillion),
    cost_per_able: figure('', 70 * million, 3 * million),
    cost_per_lasting: figure('', 320 * million, 40 * million),
    exits_able_at_start: figure('unclear', 5000, 9000),
    exits_became_able: figure('more', 70_000, 2000),
    exits_never_able: figure('more', 25_000, 2000),
  }),
  whole(evening, false, {
    became_able: figure('unclear', 900, 4000),
    self_reliant_exits: figure('unclear', 1200, 3000),
    lasting_exits: figure('unclear', 500, 2500),
    premature_exits: figure('fewer', -4000, 1500),
    judged_exits: figure('unclear', 1200, 3000),
    premature_share: figure('exits_unclear', null),
    programme_cost: figure('unclear', 0.05 * trillion, 0.09 * trillion),
    exits_able_at_start: figure('unclear', 400, 900),
    exits_became_able: figure('unclear', 700, 900),
    exits_never_able: figure('unclear', 100, 900),
    cost_per_able: nothing,
    cost_per_lasting: nothing,
  }),
  // Exits fall and premature ones rise.
  whole(fourHundred, false, {
    became_able: figure('fewer', -90_000, 5000),
    self_reliant_exits: figure('fewer', -40_000, 4000),
    lasting_exits: figure('too_early', 0, 0),
    premature_exits: figure('more', 6000, 2000),
    judged_exits: figure('fewer', -40_000, 4000),
    premature_share: figure('opposite', -0.15, 0.06),
    programme_cost: figure('fewer', -4 * trillion, 0.1 * trillion),
    taken_off: figure('more', 500_000, 4000),
    taken_off_not_able: figure('more', 400_000, 4000),
    taken_off_not_able_share: figure('', 0.8, 0.01),
    cost_per_able: nothing,
    cost_per_lasting: nothing,
  }),
];

const groups = ['welfare_fifth:1', 'welfare_fifth:5', 'sex_of_head:female', 'sex_of_head:male', 'area:Aceh'];
const ofGroups = answers.flatMap((answer) =>
  groups.map((stratum, place) => {
    const { became_able, self_reliant_exits, lasting_exits, premature_exits, judged_exits, premature_share } =
      answer.figures;
    const part = ({ told, mean }) => figure(told, mean * 0.1 * (place + 1), Math.abs(mean) * 0.02);
    return {
      ...answer,
      stratum,
      figures: {
        became_able: part(became_able),
        self_reliant_exits: part(self_reliant_exits),
        lasting_exits: part(lasting_exits),
        premature_exits: part(premature_exits),
        judged_exits: part(judged_exits),
        premature_share,
      },
    };
  }),
);

/** The sample with answers for the whole programme, and with those of groups. */
export const answered = { ...sample, answers };
export const answeredByGroup = { ...sample, answers: [...answers, ...ofGroups] };

/** More policies than are told one by one. */
export const answeredForMany = {
  ...sample,
  answers: Array.from({ length: 8 }, (_, i) => ({ ...answers[i % 2], policy: `1 to ${100 + 10 * i}` })),
};

/** One replicate: no figure has an interval. */
const bare = ({ mean, told }) => ({
  mean,
  lower: null,
  upper: null,
  told: ['more', 'fewer', 'unclear', 'equal'].includes(told) ? 'no_interval' : told,
});
export const answeredOnce = {
  ...sample,
  interval: '',
  replicates: 1,
  answers: answers.slice(0, 1).map((answer) => ({
    ...answer,
    figures: Object.fromEntries(Object.entries(answer.figures).map(([name, each]) => [name, bare(each)])),
  })),
};

/** Of the first policy's further exits a share is premature that may as well be less than nothing. */
export const answeredWidely = {
  ...answered,
  answers: answered.answers.map((each, i) =>
    i === 0 ? { ...each, figures: { ...each.figures, premature_share: figure('share', 0.09, 0.4) } } : each,
  ),
};
