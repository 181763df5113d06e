// Every word on the page. A second language is a second object of the same shape.

const list = (items: string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items);

const english = {
  language: 'en' as 'en' | 'id',
  locale: 'en-GB',
  missing: '\u2013',
  percent: 'per cent',
  rupiah: 'rupiah',
  magnitudes: { 1e6: 'million', 1e9: 'billion', 1e12: 'trillion' } as { [size: number]: string },
  range: (lower: string, upper: string) => `${lower} to ${upper}`,
  list,

  noPayload: 'No results are in this page. Write one with: graduasi report RESULT',
  newerFormat: (found: number, known: number) =>
    `This page was given results of format ${found} and knows format ${known}. Write it again with the program that made the results.`,

  calendar: {
    beforeStart: (month: string) => `before ${month}`,
    start: 'Start',
    partYear: (month: string) => `to ${month}`,
    endOf: (period: string) => `end of ${period}`,
  },

  header: {
    kicker: 'graduasi \u00b7 simulated figures, not observations',
    period: (from: string, to: string) => `${from} to ${to}`,
    replicates: (count: number) => (count === 1 ? '1 replicate' : `${count.toLocaleString('en-GB')} replicates`),
    draws: (count: number) => `${count.toLocaleString('en-GB')} parameter draws`,
    sample: (simulated: string, programme: string) => `${simulated} families simulated, counts scaled to a programme of ${programme}`,
    everyFamily: (simulated: string) => `all ${simulated} families simulated`,
    partial: 'This run was interrupted. The figures come from the part that was finished.',
  },

  answer: {
    heading: 'In words',
    variant: (name: string) => `For ${name}:`,
    only: (policy: string, count: string, month: string) => `Under \u201c${policy}\u201d, ${count} families have graduated self-reliantly by the end of ${month}.`,
    more: (items: string[]) => `More graduate under ${list(items)}.`,
    fewer: (items: string[]) => `Fewer graduate under ${list(items)}.`,
    moreOfMany: (count: number, least: string, most: string) => `More graduate under ${count} policies, from ${least} to ${most}.`,
    fewerOfMany: (count: number, least: string, most: string) => `Fewer graduate under ${count} policies, from ${least} to ${most}.`,
    item: (policy: string, difference: string, interval: string) => `\u201c${policy}\u201d (${difference}; ${interval})`,
    moreBy: (count: string) => `${count} more`,
    fewerBy: (count: string) => `${count} fewer`,
    itemWithoutInterval: (policy: string, difference: string) => `\u201c${policy}\u201d (${difference})`,
    unclear: (baseline: string, items: string[]) => `Cannot be told apart from \u201c${baseline}\u201d: ${list(items)}.`,
    unclearOfMany: (baseline: string, count: number, names: string[]) => `${count} policies cannot be told apart from \u201c${baseline}\u201d: ${list(names)}.`,
    noInterval: (items: string[]) => `Differences without an interval, which may be chance alone: ${list(items)}.`,
    quoted: (policy: string) => `\u201c${policy}\u201d`,
    noComparison: 'The run holds one policy, so there is nothing to compare it with.',
    intervalChance: (replicates: number) =>
      `In brackets: the difference and its 95\u00a0% interval over ${replicates} replicates, which measures chance only; parameters held fixed: the true uncertainty is larger.`,
    intervalParameters: (draws: number) => `In brackets: the difference and the middle 95\u00a0% of ${draws.toLocaleString('en-GB')} draws of the uncertain parameters.`,
    intervalNone: 'The run gives no intervals, so it cannot say which differences are more than chance.',
  },

  figures: {
    further: 'Behind the curves',
    measure: 'Measure',
    variant: 'Variant',
    policies: 'Policies shown',
    unitAndBetter: { higher: 'Higher is better.', lower: 'Lower is better.', '': '' } as { [better: string]: string },
    bandChance: (replicates: number) => `Band: 95\u00a0% interval of the mean over ${replicates} replicates; parameters held fixed: the true uncertainty is larger.`,
    bandParameters: (draws: number) => `Band: middle 95\u00a0% of ${draws.toLocaleString('en-GB')} parameter draws.`,
    bandNone: 'No intervals.',
    notFromZero: 'The axis does not start at zero.',
    colorsAbove: 'Colours as in the figure above.',
    source: (file: string) => `From ${file}`,
    download: 'Download this curve as CSV',
    numbers: 'Numbers behind this figure',
    yearColumn: 'End of year',
    tableName: (measure: string, words: string) => (words ? `${measure}, ${words}` : measure),
    withInterval: (name: string) => `${name}; below each number its interval`,
    noValues: 'This measure has no values in this run.',
    spoken: (measure: string, words: string, period: string, items: string[]) => `${measure}${words ? ` (${words})` : ''} by ${period}: ${items.join('; ')}.`,
    spokenItem: (policy: string, value: string, interval: string) => (interval ? `${policy} ${value} (${interval})` : `${policy} ${value}`),
    interval: (interval: string) => `interval ${interval}`,
  },

  comparison: {
    heading: 'Policies compared',
    headingOne: 'At the end of the run',
    figure: (baseline: string) => `Difference in self-reliant graduations from \u201c${baseline}\u201d`,
    axis: (words: string) => `difference, ${words}`,
    spoken: (baseline: string, items: string[]) => `Difference in self-reliant graduations from ${baseline}: ${items.join('; ')}.`,
    caption: (period: string) => `Graduations and exits up to the end of ${period}; facilitators and their wages once a policy is fully in force`,
    tableName: 'Comparison of policies',
    policy: 'Policy',
    variant: 'Variant',
    facilitators: 'Facilitators',
    wage_bill: 'Wage bill a year',
    self_reliant: 'Self-reliant graduations',
    natural_exit: 'Natural exits',
    premature_share: 'Premature, share of graduations',
    difference: (baseline: string) => `Difference from \u201c${baseline}\u201d`,
    verdict: 'Can they be told apart?',
    baseline: 'baseline',
    families: 'families',
    noteChance: 'Intervals measure chance only; parameters held fixed: the true uncertainty is larger.',
    noteParameters: 'Intervals hold the middle 95\u00a0% of the parameter draws.',
  },

  restsOn: {
    heading: 'What this rests on',
    changed: 'Changed from the defaults',
    nothingChanged: 'No parameter was changed from its default.',
    parameter: 'Parameter',
    here: 'Here',
    default: 'Default',
    assumptions: (count: number) => `Assumptions (${count.toLocaleString('en-GB')})`,
    value: 'Value',
    meaning: 'Meaning and source',
    source: (text: string) => `Source: ${text}`,
    notes: 'Notes',
    yes: 'yes',
    no: 'no',
  },

  manifest: {
    heading: 'How this was made',
    repeat: 'To repeat the run and compare every figure:',
    repeatCommand: 'graduasi rerun RESULT',
    repeatWhere: 'where RESULT is the folder that holds this page. Equal version, seed and inputs give equal bytes in every CSV file.',
    command: 'The command that made it:',
    all: 'Everything recorded about the run',
    tableName: 'Manifest of the run',
  },

  warnings: {
    heading: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
  },
};

export type Strings = typeof english;

export const strings: Strings = english;

/** The label of a measure in the page's language. */
export const labelOf = (measure: { label_en: string; label_id: string; name: string }): string =>
  (strings.language === 'id' ? measure.label_id : measure.label_en) || measure.name;

/** A phrase of the codebook as a sentence: "families that left" becomes "Families that left." */
export const sentence = (phrase: string): string =>
  phrase && phrase.charAt(0).toLocaleUpperCase(strings.locale) + phrase.slice(1).replace(/([^.!?])$/, '$1.');
