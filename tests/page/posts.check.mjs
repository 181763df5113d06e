// Checks how the built page shows exits of a year over facilitators: node posts.check.mjs [FOLDER FOR THE REPORTS]
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sample } from '../../viz/sample/make.mjs';
import { posts, tooFew, withoutTarget } from '../../viz/sample/posts.mjs';
import { builtPage, reportWith } from '../../viz/sample/report.mjs';
import { Checks, checkEveryView, cutOnPaper, launch, openReport, settled } from './browser.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'graduasi-page-'));
mkdirSync(folder, { recursive: true });
const checks = new Checks();
const policies = sample.policies.length;
const years = 10;
const part = '#facilitators-by-exits';

const write = (name, payload) => {
  const path = join(folder, `posts_${name}.html`);
  writeFileSync(path, reportWith(builtPage(), payload));
  return path;
};

const says = {
  en: {
    heading: 'How many facilitators reach ten exits a year?',
    line: 'In 2035, 17.4\u00a0% of facilitators (17.1 to 17.7\u00a0%) reach ten; each has 4.9 exits on average.',
    bands: ['None', 'One to nine', 'Ten or more'],
    interval: 'Line through each bar: 95\u00a0% interval',
    unknown: 'no published count was found to compare it with',
  },
  id: {
    heading: 'Berapa banyak pendamping yang mencapai sepuluh graduasi setahun?',
    line: 'Pada 2035, 17,4% pendamping (17,1 sampai 17,7%) mencapai sepuluh; rata-rata 4,9 graduasi per pendamping.',
    bands: ['Tidak ada', 'Satu sampai sembilan', 'Sepuluh atau lebih'],
    interval: 'Garis pada setiap batang: selang 95%',
    unknown: 'tidak ditemukan angka terbitan sebagai pembanding',
  },
};

async function checkFigure(page, where, language) {
  const words = says[language];
  checks.equal(`${where}: heading`, await page.textContent(`${part} h2`), words.heading);
  checks.equal(`${where}: a panel for each policy`, await page.locator(`${part} .panel`).count(), policies);
  checks.equal(`${where}: the answer`, await page.locator(`${part} .panel p`).nth(1).textContent(), words.line);
  checks.equal(
    `${where}: legend`,
    (await page.locator(`${part} .legend li`).allTextContents()).join(),
    words.bands.join(),
  );
  checks.equal(
    `${where}: columns`,
    (await page.locator(`${part} thead th`).allTextContents()).slice(1).join(),
    words.bands.join(),
  );
  checks.equal(`${where}: rows`, await page.locator(`${part} tbody tr`).count(), policies * years);
  const note = (await page.locator(`${part} figure > .note`).allTextContents()).join(' ');
  for (const phrase of [words.interval, words.unknown])
    checks.that(`${where}: says "${phrase}"`, note.includes(phrase), note);
  checks.equal(
    `${where}: bars of three parts a year`,
    await page.locator(`${part} svg g.band rect`).count(),
    3 * years * policies,
  );
  // The parts of a year reach from zero to all facilitators.
  const heights = await page
    .locator(`${part} .panel:first-child svg`)
    .first()
    .evaluate((svg) => {
      const parts = [...svg.querySelectorAll('g.band rect')].slice(0, 3);
      return parts.map((each) => Number(each.getAttribute('height')));
    });
  const share = heights[0] / (heights[0] + heights[1] + heights[2]);
  checks.that(`${where}: the lowest part is those with ten`, share < 0.1, heights.join());
}

async function checkDownload(page) {
  const download = page.waitForEvent('download');
  await page.locator('#facilitators-by-exits .actions').getByText('CSV').click();
  const saved = await download;
  checks.equal('name of the file', saved.suggestedFilename(), 'facilitators_by_exits.csv');
  const lines = readFileSync(await saved.path(), 'utf8')
    .trimEnd()
    .split('\n');
  checks.equal('columns of the file', lines[0], 'policy,variant,measure,month,calendar_month,mean,lower,upper');
  checks.equal('rows of the file', lines.length - 1, 4 * years * policies);
}

/** The measures are curves like any others; hiding a policy takes its panel. */
async function checkChoices(page) {
  const offered = await page.locator('#measure-choice option').evaluateAll((all) => all.map(({ value }) => value));
  for (const name of ['exits_per_facilitator_year', 'facilitators_10_exits_share'])
    checks.that(`${name} is offered as a curve`, offered.includes(name), offered.join());
  await page.locator('.policies input').nth(1).focus();
  await page.keyboard.press('Space');
  await settled(page);
  checks.equal('panels after hiding one policy', await page.locator(`${part} .panel`).count(), policies - 1);
  for (let i = 0; i < policies; i += 1) if (i !== 1) await page.locator('.policies input').nth(i).uncheck();
  await settled(page);
  checks.equal('no policy: told so', await page.textContent(`${part} .note`), 'No policy is chosen.');
}

const browser = await launch();
try {
  const path = write('all', posts);
  await checkEveryView(checks, browser, 'posts', path, checkFigure);
  const { page } = await openReport(browser, path);
  await checkDownload(page);
  await checkChoices(page);
  await page.close();

  const few = await openReport(browser, write('few', tooFew));
  checks.equal('too few: panels', await few.page.locator(`${part} .panel`).count(), policies - 1);
  const note = (await few.page.locator(`${part} figure > .note`).allTextContents()).join(' ');
  checks.that('too few: named', note.includes(`calendar year is whole: ${sample.policies.at(-1)}.`), note);
  await few.page.close();

  const none = await openReport(browser, write('none', withoutTarget));
  checks.equal('without a target there is no such part', await none.page.locator(part).count(), 0);
  await none.page.close();

  const printed = await openReport(browser, path);
  checks.equal('cut on paper', (await cutOnPaper(printed.page, part)).join('\n'), '');
  await printed.page.close();
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
