// Opens every view of a written report in both languages, light and dark, wide and narrow:
// node views.check.mjs [PATH_TO_REPORT.html]
import { resolve } from 'node:path';
import {
  Checks,
  accessibilityFaults,
  atATime,
  launch,
  namesCovered,
  openAll,
  openReport,
  payloadOf,
  samplePage,
  settled,
  sheet,
  sidewaysScroll,
  speak,
  views,
  wordsOutside,
} from './browser.mjs';

const path = resolve(process.argv[2] ?? samplePage);
const payload = payloadOf(path);
const checks = new Checks();

/** The views that a payload of this content has to have. */
const expectedViews = [
  ['#main-figure', payload.curves.length > 0],
  ['#difference-over-time', payload.policies.length > 1],
  ['#difference-at-end', payload.policies.length > 1],
  ['#caseload figure', new Set(payload.caseloads.map((row) => row.households_per_facilitator)).size > 1],
  ['#sweep', Boolean(payload.sweep)],
  ['#heat-map', (payload.sweep?.axes.length ?? 0) > 1],
  ['#costs', Boolean(payload.costs)],
  ['#exits', payload.measures.some(({ name }) => name === 'natural_exit')],
  ['#work', payload.measures.some(({ name }) => name === 'workload')],
  ['#groups', payload.splits.length > 0],
];

const heldFixed = {
  en: 'parameters held fixed: the true uncertainty is larger',
  id: 'parameter dianggap tetap: ketidakpastian sebenarnya lebih besar',
};
// The stack draws no interval; it says so, and its table has them.
const noInterval = { en: 'carry no interval', id: 'tanpa selang' };

async function checkFigures(page, where, language) {
  for (const [selector, there] of expectedViews)
    checks.equal(`${where}: ${selector} is there`, (await page.locator(selector).count()) > 0, there);
  const figures = await page.locator('figure').evaluateAll((all) =>
    all.map((figure) => ({
      name: figure.querySelector('h3')?.textContent ?? figure.dataset.measure ?? '',
      note: [...figure.querySelectorAll('.note')].map((note) => note.textContent).join(' '),
      rows: figure.querySelectorAll('table tbody tr').length,
      isMap: figure.querySelector('table.heat') !== null,
      pictures: [...figure.querySelectorAll('.picture svg')].map((svg) => [
        svg.getAttribute('role'),
        (svg.getAttribute('aria-label') ?? '').length,
      ]),
    })),
  );
  for (const { name, note, rows, isMap, pictures } of figures) {
    checks.that(`${where}: "${name}" has a table`, rows > 0);
    checks.that(
      `${where}: "${name}" is read as a sentence`,
      (pictures.length > 0 || isMap) && pictures.every(([role, length]) => role === 'img' && length > 20),
      JSON.stringify(pictures),
    );
    if (payload.interval === 'chance')
      checks.that(
        `${where}: "${name}" says what its interval is`,
        note.includes(heldFixed[language]) || note.includes(noInterval[language]),
        note,
      );
  }
}

async function checkSpilling(page, where) {
  const spilled = await wordsOutside(page);
  checks.that(`${where}: no words outside their picture`, spilled.length === 0, spilled.slice(0, 5).join(' | '));
  checks.equal(`${where}: names beside marks cover each other`, await namesCovered(page), 0);
}

async function checkSplits(page, where) {
  for (const { name, groups, curves } of payload.splits) {
    await page.selectOption('#split-choice', name);
    await settled(page);
    await openAll(page);
    const few = groups.length <= 8 && curves.some((curve) => curve.month.length > 1);
    if (few) checks.equal(`${where}: panels of ${name}`, await page.locator('#groups .panel').count(), groups.length);
    else {
      const end = (curve) => curve.month.indexOf(payload.months);
      const shown = await page.getAttribute('#groups figure', 'data-measure');
      const wanted = [
        payload.baseline,
        (await page.locator('#split-policy-choice').count())
          ? await page.inputValue('#split-policy-choice')
          : payload.baseline,
      ];
      const values = curves
        .filter((curve) => curve.measure === shown && wanted.includes(curve.policy))
        .flatMap((curve) => curve.mean.map((group) => group[end(curve)]))
        .filter((value) => value !== null).length;
      const dots = await page.locator('#groups svg g.group circle').count();
      if (groups.length <= 60) checks.equal(`${where}: dots of ${name}, none where a value is missing`, dots, values);
      checks.equal(`${where}: rows of ${name}`, await page.locator('#groups tbody tr').count(), groups.length);
    }
    const faults = await accessibilityFaults(page);
    checks.that(`${where}: axe, split by ${name}`, faults.length === 0, faults.join('\n  '));
    checks.equal(`${where}: sideways scroll, split by ${name}`, await sidewaysScroll(page), 0);
    await checkSpilling(page, `${where}, split by ${name}`);
  }
}

async function checkIndonesian(page) {
  const text = await page.textContent('main');
  const plain = text.replaceAll(payload.question, '');
  for (const words of ['Perbandingan kebijakan', 'Dasar hasil ini', 'Angka di balik gambar ini'])
    checks.that(`Indonesian: says "${words}"`, plain.includes(words));
  checks.equal('Indonesian: language of the document', await page.getAttribute('html', 'lang'), 'id');
  checks.equal('Indonesian: the question stays as written', (await page.textContent('h1')).trim(), payload.question);
  const month = new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(Date.UTC(Number(payload.start.slice(0, 4)), Number(payload.start.slice(5)) - 1 + payload.months - 1, 1)),
  );
  checks.that(`Indonesian: months, as in ${month}`, plain.includes(month));
  const share = payload.table.find((row) => row.premature_share !== null);
  if (share) {
    const cells = await page.locator('table.comparison tbody td').allTextContents();
    checks.that(
      'Indonesian: decimal comma in the table',
      cells.some((cell) => /^\d+,\d+%$/.test(cell)),
      cells.join(' | '),
    );
  }
  const shown = await page.getAttribute('#main-figure figure', 'data-measure');
  const { label_id, definition, definition_id } = payload.measures.find(({ name }) => name === shown);
  checks.equal('Indonesian: label of the codebook', await page.textContent('#main-figure h2'), label_id);
  const told = page.locator(definition_id ? '#main-figure .definition' : '#main-figure .note [lang=en]');
  checks.equal(
    'Indonesian: definition of the codebook',
    (await told.textContent()).toLowerCase(),
    `${definition_id || definition.replace(/\.$/, '')}.`.toLowerCase(),
  );
  checks.equal(
    'Indonesian: language of the definition',
    await told.evaluate((each) => each.closest('[lang]').lang),
    definition_id ? 'id' : 'en',
  );
  // What the program wrote stays English and says so; what the page says is Indonesian.
  if (payload.measures.every((measure) => measure.definition_id))
    checks.equal(
      'Indonesian: English parts beside warnings, parameters and the citation',
      await page.locator('main [lang=en]:not(.warnings *, .citation *, .languages *, td *)').count(),
      0,
    );
  const notes = await page.textContent('#rests-on .notes');
  checks.that('Indonesian: notes on the run', notes.includes('disimulasikan') && /selang/i.test(notes), notes);
}

/** What the reader chose must outlive a change of language. */
async function checkSwitch(page) {
  const options = await page.locator('#measure-choice option').evaluateAll((all) => all.map((option) => option.value));
  await page.selectOption('#measure-choice', options.at(-1));
  await speak(page, 'id');
  checks.equal('the measure after changing the language', await page.inputValue('#measure-choice'), options.at(-1));
  await speak(page, 'en');
  await page.selectOption('#measure-choice', options[0]);
}

async function checkKeyboard(page) {
  const wanted = await page
    .locator('a[href], button, select, input, summary, [tabindex="0"]')
    .evaluateAll((all) => all.filter((each) => each.checkVisibility()).length);
  await page.evaluate(() => {
    window.reached = new Set();
    window.unmarked = [];
  });
  // Set by a key and not by a click, so that the browser shows it; from the first place on.
  await page.locator('.header-line a').first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  for (let i = 0; i < wanted; i += 1) {
    await page.evaluate(() => {
      const element = document.activeElement;
      window.reached.add(element);
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) window.unmarked.push(element.outerHTML.slice(0, 80));
    });
    await page.keyboard.press('Tab');
  }
  checks.equal('places reached with the tab key', await page.evaluate(() => window.reached.size), wanted);
  const unmarked = await page.evaluate(() => window.unmarked);
  checks.that('the focus is seen everywhere', unmarked.length === 0, unmarked.slice(0, 3).join('\n  '));
}

/** What follows the pointer is drawn anew at each move and must not bring faults of its own. */
async function checkPointer(page, where) {
  await page.locator('#exits .picture svg').first().hover();
  await settled(page);
  checks.that(
    `${where}: the pointer shows values`,
    (await page.locator('#exits .picture').first().textContent()).includes(': '),
  );
  const faults = await accessibilityFaults(page);
  checks.that(`${where}: axe under the pointer`, faults.length === 0, faults.join('\n  '));
}

/** What stands on one sheet as a whole. */
const whole = 'figure:not(.panels):not(:has(.numbers[open])), .picture, .panel, tr, .warnings';

async function checkSheets(page, where) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  checks.equal(
    `controls on paper, ${where}`,
    await page.locator('.on-screen:visible, button:visible, select:visible, input:visible').count(),
    0,
  );
  const breaking = await page
    .locator(whole)
    .evaluateAll((all) => all.filter((each) => getComputedStyle(each).breakInside !== 'avoid').length);
  checks.equal(`figures and rows that a sheet may cut, ${where}`, breaking, 0);
  const cut = await page.locator(`${whole}, svg, table`).evaluateAll(
    (all, { width, height }) =>
      all
        .filter((each) => {
          const box = each.getBoundingClientRect();
          return box.right > width + 1 || (each.localName !== 'table' && box.height > height);
        })
        .map((each) => each.outerHTML.slice(0, 80)),
    sheet,
  );
  checks.that(`nothing is larger than a sheet, and so cut, ${where}`, cut.length === 0, cut.slice(0, 5).join('\n  '));
}

/** Where figures are high or refuse to stand beside each other, half of the sheets are empty. */
async function checkFilling(page) {
  // The first sheet is the answer alone, whatever is left of it.
  const pictures = await page.locator('main > :not(#answer) .picture:visible').count();
  const tables =
    1 +
    (await page
      .locator('#brought, #for-whom, #rests-on, #manifest, #costs table, #comparison table')
      .evaluateAll((all) => all.reduce((sum, each) => sum + each.getBoundingClientRect().height, 0))) /
      sheet.height;
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  const figures = sheets - tables;
  checks.that(
    'three pictures or more on a sheet of figures',
    sheets > 0 && pictures >= 3 * figures,
    `${pictures} pictures on ${figures.toFixed(1)} sheets of ${sheets}`,
  );
}

async function checkPrint(page) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(sheet);
  await settled(page);
  await checkSheets(page, 'all open');
  await page.locator('details').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = false;
    }),
  );
  await settled(page);
  await checkSheets(page, 'all closed');
  await checkFilling(page);
  const pale = await page
    .locator('.swatch')
    .evaluateAll((all) => all.filter((each) => getComputedStyle(each).printColorAdjust !== 'exact').length);
  checks.equal('legends without their colours on paper', pale, 0);
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  checks.equal('paper is white although the screen is dark', background, 'rgb(255, 255, 255)');
}

async function checkCalm(browser) {
  const { page } = await openReport(browser, path, { reducedMotion: 'reduce' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((each) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
      }).length,
  );
  checks.equal('what moves although the reader asked for calm', moving, 0);
  await page.close();
}

async function checkView(browser, language, colorScheme, width) {
  const where = `${language}, ${colorScheme}, ${width} pixels`;
  const { page, complaints } = await openReport(browser, path, { colorScheme, viewport: { width, height: 900 } });
  if (language === 'en' && colorScheme === 'light' && width > 380) {
    checks.equal('the language that the page opens in', await page.getAttribute('html', 'lang'), payload.language);
    await speak(page, 'en');
    await checkSwitch(page);
    await checkKeyboard(page);
  }
  await speak(page, language);
  await openAll(page);
  await settled(page);
  await checkFigures(page, where, language);
  if (language === 'id') await checkIndonesian(page);
  if (payload.splits.length === 0) {
    const faults = await accessibilityFaults(page);
    checks.that(`${where}: axe`, faults.length === 0, faults.join('\n  '));
    checks.equal(`${where}: sideways scroll`, await sidewaysScroll(page), 0);
    await checkSpilling(page, where);
  } else await checkSplits(page, where);
  if (language === 'en' && width > 380) await checkPointer(page, where);
  if (colorScheme === 'dark' && width > 380 && language === 'id') await checkPrint(page);
  checks.that(`${where}: no errors and no requests`, complaints.length === 0, complaints.join('\n  '));
  await page.close();
}

checks.that('the report holds a payload', payload !== null);
const browser = await launch();
try {
  await atATime(2, views, ({ language, colorScheme, width }) => checkView(browser, language, colorScheme, width));
  await checkCalm(browser);
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
