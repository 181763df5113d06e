// Checks the three layers of the built page: the first screen, what is folded, its addresses and its first sheet:
// node layers.check.mjs [FOLDER FOR THE REPORTS]
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attributed, optimised } from '../../viz/sample/analyses.mjs';
import { answered } from '../../viz/sample/answers.mjs';
import { sample } from '../../viz/sample/make.mjs';
import { builtPage, reportWith } from '../../viz/sample/report.mjs';
import { axes, swept } from '../../viz/sample/sweeps.mjs';
import { Checks, accessibilityFaults, launch, openReport, settled, sheet, sidewaysScroll, speak } from './browser.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'graduasi-page-'));
mkdirSync(folder, { recursive: true });
const checks = new Checks();
const most_words = 35;
const oneAxis = swept([axes.rate]);
const screen = { width: 1280, height: 900 };

const write = (name, payload) => {
  const path = join(folder, `layers_${name}.html`);
  writeFileSync(path, reportWith(builtPage(), payload));
  return path;
};

const long = 'a policy whose name is so long that it alone has more words than a sentence of the first screen may have '
  .repeat(3)
  .trim();
/** The same run with a name that fills a sentence. */
const named = JSON.parse(JSON.stringify(answered).replaceAll('"1 to 100"', JSON.stringify(long)));
const one = {
  ...sample,
  policies: ['today'],
  curves: sample.curves.filter(({ policy }) => policy === 'today'),
  differences: [],
  table: sample.table.slice(0, 1),
};

async function checkHeadlines(browser) {
  const all = { answered, named, one, swept: oneAxis, attributed, optimised: optimised(1) };
  for (const [name, payload] of Object.entries(all)) {
    const { page, complaints } = await openReport(browser, write(name, payload), { folded: true, viewport: screen });
    for (const language of ['en', 'id']) {
      await speak(page, language);
      const choices = await page.locator('#policy-choice option').evaluateAll((all) => all.map(({ value }) => value));
      for (const policy of choices.length > 0 ? choices : ['']) {
        if (policy) await page.selectOption('#policy-choice', policy);
        await settled(page);
        const text = await page.textContent('.headline');
        const count = text.split(/\s+/).filter(Boolean).length;
        checks.that(`${name}, ${language}: ${most_words} words at most`, count > 4 && count <= most_words, text);
        checks.that(`${name}, ${language}: one sentence`, text.endsWith('.') && !/\. /.test(text), text);
      }
    }
    checks.that(`${name}: no errors`, complaints.length === 0, complaints.join('\n  '));
    await page.close();
  }
}

const says = {
  en: {
    headline:
      'With \u201c1 to 100\u201d, 274,000 more families become able and 101,000 more leave PKH self-reliantly by December 2035; 17.0\u00a0% of these further exits come too early.',
    tiles: ['+274,000', '+101,000', '+74,000', '+Rp\u00a019.00 trillion'],
    sure: 'parameters held fixed: the true uncertainty is larger',
    why: 'workload from',
  },
  id: {
    headline:
      'Dengan \u201c1 to 100\u201d, 274.000 keluarga lebih banyak menjadi mampu dan 101.000 lebih banyak graduasi sejahtera mandiri sampai Desember 2035; 17,0% dari tambahan graduasi itu terlalu dini.',
    tiles: ['+274.000', '+101.000', '+74.000', '+Rp\u00a019,00 triliun'],
    sure: 'ketidakpastian sebenarnya lebih besar',
    why: 'beban kerja dari',
  },
};

async function checkScreen(browser) {
  const { page, complaints } = await openReport(browser, write('screen', answered), { folded: true, viewport: screen });
  for (const language of ['en', 'id']) {
    await speak(page, language);
    const words = says[language];
    checks.equal(`${language}: headline`, await page.textContent('.headline'), words.headline);
    const tiles = await page.locator('.tiles > li').allTextContents();
    checks.equal(`${language}: tiles`, tiles.length, 4);
    words.tiles.forEach((text, i) => checks.that(`${language}: tile "${text}"`, tiles[i].includes(text), tiles[i]));
    checks.that(`${language}: too early is in the third`, tiles[2].includes('17'), tiles[2]);
    checks.that(`${language}: how sure`, (await page.textContent('.sure')).includes(words.sure));
    checks.that(
      `${language}: why`,
      (await page.textContent('.why')).includes(words.why),
      await page.textContent('.why'),
    );
    const bottom = await page
      .locator('#main-figure .picture svg')
      .evaluate((svg) => svg.getBoundingClientRect().bottom);
    checks.that(`${language}: the chart is on the first screen`, bottom <= screen.height, bottom);
    await page.click('[data-key=table]');
    await settled(page);
    checks.equal(`${language}: rows of the table`, await page.locator('#month-table tbody tr').count(), 5);
    const last = await page.textContent('#month-table tbody tr td');
    await page.locator('#month-choice').focus();
    await page.keyboard.press('Home');
    await settled(page);
    const early = await page.textContent('#month-table tbody tr td');
    checks.that(`${language}: the slider moves the table`, early !== last, `${early} and ${last}`);
    checks.that(`${language}: to the first year`, (await page.textContent('#month-table h2')).includes('2026'));
    await page.keyboard.press('End');
    const faults = await accessibilityFaults(page);
    checks.that(`${language}: axe with the table`, faults.length === 0, faults.join('\n  '));
    await page.click('[data-key=chart]');
    await settled(page);
  }
  await page.selectOption('#policy-choice', '1 to 150');
  await settled(page);
  checks.equal('a tile warns where most are too early', await page.locator('.tiles .warned').count(), 1);
  await page.setViewportSize({ width: 380, height: 800 });
  await settled(page);
  checks.equal('sideways scroll at 380 pixels', await sidewaysScroll(page), 0);
  checks.that('screen: no errors', complaints.length === 0, complaints.join('\n  '));
  await page.close();
}

async function checkFolds(browser) {
  const path = write('folds', answered);
  const { page } = await openReport(browser, path, { folded: true, viewport: screen });
  checks.equal('nothing is open at first', await page.locator('details.part[open]').count(), 0);
  checks.equal('what is folded is not drawn', await page.locator('#exits figure, #costs table').count(), 0);
  await page.locator('nav.contents a[href="#exits"]').click();
  await page.waitForSelector('#exits figure svg');
  await settled(page);
  checks.equal('a link opens its part', await page.locator('details.part[open]').count(), 1);
  const top = await page.locator('#exits').evaluate((part) => part.getBoundingClientRect().top);
  checks.that('and leads there', top >= 0 && top < screen.height / 2, top);
  const folds = await page.locator('#details details.part').count();
  await page.getByText('Open all').click();
  await settled(page);
  checks.equal('all can be opened', await page.locator('#details details.part[open]').count(), folds);
  await page.getByText('Close all').click();
  await settled(page);
  checks.equal('and closed', await page.locator('#details details.part[open]').count(), 0);
  await page.close();
}

async function checkAddress(browser) {
  const path = write('address', answered);
  const { page } = await openReport(browser, path, { folded: true, viewport: screen });
  checks.equal('an untouched page has a clean address', new URL(page.url()).hash, '');
  await page.selectOption('#policy-choice', '1 to 400');
  await page.click('[data-key=table]');
  await page.locator('#month-choice').focus();
  await page.keyboard.press('Home');
  await speak(page, 'id');
  const hash = new URL(page.url()).hash;
  checks.equal('the address says what is seen', hash, '#?policy=1+to+400&month=12&tab=table&lang=id');
  await page.close();
  const again = await openReport(browser, path, { folded: true, viewport: screen, hash: hash.replace('#', '#work') });
  await again.page.waitForSelector('#work figure svg');
  checks.equal('and brings it back: policy', await again.page.inputValue('#policy-choice'), '1 to 400');
  checks.equal('tab', await again.page.locator('[data-key=table]').getAttribute('aria-pressed'), 'true');
  checks.equal('month', await again.page.inputValue('#month-choice'), '0');
  checks.equal('language', await again.page.getAttribute('html', 'lang'), 'id');
  checks.equal('part', await again.page.locator('#work details[open]').count(), 1);
  await again.page.close();
  const odd = await openReport(browser, path, { folded: true, hash: '#nothing?policy=none&month=x&tab=y&lang=z%E0' });
  checks.equal('an address that means nothing opens the page', await odd.page.locator('.tiles > li').count(), 4);
  checks.that('without errors', odd.complaints.length === 0, odd.complaints.join('\n  '));
  await odd.page.close();
}

async function checkPaper(browser) {
  const { page } = await openReport(browser, write('paper', answered), { folded: true, viewport: screen });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(sheet);
  await settled(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await settled(page);
  const box = await page.locator('#answer').boundingBox();
  checks.that('the note is on the first sheet', box.y + box.height <= sheet.height, box.y + box.height);
  checks.equal(
    'what follows begins another',
    await page.locator('#answer').evaluate((each) => getComputedStyle(each).breakAfter),
    'page',
  );
  for (const part of ['.headline', '.tiles', '.sure', '#main-figure svg', '#month-table table'])
    checks.that(`on it is ${part}`, await page.locator(`#answer ${part}`).first().isVisible());
  checks.that('the details are printed', await page.locator('#exits figure svg').first().isVisible());
  checks.equal('the list of assumptions is not', await page.locator('#rests-on .in-print table').isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await settled(page);
  checks.equal('afterwards the details are folded again', await page.locator('#exits figure').count(), 0);
  await page.close();
}

async function checkFirst(browser) {
  for (const [name, payload, first] of [
    ['swept', oneAxis, '#answer #sweep figure'],
    ['attributed', attributed, '#answer #attribution figure'],
    ['optimised', optimised(1), '#answer #optimum figure'],
  ]) {
    const { page } = await openReport(browser, write(`first_${name}`, payload), { folded: true, viewport: screen });
    checks.that(`${name}: opens on its own figure`, (await page.locator(first).count()) > 0);
    checks.equal(`${name}: without tiles`, await page.locator('.tiles').count(), 0);
    await page.close();
  }
}

const browser = await launch();
try {
  await checkHeadlines(browser);
  await checkScreen(browser);
  await checkFolds(browser);
  await checkAddress(browser);
  await checkPaper(browser);
  await checkFirst(browser);
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
