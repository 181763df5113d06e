// Checks how the built page shows costs and choices under uncertainty: node costs.check.mjs [FOLDER FOR THE REPORTS]
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checks, checkEveryView, cutOnPaper, launch, openReport, settled } from './browser.mjs';
import { costs, tooShort, withTwin } from '../../viz/sample/costs.mjs';
import { sample } from '../../viz/sample/make.mjs';
import { builtPage, reportWith } from '../../viz/sample/report.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'graduasi-page-'));
mkdirSync(folder, { recursive: true });
const checks = new Checks();
const policies = sample.policies.length;

const write = (name, payload) => {
  const path = join(folder, `costs_${name}.html`);
  writeFileSync(path, reportWith(builtPage(), payload));
  return path;
};
const choose = async (page, id, value) => {
  await page.selectOption(`#${id}`, value);
  await settled(page);
};
const items = '#costs .part > .scrolling tbody tr';
const rowOf = (page, name) =>
  page
    .locator(items)
    .filter({ has: page.locator(`th:text-is("${name}")`) })
    .locator('td')
    .allTextContents();

const says = {
  en: {
    model: 'In this model',
    terms: ['rupiah of 2025', '5\u00a0% a year'],
    each: 'Cost per sustained graduation',
    total: 'Total',
    dominated: 'dominated by a mixture',
    needed: 'would need draws',
  },
  id: {
    model: 'Dalam model ini',
    terms: ['rupiah tahun 2025', '5% per tahun'],
    each: 'Biaya per graduasi yang bertahan',
    total: 'Jumlah',
    dominated: 'terdominasi oleh campuran',
    needed: 'tarikan parameter yang tidak pasti',
  },
};

async function checkTable(page, where, language) {
  const words = says[language];
  const text = await page.textContent('#costs');
  for (const phrase of [words.model, ...words.terms])
    checks.that(`${where}: says "${phrase}"`, text.includes(phrase), text.slice(0, 400));
  const each = await rowOf(page, words.each);
  checks.equal(`${where}: cost per exit of every policy`, each.length, policies);
  checks.equal(`${where}: empty where it is not defined`, each.at(-1), '\u2013');
  checks.that(
    `${where}: and a number elsewhere`,
    each.slice(0, -1).every((cell) => cell.includes('Rp')),
    each.join(' | '),
  );
  const saved = await rowOf(page, language === 'en' ? 'Saved in all' : 'Penghematan bersih');
  checks.equal(`${where}: the baseline saves nothing on itself`, saved[0], '\u2013');
  checks.that(`${where}: dearer policies save less than nothing`, saved[1].startsWith('\u2212'), saved.join(' | '));
  await choose(page, 'cost-shown-choice', 'difference');
  const more = await rowOf(page, words.total);
  checks.equal(`${where}: differences without the baseline`, more.length, policies - 1);
  checks.that(
    `${where}: with their signs`,
    more[0].startsWith('+') && more.at(-1).startsWith('\u2212'),
    more.join(' | '),
  );
  await choose(page, 'cost-shown-choice', 'value');
}

async function checkFrontier(page, where, language) {
  checks.equal(
    `${where}: policies on the plane`,
    await page.locator('#cost-frontier svg g.on-plane circle').count(),
    policies,
  );
  const hollow = await page
    .locator('#cost-frontier svg g.on-plane circle')
    .evaluateAll((all) => all.filter((each) => each.getAttribute('fill') === 'var(--page)').length);
  checks.equal(`${where}: dominated ones are hollow`, hollow, 1);
  const dominated = page.locator('#cost-frontier tr.dominated');
  checks.equal(`${where}: and marked in the table`, await dominated.count(), 1);
  checks.that(`${where}: in words`, (await dominated.textContent()).includes(says[language].dominated));
  checks.equal(`${where}: without a ratio`, await dominated.locator('td').last().textContent(), '\u2013');
}

async function checkDecisions(page, where, language) {
  await checkTable(page, where, language);
  await checkFrontier(page, where, language);
  checks.equal(
    `${where}: lines of acceptability`,
    await page.locator('#acceptability svg g.threshold-line path').count(),
    policies,
  );
  checks.equal(
    `${where}: lines of what knowing is worth`,
    await page.locator('#information svg g.threshold-line path').count(),
    4,
  );
  for (const id of ['acceptability', 'information']) {
    checks.equal(`${where}: rows of ${id}`, await page.locator(`#${id} table tbody tr`).count(), 8);
    const label = await page.locator(`#${id} svg`).getAttribute('aria-label');
    checks.that(`${where}: ${id} is read as a sentence`, label.length > 60 && label.includes('Rp'), label);
    checks.that(
      `${where}: ${id} is of the model`,
      (await page.locator(`#${id} .note`).first().textContent()).includes(says[language].model),
    );
  }
  await choose(page, 'perspective-choice', 'families');
  checks.equal(
    `${where}: no choice for families`,
    await page.locator('#acceptability, #cost-frontier, #no-decision').count(),
    0,
  );
  checks.equal(`${where}: items of families`, await page.locator(items).count(), 3);
  await choose(page, 'perspective-choice', 'society');
  checks.equal(`${where}: society chooses too`, await page.locator('#acceptability').count(), 1);
}

async function checkWithoutDraws(page, where, language) {
  await checkFrontier(page, where, language);
  checks.equal(`${where}: no curve of choices`, await page.locator('#acceptability').count(), 0);
  checks.that(`${where}: and why`, (await page.textContent('#no-decision')).includes(says[language].needed));
}

/** No standing that a short run cannot give. */
async function checkTwin(page, where, language) {
  const standings = await page.locator('#cost-frontier tbody tr td.text').allTextContents();
  const [same, untold] = {
    en: ['the same cost and graduations', 'cannot be told yet'],
    id: ['biaya dan graduasi sama', 'belum dapat dinilai'],
  }[language];
  checks.that(`${where}: a twin is the same`, standings[1].startsWith(same), standings.join(' | '));
  checks.that(`${where}: a late policy is not judged`, standings[2].startsWith(untold), standings.join(' | '));
  checks.equal(`${where}: none is dominated`, await page.locator('#cost-frontier tr.dominated').count(), 0);
}

async function checkTooShort(page, where, language) {
  checks.equal(`${where}: no plane of zeros`, await page.locator('#cost-frontier').count(), 0);
  checks.that(
    `${where}: and why`,
    (await page.textContent('#no-frontier-of-costs')).includes(
      language === 'en' ? 'cannot be told' : 'belum dapat dinilai',
    ),
  );
}

/** A policy that was switched off in the list is nowhere; all off leaves a sentence and no error. */
async function checkHidden(page, where) {
  await page.locator('.policies input').nth(1).click();
  await settled(page);
  checks.equal(
    `${where}: columns after hiding a policy`,
    await page.locator('#costs .part > .scrolling thead th').count(),
    policies,
  );
  checks.equal(
    `${where}: lines after hiding a policy`,
    await page.locator('#acceptability svg g.threshold-line path').count(),
    policies - 1,
  );
  for (let i = 0; i < policies; i += 1) if (i !== 1) await page.locator('.policies input').nth(i).click();
  await settled(page);
  checks.equal(`${where}: no table of nothing`, await page.locator('#costs .part > .scrolling').count(), 0);
}

const browser = await launch();
try {
  const path = write('decisions', { ...sample, interval: 'parameters', draws: 40, costs: costs(40) });
  await checkEveryView(checks, browser, 'decisions', path, checkDecisions);
  await checkEveryView(
    checks,
    browser,
    'without draws',
    write('no_draws', { ...sample, costs: costs(0) }),
    checkWithoutDraws,
  );
  await checkEveryView(checks, browser, 'twin', write('twin', { ...sample, costs: withTwin() }), checkTwin);
  await checkEveryView(
    checks,
    browser,
    'too short',
    write('too_short', { ...sample, costs: tooShort() }),
    checkTooShort,
  );
  const few = await openReport(browser, write('few_draws', { ...sample, costs: costs(10) }));
  await settled(few.page);
  checks.equal(
    'few draws: only everything is worth something',
    await few.page.locator('#information svg g.threshold-line path').count(),
    1,
  );
  checks.that(
    'few draws: and why',
    (await few.page.textContent('#information')).includes('Single parameters need 20 draws'),
  );
  const { page, complaints } = await openReport(browser, path);
  await checkHidden(page, 'hidden');
  checks.that('hidden: no errors', complaints.length === 0, complaints.join('\n  '));
  const printed = await openReport(browser, path);
  checks.equal('what a sheet cuts', (await cutOnPaper(printed.page, '#costs')).join('\n  '), '');
  const none = await openReport(browser, write('none', sample));
  checks.equal('without costs nothing is shown of them', await none.page.locator('#costs').count(), 0);
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
