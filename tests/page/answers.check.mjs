// Checks the first lines of the built page, and for whom: node answers.check.mjs [FOLDER FOR THE REPORTS]
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answered, answeredByGroup, answeredForMany, answeredOnce, answeredWidely } from '../../viz/sample/answers.mjs';
import { builtPage, reportWith } from '../../viz/sample/report.mjs';
import { Checks, accessibilityFaults, launch, openReport, settled, sidewaysScroll } from './browser.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'graduasi-page-'));
mkdirSync(folder, { recursive: true });
const checks = new Checks();

/** Of each policy in turn, what its line must say. */
const says = {
  en: [
    [
      '274,000 more families become able (269,000 to 279,000)',
      '101,000 more graduate self-reliantly (96,500 to 105,500)',
      '74,000 more have lasted two years so far',
      '17.0\u00a0% of the further graduations are premature (12.0 to 22.0\u00a0%)',
      'The programme pays Rp\u00a019.00 trillion more',
      'Rp\u00a094.0 million for each family more that becomes able (Rp\u00a092.0 to 96.0 million)',
      'Rp\u00a0375 million for each further graduation that lasts (Rp\u00a0350 to 400 million)',
      'By who leaves: +20,000 families that were able from the start, +70,000 that became able since, +11,000 that never were.',
      'Its target asks for 330,000 exits a year; 165,000 count, 50.0\u00a0% of it, and it is reached in 2 of 10 years.',
      'benefits of families of the first day are \u2212Rp\u00a03.00 trillion, of families let in since +Rp\u00a02.00 trillion',
    ],
    [
      '60.0\u00a0% of the further graduations are premature',
      'leave before they are able',
      '+5,000 (not clear) families that were able from the start, +70,000 that became able since',
    ],
    [
      'not distinguishable in number (+900; ',
      'no share of them can be called premature',
      'What the programme pays is not distinguishable',
    ],
    [
      '90,000 fewer families become able (85,000 to 95,000)',
      'too early to tell how many of them last',
      'though graduations are fewer, premature ones change by +6,000; +4,000 to +8,000',
      'The programme pays Rp\u00a04.00 trillion less',
      '500,000 more are taken off by a rule (496,000 to 504,000); 80.0\u00a0% of them are not able to leave',
      'Most of the further families that a rule takes off are not able to leave.',
    ],
  ],
  id: [
    ['274.000 keluarga lebih banyak menjadi mampu', '17,0% dari tambahan graduasi itu terlalu dini'],
    ['60,0% dari tambahan graduasi itu terlalu dini', 'keluarga itu keluar sebelum mampu'],
    ['tidak dapat dibedakan'],
    ['90.000 keluarga lebih sedikit menjadi mampu', 'meskipun graduasi berkurang'],
  ],
};

const write = (name, payload) => {
  const path = join(folder, `answers_${name}.html`);
  writeFileSync(path, reportWith(builtPage(), payload));
  return path;
};
const speak = async (page, language) => {
  await page.locator(`.languages button[lang=${language}]`).click();
  await settled(page);
};

async function checkView(page, where) {
  for (const wrong of ['NaN', 'undefined', 'Infinity', '[object', 'null'])
    checks.that(`${where}: no "${wrong}"`, !(await page.textContent('#brought')).includes(wrong));
  const faults = await accessibilityFaults(page);
  checks.that(`${where}: axe`, faults.length === 0, faults.join('\n  '));
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: 380, height: 800 });
  await settled(page);
  checks.equal(`${where}: sideways scroll at 380 pixels`, await sidewaysScroll(page), 0);
  await page.setViewportSize({ width, height });
}

async function checkLines(browser) {
  const { page, complaints } = await openReport(browser, write('lines', answered));
  for (const language of ['en', 'id']) {
    await speak(page, language);
    const lines = await page.locator('#brought li').allTextContents();
    checks.equal(`${language}: a line for each policy`, lines.length, answered.answers.length);
    says[language].forEach((phrases, i) =>
      phrases.forEach((phrase) => checks.that(`${language}: "${phrase}"`, lines[i].includes(phrase), lines[i])),
    );
    checks.equal(`${language}: warnings`, await page.locator('#brought li strong').count(), 2);
    await checkView(page, `lines, ${language}`);
  }
  checks.equal('no part for whom without groups', await page.locator('#for-whom').count(), 0);
  checks.that('lines: no errors', complaints.length === 0, complaints.join('\n  '));
  await page.close();
}

async function checkGroups(browser) {
  const { page, complaints } = await openReport(browser, write('groups', answeredByGroup));
  const policies = answered.answers.length;
  checks.equal('groups: a line for each policy still', await page.locator('#brought li').count(), policies);
  const rows = page.locator('#for-whom tbody tr:has(td)');
  checks.equal('groups: rows, areas left out', await rows.count(), 4 * policies);
  const first = await rows.first().textContent();
  for (const phrase of ['Welfare fifth: 1 (poorest)', '+27,400', '+10,100'])
    checks.that(`groups: "${phrase}"`, first.includes(phrase), first);
  checks.that(
    'groups: families headed by women',
    (await rows.nth(2).textContent()).includes('Sex of the head: woman'),
    await rows.nth(2).textContent(),
  );
  const unclear = await rows
    .nth(2 * 4)
    .locator('td')
    .last()
    .textContent();
  checks.equal('groups: no share where exits are not distinguishable', unclear, '\u2013');
  await page.locator('.policies input').nth(1).focus();
  await page.keyboard.press('Space');
  await settled(page);
  checks.equal('groups: rows after hiding one policy', await rows.count(), 4 * (policies - 1));
  await checkView(page, 'groups');
  await speak(page, 'id');
  checks.that('groups, id', (await page.textContent('#for-whom')).includes('Kuintil kesejahteraan: 1 (termiskin)'));
  checks.that('groups: no errors', complaints.length === 0, complaints.join('\n  '));
  await page.close();
}

async function checkMany(browser) {
  const { page, complaints } = await openReport(browser, write('many', answeredForMany));
  checks.equal('many: rows', await page.locator('#brought tbody tr').count(), answeredForMany.answers.length);
  checks.equal('many: no list', await page.locator('#brought li').count(), 0);
  const warned = await page.textContent('#brought .brought');
  checks.that(
    'many: the warning names the policies',
    warned.includes('1 to 110') && !warned.includes('1 to 100'),
    warned,
  );
  await checkView(page, 'many');
  checks.that('many: no errors', complaints.length === 0, complaints.join('\n  '));
  await page.close();
}

async function checkDoubts(browser) {
  const { page } = await openReport(browser, write('widely', answeredWidely));
  const [first, , third] = await page.locator('#brought li').allTextContents();
  checks.that(
    'a share below nothing is not told',
    first.includes('how many of these are premature is not clear'),
    first,
  );
  checks.that('nothing is said of who leaves where nothing of it is known', !third.includes('By who leaves'), third);
  await page.close();
}

async function checkOnce(browser) {
  const { page } = await openReport(browser, write('once', answeredOnce));
  const line = await page.textContent('#brought li');
  checks.that('once: figures without brackets', line.includes('274,000 more families become able;'), line);
  checks.that('once: a share', line.includes('17.0\u00a0% of the further graduations are premature'), line);
  await page.close();
}

const browser = await launch();
try {
  await checkLines(browser);
  await checkGroups(browser);
  await checkMany(browser);
  await checkDoubts(browser);
  await checkOnce(browser);
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
