// Checks how the built page shows attributions and optima, which have no curves:
// node analyses.check.mjs [FOLDER FOR THE REPORTS]
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checks, checkEveryView, cutOnPaper, launch, openReport, settled } from './browser.mjs';
import { attributed, flat, optimised, unreachable } from '../../viz/sample/analyses.mjs';
import { builtPage, reportWith } from '../../viz/sample/report.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'graduasi-page-'));
mkdirSync(folder, { recursive: true });
const checks = new Checks();

const write = (name, payload) => {
  const path = join(folder, `analysis_${name}.html`);
  writeFileSync(path, reportWith(builtPage(), payload));
  return path;
};
const inModel = { en: 'in this model', id: 'dalam model ini' };

/** Only the parts that are there, and no sentence about a comparison that nobody made. */
async function checkParts(page, where, language, part) {
  const parts = await page.locator('main section[id]').evaluateAll((all) => all.map(({ id }) => id));
  checks.equal(`${where}: parts`, parts.join(' '), `answer ${part} rests-on manifest`);
  const answer = await page.textContent('#answer');
  checks.that(`${where}: the answer is one of the model`, answer.toLowerCase().includes(inModel[language]), answer);
  const sections = await page.locator('#main-figure, #comparison, #exits, #work, .policies').count();
  checks.equal(`${where}: nothing of a run`, sections, 0);
}

async function checkAttribution(page, where, language) {
  await checkParts(page, where, language, 'attribution');
  const figure = page.locator('#attribution figure');
  checks.equal(`${where}: bars`, await figure.locator('svg g.share rect').count(), 4);
  checks.equal(`${where}: intervals`, await figure.locator('svg g.interval path').count(), 4);
  for (const mark of ['alone', 'last'])
    checks.equal(
      `${where}: marks of ${mark}`,
      await figure.locator(`svg g.${mark} path, svg g.${mark} circle`).count(),
      4,
    );
  const rows = await figure.locator('.numbers').first().locator('tbody th').allTextContents();
  const largest = {
    en: ['Assessment and targets', 'Life cycle *', 'Schedules'],
    id: ['Penilaian dan target', 'Siklus hidup *', 'Jadwal'],
  }[language];
  checks.equal(
    `${where}: the largest first, whichever way it pulls`,
    rows.slice(0, 3).join(' | '),
    largest.join(' | '),
  );
  const tops = await figure.locator('svg g.share rect').evaluateAll((all) =>
    all
      .map((bar) => [bar.getBBox().y, bar.getBBox().width])
      .sort((a, b) => a[0] - b[0])
      .map(([, width]) => width),
  );
  checks.that(
    `${where}: in the picture too`,
    tops.every((width, i) => i === 0 || width <= tops[i - 1] + 1e-6),
    tops.join(),
  );
  checks.that(`${where}: switches of each group`, (await figure.textContent()).includes('world.member_clocks.on'));
  await page.selectOption('#attribution-choice', '1');
  await settled(page);
  checks.that(
    `${where}: another result`,
    (await figure.locator('h3').textContent()).includes(
      language === 'en' ? '1 to 150 less today' : '1 to 150 dikurangi today',
    ),
  );
  await page.selectOption('#attribution-choice', '2');
  await settled(page);
  checks.equal(`${where}: no picture where nothing is defined`, await figure.locator('.picture').count(), 0);
  checks.equal(`${where}: but a table`, await figure.locator('.numbers').first().locator('tbody tr').count(), 4);
  await page.selectOption('#attribution-choice', '0');
  await settled(page);
}

const checkOptimum = (count) => async (page, where, language) => {
  await checkParts(page, where, language, 'optimum');
  checks.equal(
    `${where}: dots of the frontier, and of other luck`,
    await page.locator('#frontier svg g.on-plane circle').count(),
    5,
  );
  const radii = await page
    .locator('#frontier svg g.on-plane circle')
    .evaluateAll((all) => all.filter((dot) => Number(dot.getAttribute('r')) > 6).length);
  checks.equal(`${where}: the chosen point is large`, radii, 1);
  checks.equal(`${where}: rows of the frontier`, await page.locator('#frontier tbody tr').count(), 5);
  const missed = await page.locator('#frontier tbody tr').first().locator('td').allTextContents();
  checks.that(
    `${where}: empty where no values are within the limit`,
    missed.every((cell) => cell === '\u2013'),
    missed.join(' | '),
  );
  checks.equal(`${where}: levers`, await page.locator('.levers tbody tr').count(), count);
  const wide = await page
    .locator('.levers .flat')
    .first()
    .evaluate((flat) => flat.getBoundingClientRect().width / flat.parentElement.clientWidth);
  checks.that(`${where}: the flat range is drawn where it lies`, Math.abs(wide - 60 / 450) < 0.02, String(wide));
  checks.equal(
    `${where}: all that was tried, with one lever`,
    await page.locator('#tried svg g.on-plane circle').count(),
    count === 1 ? 7 : 0,
  );
  const hollow = await page
    .locator('#tried svg g.on-plane circle')
    .evaluateAll((all) => all.filter((dot) => dot.getAttribute('fill') === 'var(--page)').length);
  checks.equal(`${where}: hollow where the limit is not kept`, hollow, count === 1 ? 3 : 0);
  const free = await page.locator('.levers').textContent();
  checks.equal(
    `${where}: levers that hardly matter`,
    free.includes(language === 'en' ? 'Hardly matters' : 'Hampir tidak berpengaruh'),
    count === 3,
  );
  checks.equal(
    `${where}: levers at their end`,
    free.includes(language === 'en' ? 'At the end of its range' : 'Di ujung rentangnya'),
    count === 3,
  );
};

async function checkUnreachable(page, where, language) {
  await checkParts(page, where, language, 'optimum');
  checks.equal(`${where}: no picture of nothing`, await page.locator('#optimum .picture').count(), 0);
  checks.that(
    `${where}: and why`,
    (await page.textContent('#no-frontier')).includes(language === 'en' ? 'widen the ranges' : 'perlebar rentang'),
  );
}

async function checkFlat(page, where, language) {
  await checkParts(page, where, language, 'optimum');
  checks.that(
    `${where}: no optimum`,
    (await page.textContent('#answer')).includes(language === 'en' ? 'there is no optimum' : 'tidak ada yang optimum'),
  );
  checks.equal(`${where}: no levers at their best`, await page.locator('.levers').count(), 0);
  checks.equal(`${where}: what was tried is shown`, await page.locator('#tried').count(), 1);
}

const browser = await launch();
try {
  const attribution = write('attribution', attributed);
  await checkEveryView(checks, browser, 'attribution', attribution, checkAttribution);
  const optimum = write('optimum', optimised(1));
  await checkEveryView(checks, browser, 'one lever', optimum, checkOptimum(1));
  await checkEveryView(checks, browser, 'three levers', write('optimum_3', optimised(3)), checkOptimum(3));
  await checkEveryView(checks, browser, 'unreachable', write('unreachable', unreachable), checkUnreachable);
  await checkEveryView(checks, browser, 'flat', write('flat', flat), checkFlat);
  for (const [path, part] of [
    [attribution, '#attribution'],
    [optimum, '#optimum'],
  ]) {
    const { page } = await openReport(browser, path);
    checks.equal(`what a sheet cuts of ${part}`, (await cutOnPaper(page, part)).join('\n  '), '');
    await page.close();
  }
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
