// Checks a written report in a real browser: node report.check.mjs [PATH_TO_REPORT.html]
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  Checks,
  accessibilityFaults,
  launch,
  openReport,
  payloadOf,
  samplePage,
  settled,
  sidewaysScroll,
} from './browser.mjs';

const path = resolve(process.argv[2] ?? samplePage);
const payload = payloadOf(path);
const checks = new Checks();
const chanceSentence = 'parameters held fixed: the true uncertainty is larger';
const mainPicture = '#main-figure .picture svg';

/** How many policies have a curve of the measure in the variant that the page shows first. */
function policiesDrawn(measure) {
  const variant = payload.variants[0] ?? payload.curves[0].variant;
  return payload.policies.filter((policy) =>
    payload.curves.some(
      (curve) =>
        curve.policy === policy &&
        curve.measure === measure &&
        (curve.variant === variant || policy === payload.baseline) &&
        curve.mean.some((value) => value !== null),
    ),
  ).length;
}

async function checkContent(page) {
  checks.equal('title of the document', await page.title(), payload.question);
  checks.equal('heading', (await page.textContent('h1')).trim(), payload.question);
  checks.equal(
    'rows of the comparison',
    await page.locator('#comparison table.comparison tbody tr').count(),
    payload.table.length,
  );
  const answer = await page.textContent('#answer');
  checks.that('the answer names the baseline', answer.includes(payload.baseline), answer);
  const compared = payload.table.some((row) => row.difference !== null);
  if (payload.interval === 'chance' && compared)
    checks.that('the answer says that parameters are held fixed', answer.includes(chanceSentence), answer);
  if (payload.interval === 'chance')
    checks.that(
      'the page says that parameters are held fixed',
      (await page.textContent('main')).includes(chanceSentence),
    );
  checks.equal('warnings', await page.locator('.warnings li').count(), payload.warnings.length);
  const { citation } = payload.manifest;
  checks.that('the manifest holds a citation', typeof citation === 'string' && citation.length > 20, citation);
  const cited = await page.locator('.citation p').evaluate((line) => {
    getSelection().selectAllChildren(line);
    return getSelection().toString();
  });
  checks.equal('the citation can be selected', cited, citation);
  const headings = { en: 'Cite this result as', id: 'Kutip hasil ini sebagai' };
  for (const language of ['id', 'en']) {
    await page.locator(`.languages button[lang=${language}]`).click();
    checks.equal(`heading of the citation, ${language}`, await page.textContent('.citation h3'), headings[language]);
  }
  const text = await page.textContent('main');
  for (const wrong of ['NaN', 'undefined', 'Infinity', '[object'])
    checks.that(`no "${wrong}" in the text`, !text.includes(wrong) || JSON.stringify(payload).includes(wrong));
}

async function checkFigures(page) {
  const shown = await page.getAttribute('#main-figure figure', 'data-measure');
  checks.equal(
    'lines of the main figure',
    await page.locator(`${mainPicture} g.curve path`).count(),
    policiesDrawn(shown),
  );
  const names = await page.locator(`${mainPicture} text.line-end`).count();
  checks.equal('names at the lines', names, policiesDrawn(shown) > 1 ? policiesDrawn(shown) : 0);
  const boxes = await page
    .locator(`${mainPicture} text.line-end`)
    .evaluateAll((labels) => labels.map((label) => label.getBBox()).map(({ y, height }) => [y, y + height]));
  boxes.sort((a, b) => a[0] - b[0]);
  checks.that(
    'names do not cover each other',
    boxes.every(([top], i) => i === 0 || top >= boxes[i - 1][1] - 3),
    JSON.stringify(boxes),
  );
  const pictures = await page
    .locator('.picture svg')
    .evaluateAll((all) =>
      all.map((picture) => [picture.getAttribute('role'), picture.getAttribute('aria-label') ?? '']),
    );
  checks.that(
    'every picture is an image with a sentence',
    pictures.length > 0 && pictures.every(([role, label]) => role === 'img' && label.length > 20),
    JSON.stringify(pictures),
  );
  const without = await page.locator('figure[data-measure]:not(:has(table))').count();
  checks.equal('figures of curves without a table', without, 0);
  checks.equal('figures that do not name their file', await page.locator('figure:not(:has(.source))').count(), 0);
}

async function checkControls(page) {
  const before = await page.locator(mainPicture).innerHTML();
  const options = await page.locator('#measure-choice option').evaluateAll((all) => all.map((option) => option.value));
  const drawn = new Set(payload.curves.map((curve) => curve.measure));
  checks.equal('measures to choose from', options.length, drawn.size);
  const download = page.waitForEvent('download');
  await page.locator('#main-figure .actions').getByText('CSV').click();
  const csv = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\n');
  const shown = await page.getAttribute('#main-figure figure', 'data-measure');
  const variant = payload.variants[0] ?? payload.curves[0].variant;
  const months = payload.curves
    .filter((curve) => curve.measure === shown && (curve.variant === variant || curve.policy === payload.baseline))
    .filter((curve, i, all) => all.findIndex((each) => each.policy === curve.policy) === i);
  checks.equal(
    'rows of the downloaded curve',
    csv.length - 1,
    months.reduce((sum, curve) => sum + curve.month.length, 0),
  );
  checks.equal(
    'columns of the downloaded curve',
    csv[0],
    'policy,variant,measure,month,calendar_month,mean,lower,upper',
  );
  const other = options.find((name) => name !== shown && policiesDrawn(name) > 0);
  if (other) {
    await page.selectOption('#measure-choice', other);
    await settled(page);
    checks.equal(
      'the measure shown after choosing',
      await page.getAttribute('#main-figure figure', 'data-measure'),
      other,
    );
    checks.that('another measure changes the drawing', (await page.locator(mainPicture).innerHTML()) !== before);
    await page.selectOption('#measure-choice', shown);
    await settled(page);
  }
  if (payload.policies.length > 1) {
    await page.locator('.policies input').nth(1).focus();
    await page.keyboard.press('Space');
    await settled(page);
    checks.equal(
      'lines after hiding one policy',
      await page.locator(`${mainPicture} g.curve path`).count(),
      policiesDrawn(shown) - 1,
    );
    await page.keyboard.press('Space');
    await settled(page);
  }
}

async function checkNarrow(page) {
  await page.setViewportSize({ width: 380, height: 800 });
  await settled(page);
  checks.equal('sideways scroll at 380 pixels', await sidewaysScroll(page), 0);
  // With everything open too: a long path or number must not widen the page.
  await page.locator('details').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true;
    }),
  );
  await settled(page);
  checks.equal('sideways scroll at 380 pixels, all open', await sidewaysScroll(page), 0);
  const overflow = await page
    .locator('.picture')
    .evaluateAll(
      (all) =>
        all.filter((place) => place.firstElementChild.getBoundingClientRect().width > place.clientWidth + 1).length,
    );
  checks.equal('pictures wider than their place', overflow, 0);
}

async function checkScheme(browser, colorScheme) {
  const { page, complaints } = await openReport(browser, path, { colorScheme });
  // The words looked for here are English, whatever language the report opens in.
  await page.locator('.languages button[lang=en]').click();
  await page.waitForSelector(mainPicture);
  await settled(page);
  if (colorScheme === 'light') {
    await checkContent(page);
    await checkFigures(page);
    await checkControls(page);
  }
  const closed = await accessibilityFaults(page);
  checks.that(`axe, ${colorScheme}`, closed.length === 0, closed.join('\n  '));
  await page.locator('details').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true;
    }),
  );
  const open = await accessibilityFaults(page);
  checks.that(`axe, ${colorScheme}, all open`, open.length === 0, open.join('\n  '));
  if (colorScheme === 'light') await checkNarrow(page);
  checks.that(`no errors and no requests, ${colorScheme}`, complaints.length === 0, complaints.join('\n  '));
  await page.close();
}

checks.that('the report holds a payload', payload !== null);
if (payload !== null) {
  const browser = await launch();
  try {
    for (const colorScheme of ['light', 'dark']) await checkScheme(browser, colorScheme);
  } catch (error) {
    checks.that('the checks ran to their end', false, error.stack);
  } finally {
    await browser.close();
  }
}
checks.finish();
