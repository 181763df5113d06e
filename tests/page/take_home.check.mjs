// Checks what a reader takes home of the built page: pictures, numbers, a link, and the colours of policies:
// node take_home.check.mjs [FOLDER FOR THE REPORTS]
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answered } from '../../viz/sample/answers.mjs';
import { byProvince } from '../../viz/sample/provinces.mjs';
import { builtPage, reportWith } from '../../viz/sample/report.mjs';
import { axes, swept } from '../../viz/sample/sweeps.mjs';
import { Checks, launch, openReport, settled } from './browser.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'graduasi-page-'));
mkdirSync(folder, { recursive: true });
const checks = new Checks();

const write = (name, payload) => {
  const path = join(folder, `take_home_${name}.html`);
  writeFileSync(path, reportWith(builtPage(), payload));
  return path;
};

async function saved(page, figure, kind) {
  const download = page.waitForEvent('download');
  await page.locator(`${figure} .actions`).first().getByText(kind, { exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function checkFiles(page, name, figure, words) {
  const svg = await saved(page, figure, 'SVG');
  const text = svg.bytes.toString('utf8');
  checks.that(`${name}: an SVG file`, svg.name.endsWith('.svg') && text.startsWith('<svg'), svg.name);
  for (const word of words) checks.that(`${name}: its picture says "${word}"`, text.includes(word));
  const foreign = ['var(', 'color-mix', 'light-dark', 'class='].filter((each) => text.includes(each));
  checks.equal(`${name}: nothing in it needs the page`, foreign.join(), '');
  const wellFormed = await page.evaluate(
    (each) => !new DOMParser().parseFromString(each, 'image/svg+xml').querySelector('parsererror'),
    text,
  );
  checks.that(`${name}: it is well formed`, wellFormed);
  const png = await saved(page, figure, 'PNG');
  const signature = png.bytes.subarray(1, 4).toString();
  checks.that(`${name}: a PNG file`, png.name.endsWith('.png') && signature === 'PNG' && png.bytes.length > 4000);
  const csv = await saved(page, figure, 'CSV');
  const lines = csv.bytes.toString('utf8').trimEnd().split('\n');
  checks.that(`${name}: a CSV file`, csv.name.endsWith('.csv') && lines.length > 3, `${csv.name} ${lines.length}`);
  return lines;
}

async function checkRun(browser) {
  const { page, complaints } = await openReport(browser, write('run', byProvince));
  const curves = await checkFiles(page, 'chart', '#main-figure', ['1 to 100', 'invented figures', 'million families']);
  checks.equal('the curve as it was', curves[0], 'policy,variant,measure,month,calendar_month,mean,lower,upper');
  const exits = await checkFiles(page, 'exits', '#exits', ['today', 'Time limit'].slice(0, 1));
  checks.equal('others by row and column', exits[0], 'row,column,value,lower,upper');
  const without = await page.locator('figure:not(:has(.actions))').count();
  checks.equal('figures that nothing of can be taken home', without, 0);
  await page.click('[data-key=table]');
  await settled(page);
  const table = await checkFiles(page, 'table', '#month-table', ['1 to 100', 'Became able so far']);
  checks.equal('table: a line for each cell', table.length, 1 + 5 * 3);
  await page.click('[data-key=map]');
  await settled(page);
  const map = await checkFiles(page, 'map', '#tile-map', ['AC', 'PS']);
  checks.equal('map: a line for each province', map.length, 39);
  const aceh = map.find((line) => line.startsWith('Aceh,')).split(',');
  const split = byProvince.splits[0];
  const exact = split.differences[0].mean[split.groups.indexOf('Aceh')].at(-1);
  checks.equal('map: the value is not rounded', Number(aceh[2]), exact);
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      window.copied = text;
    };
  });
  await page.locator('#exits .actions').getByText('Copy link').click();
  await settled(page);
  const link = await page.evaluate(() => window.copied);
  checks.that('the link leads to the figure as it is seen', link.endsWith('#exits?tab=map'), link);
  checks.equal(
    'and says that it was copied',
    await page.textContent('#exits .actions [role=status]'),
    'The link is copied.',
  );
  checks.that('run: no errors and no requests', complaints.length === 0, complaints.join('\n  '));
  await page.close();
}

async function checkHeat(browser) {
  const { page } = await openReport(browser, write('heat', swept([axes.rate, axes.cover])));
  const lines = await checkFiles(page, 'heat map', '#heat-map', ['learning_rate', '0.75']);
  checks.equal('heat map: a line for each cell', lines.length, 13);
  await page.close();
}

/** Red, green and blue as a reader without green cones sees them (Vienot, Brettel and Mollon 1999), in a space of steps. */
function seen([red, green, blue]) {
  const linear = [red, green, blue].map((each) => (each / 255) ** 2.2);
  const row = ([a, b, c]) => a * linear[0] + b * linear[1] + c * linear[2];
  const [x, y, z] = [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ].map(row);
  const cones = [
    0.4122 * x + 0.5363 * y + 0.0514 * z,
    0.2119 * x + 0.6807 * y + 0.1074 * z,
    0.0883 * x + 0.2817 * y + 0.63 * z,
  ].map((each) => Math.cbrt(Math.max(0, each)));
  return [
    0.2105 * cones[0] + 0.7936 * cones[1] - 0.0041 * cones[2],
    1.978 * cones[0] - 2.4286 * cones[1] + 0.4506 * cones[2],
    0.0259 * cones[0] + 0.7828 * cones[1] - 0.8087 * cones[2],
  ];
}
const apart = (a, b) => 100 * Math.hypot(...seen(a).map((each, i) => each - seen(b)[i]));
const lightness = (color) => seen(color)[0];

/** Looks of all policies, in their order, as the list of policies shows them. */
const looks = (page) =>
  page.locator('.policies .key line').evaluateAll((all) => {
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    return all.map((line) => {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = getComputedStyle(line).stroke;
      brush.fillRect(0, 0, 1, 1);
      return {
        color: [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3),
        dash: line.getAttribute('stroke-dasharray') ?? '',
      };
    });
  });

const many = (count) => Array.from({ length: count }, (_, i) => (i === 0 ? 'today' : `policy ${i}`));
const withPolicies = (policies, one_number) => ({
  ...answered,
  policies,
  one_number,
  answers: [],
  caseloads: [],
  differences: [],
  splits: [],
  table: answered.table.slice(0, 1),
  curves: policies.map((policy) => ({ ...answered.curves[0], policy })),
});

async function checkColors(browser, colorScheme) {
  const far = write('far', withPolicies(many(8), null));
  const { page } = await openReport(browser, far, { colorScheme, folded: true });
  const all = await looks(page);
  const pairs = all.flatMap((a, i) =>
    all.slice(i + 1).map((b) => ({ dash: a.dash === b.dash, far: apart(a.color, b.color) })),
  );
  const near = pairs.filter(({ dash, far }) => dash && far < 7);
  checks.equal(`${colorScheme}: looks that readers without green take for one`, near.length, 0);
  await page.close();
  const values = [300, 500, 100, 150, 400, 200];
  const number = { path: 'policy.caseload.households_per_facilitator', unit: 'households', values };
  const ordered = await openReport(browser, write('ordered', withPolicies(many(6), number)), {
    colorScheme,
    folded: true,
  });
  const [, ...others] = await looks(ordered.page);
  const byNumber = others.map((look, i) => ({ ...look, value: values[i + 1] })).sort((a, b) => a.value - b.value);
  const light = byNumber.map(({ color }) => lightness(color));
  checks.that(
    `${colorScheme}: light to dark in the order of the number`,
    light.every((each, i) => i === 0 || each < light[i - 1]),
    light.join(),
  );
  checks.that(
    `${colorScheme}: neighbours lie apart`,
    byNumber.every(({ color }, i) => i === 0 || apart(color, byNumber[i - 1].color) > 5),
  );
  await ordered.page.close();
}

/** Bands of uncertain parameters, of counts below zero, and the groups of a long list of measures. */
async function checkCurves(browser) {
  const uncertain = { ...answered, interval: 'parameters', draws: 40 };
  const { page } = await openReport(browser, write('bands', uncertain), { folded: true });
  const bands = () => page.locator('#main-figure g.band path').count();
  checks.equal('bands of the chosen policy and the baseline', await bands(), 2);
  const note = await page.textContent('#main-figure .note');
  checks.that(
    'and it is said',
    note.includes('Bands of 1 to 100 and today only') || note.includes('Bands of today and 1 to 100 only'),
    note,
  );
  await page.close();
  const chance = await openReport(browser, write('chance', answered), { folded: true });
  checks.equal('all bands where they are chance', await chance.page.locator('#main-figure g.band path').count(), 5);
  await chance.page.close();
  const topics = ['exits', 'families', 'facilitators', 'money'];
  const low = {
    ...answered,
    measures: answered.measures.map((each, i) => ({ ...each, topic: topics[i % 4] })),
    curves: answered.curves.map((curve) => ({
      ...curve,
      lower: curve.mean.map((value) => (value === null ? null : -1000)),
    })),
  };
  const list = await openReport(browser, write('list', low));
  const groups = await list.page
    .locator('#measure-choice optgroup')
    .evaluateAll((all) => all.map(({ label }) => label));
  checks.equal('groups of measures', groups.join(), 'Most asked for,Exits,Families,Facilitators,Money');
  checks.equal(
    'every measure once',
    await list.page.locator('#measure-choice option').count(),
    answered.measures.length,
  );
  const csv = (await saved(list.page, '#main-figure', 'CSV')).bytes.toString('utf8').trimEnd().split('\n').slice(1);
  checks.that(
    'intervals of counts end at zero',
    csv.length > 0 && csv.every((line) => line.split(',').at(-2) === '0'),
    csv[5],
  );
  await list.page.close();
}

const browser = await launch();
try {
  await checkRun(browser);
  await checkHeat(browser);
  for (const colorScheme of ['light', 'dark']) await checkColors(browser, colorScheme);
  await checkCurves(browser);
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
