// Checks that the built page copes with payloads of other shapes than the sample:
// node shapes.check.mjs [FOLDER FOR THE REPORTS]
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checks, accessibilityFaults, atATime, launch, openReport, settled, sidewaysScroll } from './browser.mjs';
import { sample } from '../../viz/sample/make.mjs';
import { builtPage, emptySlot, reportWith } from '../../viz/sample/report.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'graduasi-page-'));
mkdirSync(folder, { recursive: true });
const checks = new Checks();
const lines = '#main-figure .picture svg g.curve path';

const renamed = (names) => {
  const [from] = sample.policies;
  const change = (name) => names[sample.policies.indexOf(name)] ?? name;
  return {
    ...sample,
    policies: sample.policies.map(change),
    baseline: change(from),
    curves: sample.curves.map((curve) => ({ ...curve, policy: change(curve.policy) })),
    ...Object.fromEntries(
      ['differences', 'caseloads', 'table'].map((part) => [
        part,
        sample[part].map((row) => ({ ...row, policy: change(row.policy) })),
      ]),
    ),
    splits: sample.splits.map((split) => ({
      ...split,
      curves: split.curves.map((curve) => ({ ...curve, policy: change(curve.policy) })),
    })),
  };
};

/** Many policies, made by moving the sample's curves up a little each time. */
function crowd(count) {
  const names = Array.from({ length: count }, (_, i) =>
    i === 0 ? 'today' : `1 to ${80 + 10 * i} with evening meetings and savings groups`,
  );
  const source = (i) => sample.policies[i % 2];
  const grow = (values, i) => values.map((value) => (value === null ? null : value * (1 + 0.004 * i)));
  return {
    ...sample,
    policies: names,
    baseline: 'today',
    curves: names.flatMap((policy, i) =>
      sample.curves
        .filter((curve) => curve.policy === source(i))
        .map((curve) => ({
          ...curve,
          policy,
          mean: grow(curve.mean, i),
          lower: grow(curve.lower, i),
          upper: grow(curve.upper, i),
        })),
    ),
    table: names.map((policy, i) => ({
      ...sample.table.find((row) => row.policy === source(i)),
      policy,
      ...(i === 0 ? {} : { difference: 9000 * i, lower: 8000 * i, upper: 10_000 * i, verdict: 'more than today' }),
    })),
  };
}

const onePolicy = {
  ...sample,
  policies: ['today'],
  interval: '',
  replicates: 4,
  warnings: [],
  manifest: { ...sample.manifest, state: 'partial', pieces: 4, pieces_finished: 3, pairs_used: { base: 3 } },
  curves: sample.curves
    .filter((curve) => curve.policy === 'today')
    .map((curve) => ({ ...curve, lower: null, upper: null })),
  table: [
    {
      ...sample.table[0],
      difference: null,
      lower: null,
      upper: null,
      interval: '',
      verdict: '',
      premature_share: null,
    },
  ],
  differences: [],
  rests_on: {
    changed: [],
    assumptions: [],
    swept: [{ path: 'world.skills.learning_rate', values: [0.03, 0.06] }],
    uncertain: [],
  },
};

const [low, high] = ['learning_rate=0.03', 'learning_rate=0.06'];
const twoVariants = {
  ...sample,
  variants: [low, high],
  // As a sweep over the policies' levers does it: the baseline stands in the first variant only.
  curves: sample.curves.flatMap((curve) =>
    [low, high]
      .filter((variant) => curve.policy !== 'today' || variant === low)
      .map((variant) => ({
        ...curve,
        variant,
        mean: curve.mean.map((value) => (value === null ? null : variant === low ? value : value * 1.2)),
      })),
  ),
  table: sample.table.flatMap((row) =>
    [low, high].filter((variant) => row.policy !== 'today' || variant === low).map((variant) => ({ ...row, variant })),
  ),
};

const shortRun = {
  ...sample,
  start: '2025-10',
  months: 14,
  interval: 'parameters',
  replicates: 4,
  draws: 200,
  policies: ['today', '1 to 100'],
  measures: [
    {
      name: 'levy_rupiah',
      label_en: 'Levy',
      label_id: 'Pungutan',
      unit: 'thousand rupiah per month',
      definition: 'Taken from the benefit.',
      better: 'lower',
    },
  ],
  curves: ['today', '1 to 100'].flatMap((policy, place) => [
    {
      policy,
      variant: 'base',
      measure: 'levy_rupiah',
      month: [...Array(15).keys()],
      mean: [...Array(15).keys()].map((m) => 21_400 - 180 * m * place),
      lower: Array(15).fill(null),
      upper: null,
    },
    // Not in the list of measures, negative, with a gap, and never defined for one policy.
    {
      policy,
      variant: 'base',
      measure: 'poverty_gap_change',
      month: [0, 3, 14],
      mean: place ? [null, null, null] : [-0.02, null, 0.01],
      lower: [null, null, null],
      upper: [null, null, null],
    },
  ]),
  table: sample.table.slice(0, 2),
};

const hostile = renamed([
  '</script><b>today',
  'a & "b", c',
  '$& $1',
  'Sangatpanjangsekalitanpaspasiuntukmengujilebarhalaman',
  '1 to 400',
]);

const shapes = {
  one_policy: {
    payload: onePolicy,
    lines: 1,
    says: [
      'nothing to compare',
      'interrupted',
      'No intervals',
      'No parameter was changed',
      '3 of 4 simulations of the run are finished',
      'rest on 3 of 4 pairs',
      'takes the values 0.03 and 0.06',
    ],
  },
  two_variants: { payload: twoVariants, lines: 5, says: [`For ${low}:`] },
  crowd: { payload: crowd(14), lines: 14, says: ['More graduate under 13 policies'] },
  short_run: { payload: shortRun, lines: 2, says: ['200 draws', 'October 2025 to November 2026', 'Rp'] },
  hostile: { payload: hostile, lines: 5, says: ['</script><b>today'] },
  no_table: {
    payload: { ...sample, table: [], interval: null, rests_on: null, warnings: null, manifest: null },
    lines: 5,
    says: [],
  },
  no_curves: { payload: { ...sample, curves: [] }, lines: 0, says: ['Policies compared'] },
};

async function checkShape(browser, name, { payload, lines: expected, says }) {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, reportWith(builtPage(), payload));
  const { page, complaints } = await openReport(browser, path);
  await settled(page);
  const text = await page.textContent('main');
  checks.equal(`${name}: lines`, await page.locator(lines).count(), expected);
  for (const words of says) checks.that(`${name}: says "${words}"`, text.includes(words), text.slice(0, 700));
  for (const wrong of ['NaN', 'undefined', 'Infinity', '[object', 'null'])
    checks.that(`${name}: no "${wrong}"`, !text.includes(wrong));
  checks.equal(
    `${name}: rows of the comparison`,
    await page.locator('#comparison table.comparison tbody tr').count(),
    payload.table.length,
  );
  if (payload.variants.length > 1) {
    const before = await page.locator('#main-figure .picture').innerHTML();
    await page.selectOption('#variant-choice', high);
    await settled(page);
    checks.that(
      `${name}: another variant changes the drawing`,
      (await page.locator('#main-figure .picture').innerHTML()) !== before,
    );
    checks.equal(`${name}: lines of another variant, baseline too`, await page.locator(lines).count(), expected);
  }
  const faults = await accessibilityFaults(page);
  checks.that(`${name}: axe`, faults.length === 0, faults.join('\n  '));
  await page.setViewportSize({ width: 380, height: 800 });
  await page.locator('details').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true;
    }),
  );
  await settled(page);
  checks.equal(`${name}: sideways scroll at 380 pixels`, await sidewaysScroll(page), 0);
  checks.that(`${name}: no errors and no requests`, complaints.length === 0, complaints.join('\n  '));
  await page.close();
}

async function checkMessage(browser, name, html, words) {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, html);
  const { page, complaints } = await openReport(browser, path);
  checks.that(`${name}: says "${words}"`, (await page.textContent('main')).includes(words));
  checks.that(`${name}: no errors`, complaints.length === 0, complaints.join('\n  '));
  await page.close();
}

checks.equal('empty payload slots in the built page', builtPage().split(emptySlot).length - 1, 1);
const browser = await launch();
try {
  await atATime(2, Object.entries(shapes), ([name, shape]) => checkShape(browser, name, shape));
  await checkMessage(browser, 'empty', builtPage(), 'No results are in this page');
  await checkMessage(browser, 'newer_format', reportWith(builtPage(), { ...sample, format: 2 }), 'format 2');
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
