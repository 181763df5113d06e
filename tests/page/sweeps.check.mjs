// Checks how the built page shows sweeps of one, two and three values: node sweeps.check.mjs [FOLDER FOR THE REPORTS]
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checks, checkEveryView, cutOnPaper, launch, openReport, settled } from './browser.mjs';
import { axes, swept } from '../../viz/sample/sweeps.mjs';
import { builtPage, reportWith } from '../../viz/sample/report.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'graduasi-page-'));
mkdirSync(folder, { recursive: true });
const checks = new Checks();
const cells = '#heat-map table.heat tbody td';
const dots = '#sweep-curve svg g.swept-value circle';

const write = (name, payload) => {
  const path = join(folder, `sweep_${name}.html`);
  writeFileSync(path, reportWith(builtPage(), payload));
  return path;
};

/** Without intervals, and with a measure that one cell and one policy lack. */
function withGaps(payload) {
  const bare = (curve) => ({
    ...curve,
    lower: null,
    upper: null,
    mean:
      curve.variant === payload.variants[1] || curve.policy === '1 to 100' ? curve.mean.map(() => null) : curve.mean,
  });
  return {
    ...payload,
    interval: '',
    curves: payload.curves.map(bare),
    differences: payload.differences.map(bare),
    sweep: { ...payload.sweep, marginals: [] },
  };
}

const one = swept([axes.rate]);
const two = swept([axes.rate, axes.cover]);
const three = swept([axes.rate, axes.structure, axes.cover]);
const [baseline, , close] = two.policies;
const choose = async (page, id, value) => {
  await page.selectOption(`#${id}`, value);
  await settled(page);
};

const pixelsOf = (color) =>
  color
    .match(/[\d.]+/g)
    .slice(0, 3)
    .map(Number);

async function checkOne(page, where, language) {
  checks.equal(`${where}: no map of one value`, await page.locator('#heat-map').count(), 0);
  checks.equal(`${where}: dots`, await page.locator(dots).count(), one.policies.length * 4);
  const heads = await page.locator('#sweep-curve .numbers').first().locator('tbody th').allTextContents();
  checks.equal(
    `${where}: values ascending, in the page's language`,
    heads.join(' '),
    language === 'id' ? '0,02 0,05 0,08 0,1' : '0.02 0.05 0.08 0.1',
  );
  const marginal = await page.locator('#sweep-curve .numbers').nth(1).textContent();
  checks.that(
    `${where}: marginal effects`,
    marginal.includes(language === 'id' ? '0,02 sampai 0,05' : '0.02 to 0.05') && marginal.includes('marginals.csv'),
    marginal,
  );
  const luck = await page.textContent('#comparison');
  checks.that(
    `${where}: what common luck is worth`,
    luck.includes(language === 'id' ? '3,3 kali' : '3.3 times'),
    luck.slice(-600),
  );
  await choose(page, 'sweep-shown-choice', 'difference');
  checks.equal(`${where}: dots of differences`, await page.locator(dots).count(), (one.policies.length - 1) * 4);
  await choose(page, 'sweep-measure-choice', 'workload');
  checks.equal(`${where}: the measure chosen`, await page.getAttribute('#sweep-curve', 'data-measure'), 'workload');
}

async function checkTwo(page, where) {
  checks.equal(`${where}: cells`, await page.locator(cells).count(), 12);
  checks.equal(`${where}: dots`, await page.locator(dots).count(), two.policies.length * 3);
  await choose(page, 'sweep-shown-choice', 'difference');
  checks.equal(
    `${where}: the baseline has no difference to choose`,
    await page.locator(`#sweep-policy-choice option[value="${baseline}"]`).count(),
    0,
  );
  await choose(page, 'sweep-policy-choice', close);
  const unclear = two.differences.filter(
    (curve) =>
      curve.policy === close &&
      curve.measure === 'cumulative_self_reliant' &&
      curve.lower.at(-1) <= 0 &&
      curve.upper.at(-1) >= 0,
  ).length;
  checks.that(`${where}: the sample has both kinds of cells`, unclear > 0 && unclear < 12, String(unclear));
  checks.equal(`${where}: cells that are marked`, await page.locator(`${cells}.unclear`).count(), unclear);
  checks.equal(`${where}: and said to those who hear`, await page.locator(`${cells} .unseen`).count(), unclear);
  const colors = await page
    .locator(cells)
    .evaluateAll((all) => new Set(all.map((cell) => getComputedStyle(cell).backgroundColor)).size);
  checks.that(`${where}: colours differ`, colors > 6, String(colors));
  await choose(page, 'sweep-across-choice', '0');
  checks.equal(
    `${where}: columns after turning the map`,
    await page.locator('#heat-map thead tr').nth(1).locator('th').count(),
    4,
  );
  checks.equal(`${where}: rows after turning the map`, await page.locator('#heat-map tbody tr').count(), 3);
}

async function checkThree(page, where) {
  checks.equal(`${where}: cells`, await page.locator(cells).count(), 12);
  checks.equal(`${where}: a choice for the third value`, await page.locator('#sweep-value-1').count(), 1);
  const before = await page.locator(cells).first().textContent();
  await choose(page, 'sweep-value-1', '1');
  checks.that(
    `${where}: another third value changes the map`,
    (await page.locator(cells).first().textContent()) !== before,
  );
  await choose(page, 'sweep-across-choice', '1');
  checks.equal(
    `${where}: a word across`,
    (await page.locator('#heat-map thead tr').nth(1).locator('th').allTextContents()).join(' '),
    'concave threshold',
  );
  checks.equal(`${where}: words are not joined by a line`, await page.locator('#sweep-curve svg g.swept').count(), 0);
  checks.equal(`${where}: nor have marginal effects`, await page.locator('#sweep-curve .numbers').count(), 1);
  await choose(page, 'sweep-up-choice', '1');
  checks.equal(`${where}: directions change places`, await page.inputValue('#sweep-across-choice'), '0');
}

async function checkGaps(page, where) {
  await choose(page, 'sweep-policy-choice', close);
  checks.equal(`${where}: empty cells`, await page.locator(`${cells}.empty`).count(), 1);
  checks.equal(`${where}: nothing is marked without intervals`, await page.locator(`${cells}.unclear`).count(), 0);
  await choose(page, 'sweep-policy-choice', '1 to 100');
  checks.equal(`${where}: a policy without the measure`, await page.locator('#heat-map').count(), 0);
  await choose(page, 'sweep-value-0', '0');
  checks.equal(`${where}: dots where there is a value`, await page.locator(dots).count(), 2 * 2);
}

/** Words must be readable on every colour, in a contrast that the eye of a reader needs. */
async function checkContrast(browser, path, colorScheme) {
  const { page } = await openReport(browser, path, { colorScheme });
  for (const shown of ['value', 'difference']) {
    await choose(page, 'sweep-shown-choice', shown);
    const ratios = await page.locator(cells).evaluateAll((all) =>
      all.map((cell) => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
        const light = (color) => {
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) =>
            part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const style = getComputedStyle(cell);
        const [text, ground] = [light(style.color), light(style.backgroundColor)].sort((a, b) => b - a);
        return (text + 0.05) / (ground + 0.05);
      }),
    );
    checks.that(
      `contrast of words in cells, ${colorScheme}, ${shown}`,
      Math.min(...ratios) >= 4.5,
      Math.min(...ratios).toFixed(2),
    );
  }
  await page.close();
}

async function checkPaper(browser, path) {
  const { page } = await openReport(browser, path, { colorScheme: 'dark' });
  checks.equal('what a sheet cuts of a map', (await cutOnPaper(page, '#sweep')).join('\n  '), '');
  const plain = await page
    .locator(cells)
    .evaluateAll((all) => all.filter((cell) => getComputedStyle(cell).printColorAdjust !== 'exact').length);
  checks.equal('cells without their colours on paper', plain, 0);
  const [red, , blue] = pixelsOf(
    await page.evaluate(() => {
      const cell = [...document.querySelectorAll('#heat-map td')].at(-1);
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      canvas.fillStyle = getComputedStyle(cell).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data.join(' ');
    }),
  );
  checks.that('on paper the map has the colours of the light page', blue > 180 && red < blue, `${red} ${blue}`);
  await page.close();
}

const browser = await launch();
try {
  await checkEveryView(checks, browser, 'one swept value', write('one', one), checkOne);
  const map = write('two', two);
  await checkEveryView(checks, browser, 'two swept values', map, checkTwo);
  await checkEveryView(checks, browser, 'three swept values', write('three', three), checkThree);
  await checkEveryView(checks, browser, 'gaps', write('gaps', withGaps(two)), checkGaps);
  for (const colorScheme of ['light', 'dark']) await checkContrast(browser, map, colorScheme);
  await checkPaper(browser, map);
  const { page } = await openReport(browser, write('none', { ...two, sweep: null }));
  checks.equal('without swept values nothing is shown of them', await page.locator('#sweep').count(), 0);
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
