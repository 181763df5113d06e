// Checks the map of provinces of the built page: node map.check.mjs [FOLDER FOR THE REPORTS]
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answered } from '../../viz/sample/answers.mjs';
import { byProvince, provinceNames } from '../../viz/sample/provinces.mjs';
import { builtPage, reportWith } from '../../viz/sample/report.mjs';
import { Checks, checkEveryView, launch, openReport, settled } from './browser.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'graduasi-page-'));
mkdirSync(folder, { recursive: true });
const checks = new Checks();

const write = (name, payload) => {
  const path = join(folder, `map_${name}.html`);
  writeFileSync(path, reportWith(builtPage(), payload));
  return path;
};
const showMap = async (page) => {
  await page.click('[data-key=map]');
  await settled(page);
};

async function checkCells(page, where) {
  await showMap(page);
  const cells = await page.locator('#tile-map [data-area]').evaluateAll((all) =>
    all.map((cell) => {
      const { x, y } = cell.querySelector('rect').getBBox();
      return {
        area: cell.dataset.area,
        place: `${Math.round(x)} ${Math.round(y)}`,
        title: cell.querySelector('title').textContent,
      };
    }),
  );
  checks.equal(
    `${where}: areas`,
    cells
      .map(({ area }) => area)
      .sort()
      .join(),
    [...provinceNames].sort().join(),
  );
  checks.equal(`${where}: no two at one place`, new Set(cells.map(({ place }) => place)).size, provinceNames.length);
  checks.that(
    `${where}: each tells its value`,
    cells.every(({ area, title }) => title.startsWith(`${area}: `)),
  );
  checks.equal(`${where}: rows of the table`, await page.locator('#tile-map tbody tr').count(), provinceNames.length);
}

async function checkMonths(browser, path) {
  const { page } = await openReport(browser, path, { folded: true });
  await showMap(page);
  const aceh = () => page.locator('#tile-map [data-area=Aceh] title').textContent();
  const last = await aceh();
  checks.that('differences at first', last.includes('\u2212') || last.includes('+'), last);
  checks.that('what is not clear is dashed', (await page.locator('#tile-map rect[stroke-dasharray]').count()) > 0);
  await page.locator('#month-choice').focus();
  await page.keyboard.press('Home');
  await settled(page);
  checks.that('the slider moves the map', (await aceh()) !== last, last);
  await page.selectOption('#map-shown-choice', 'value');
  await settled(page);
  checks.that('the figure itself', !(await aceh()).includes('+'), await aceh());
  checks.equal('nothing is dashed there', await page.locator('#tile-map rect[stroke-dasharray]').count(), 0);
  await page.close();
}

async function checkWithout(browser) {
  for (const [name, splits, said] of [
    ['no areas', [], 'output: {strata: [area]}'],
    ['other areas', answered.splits, 'not the 38 provinces'],
  ]) {
    const { page } = await openReport(browser, write(name.replace(' ', '_'), { ...answered, splits }), {
      folded: true,
    });
    await showMap(page);
    checks.equal(`${name}: no map`, await page.locator('[data-area]').count(), 0);
    checks.that(`${name}: says why`, (await page.textContent('#map')).includes(said), await page.textContent('#map'));
    await page.close();
  }
}

/** How long the page takes to draw what a press changes, the best of some presses: other work may be in the way. */
async function checkSpeed(browser, path) {
  const { page } = await openReport(browser, path, { folded: true });
  const times = [];
  for (const key of ['map', 'chart', 'map', 'chart', 'map'])
    times.push(
      await page.evaluate(async (key) => {
        const begun = performance.now();
        document.querySelector(`[data-key=${key}]`).click();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - begun;
      }, key),
    );
  for (let i = 0; i < 4; i += 1)
    times.push(
      await page.evaluate(async () => {
        const choice = document.querySelector('#policy-choice');
        choice.selectedIndex = (choice.selectedIndex + 1) % choice.length;
        const begun = performance.now();
        choice.dispatchEvent(new Event('change', { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - begun;
      }),
    );
  checks.that(
    'a press redraws in 200 ms',
    Math.min(...times.slice(1, 5)) < 200 && Math.min(...times.slice(5)) < 200,
    times.map(Math.round).join(),
  );
  await page.close();
}

const browser = await launch();
try {
  const path = write('provinces', byProvince);
  await checkEveryView(checks, browser, 'map', path, checkCells);
  await checkMonths(browser, path);
  await checkWithout(browser);
  await checkSpeed(browser, path);
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
