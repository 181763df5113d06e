// Checks the page of `graduasi serve`: node app.check.mjs [PROGRAM]. Without a program it is the sample server of viz/
// that answers; with one, such as build/release/graduasi, the program itself, started in the top folder.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleServer } from '../../viz/sample/server.mjs';
import {
  accessibilityFaults,
  atATime,
  Checks,
  launch,
  settled,
  sidewaysScroll,
  views,
  wordsOutside,
  wrongWords,
} from './browser.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const [program] = process.argv.slice(2);
const checks = new Checks();
const folder = mkdtempSync(join(tmpdir(), 'graduasi-app-'));

/** A scenario of the reader's own: small, so that a whole run of it takes seconds. */
const own = `format: 1
question: What do fewer families for each facilitator change?
extends: today.yaml
run: {months: 36, replicates: 4}
population: {households: 4000}
policies:
  - name: today
  - name: 1 to 150
    caseload: {households_per_facilitator: 150}
`;
const ownFile = join(folder, 'own question.yaml');
writeFileSync(ownFile, own);
const ownPlace = '#workbench/scenarios/own_question.yaml';

/** The program behind the page; `address` holds its token. */
async function started() {
  if (!program) return sampleServer();
  const child = spawn(program, ['serve', join(folder, 'results'), '--port', '0', '--no-browser'], { cwd: top });
  child.stderr.resume();
  const address = await new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
      const address = /http:\/\/\S+/.exec(said);
      if (address && said.includes('\n')) found(address[0]);
    });
    child.on('exit', (code) => failed(new Error(`the program ended with ${code}: ${said}`)));
  });
  return { address, close: () => child.kill('SIGINT') };
}

/** A page of its own browser profile. `complaints` holds errors, and requests for anything but the server. */
async function opened(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const { origin } = new URL(address);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    // Which files a result has is asked for by asking for them.
    const isMissingFile = message.location().url.startsWith(`${origin}/results/`);
    if (message.type() === 'error' && !isMissingFile) complaints.push(`console error: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) complaints.push(`request: ${url}`);
  });
  await page.goto(address);
  await page.waitForSelector('.cards li');
  return { page, complaints, close: () => context.close() };
}

/** To a place of the page, as a link would lead there. */
async function follow(page, hash) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await settled(page);
}

const openOwn = async (page) => {
  await follow(page, '#questions');
  await page.locator('input[type=file]').setInputFiles(ownFile);
  await page.waitForSelector('.editor .cm-content');
};
const answered = (page) => page.waitForSelector('.rough:not(.outdated) #main-figure svg');
const textOf = async (page) => (await page.locator('.cm-line').allTextContents()).join('\n');
const type = async (page, text) => {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
};

async function checkQuestions(page) {
  const cards = await page.locator('.cards li').count();
  checks.that('there are questions', cards >= 3, `${cards}`);
  await page.keyboard.press('/');
  await page.keyboard.type('today.yaml');
  await settled(page);
  const left = await page.locator('.cards .quiet').allTextContents();
  checks.that('the filter keeps the file', left.includes('scenarios/today.yaml') && left.length < cards, left.join());
  await page.keyboard.type(' no such question');
  await settled(page);
  checks.equal('a filter that fits nothing', await page.locator('.cards li').count(), 0);
  checks.equal('is told', await page.textContent('.filters [role=status]'), 'No question contains these words.');
}

/** What is typed is checked and answered; it can be undone, and is there after a reload. */
async function checkWriting(page) {
  await openOwn(page);
  checks.equal('place of an own file', new URL(page.url()).hash, ownPlace);
  await answered(page);
  const heading = await page.textContent('.rough-heading');
  checks.that('a rough answer says so', /^rough: [\d,]+ families, 2 replicates$/.test(heading), heading);
  checks.that('rows of the rough table', (await page.locator('#rough-table tbody tr').count()) >= 2);
  await type(page, '    housholds_per_facilitator: 5\n');
  await page.waitForSelector('.findings.problems li');
  const line = await page.textContent('.findings.problems button');
  checks.equal('the problem has its line', line, `Line ${own.split('\n').length}`);
  checks.that(
    'the words are those of check',
    (await page.textContent('.findings.problems li')).includes('housholds_per_facilitator is not a parameter'),
  );
  checks.equal('it is underlined', await page.locator('.cm-lintRange-error').count(), 1);
  checks.that('nothing wrong can be run', await page.locator('button.main').isDisabled());
  await page.locator('.cm-content').press('Control+Home');
  await page.locator('.findings.problems button').press('Enter');
  checks.that(
    'the button leads to the line',
    await page.evaluate(() => document.querySelector('.cm-activeLine')?.textContent.includes('housholds')),
  );
  await page.reload();
  await page.waitForSelector('.findings.problems li');
  checks.that('the text survives a reload', (await textOf(page)).includes('housholds_per_facilitator'));
}

async function checkUndo(page) {
  await openOwn(page);
  await answered(page);
  await type(page, '# once');
  await page.waitForTimeout(1000);
  await answered(page);
  checks.that('typed', (await textOf(page)).includes('# once'));
  await follow(page, '#results');
  await follow(page, ownPlace);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+z');
  checks.that('undone after a check and another screen', !(await textOf(page)).includes('# once'));
  await page.locator('h1:visible').click();
  await page.keyboard.press('/');
  await page.waitForSelector('.cm-search');
  checks.that(
    '/ opens the search',
    await page.locator('.cm-search [name=search]').evaluate((box) => box === document.activeElement),
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  checks.that('Tab leads out of the text', await page.evaluate(() => !document.activeElement.closest('.cm-content')));
  const download = page.waitForEvent('download');
  await page.getByText('Download YAML').click();
  const saved = await download;
  checks.equal('name of the downloaded text', saved.suggestedFilename(), 'own_question.yaml');
  checks.equal('the downloaded text', readFileSync(await saved.path(), 'utf8'), own);
}

/** From Ctrl+Enter to the finished report. @returns its id */
async function checkRun(page) {
  await openOwn(page);
  await answered(page);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.started');
  const id = /run=(.+)$/.exec(page.url())?.[1] ?? '';
  checks.that('the run is in the address', id.startsWith('own_question-'), page.url());
  checks.equal('Ctrl+Enter types nothing', await textOf(page), own);
  await page.waitForSelector('iframe.report');
  const report = page.frameLocator('iframe.report');
  await report.locator('#main-figure svg').waitFor();
  checks.equal(
    'the report asks what the scenario asks',
    (await report.locator('h1').textContent()).trim(),
    own.split('\n')[1].slice('question: '.length),
  );
  await page.locator('.languages button[lang=id]').first().click();
  await report.locator('html[lang=id]').waitFor({ state: 'attached' });
  checks.equal('the report follows the language', await report.locator('html').getAttribute('lang'), 'id');
  await page.locator('.languages button[lang=en]').first().click();
  await page.waitForSelector('.files a[download]');
  const files = await page.locator('.files a[download]').allTextContents();
  for (const name of ['summary.csv', 'resolved.yaml'])
    checks.that(`${name} is offered`, files.includes(name), files.join());
  await page.locator('.yourself summary').click();
  const command = await page.textContent('.command code');
  checks.that(
    'the command is told',
    command.startsWith('graduasi run ') && command.endsWith(`/${id}/resolved.yaml`),
    command,
  );
  await type(page, '# later\n');
  await page.waitForSelector('.rough');
  checks.equal('a changed text has a rough answer again', await page.locator('iframe.report').count(), 0);
  return id;
}

/** A run is stopped, goes on, and is taken off the list. */
async function checkCancel(page) {
  await openOwn(page);
  await answered(page);
  await page.getByRole('button', { name: 'Run Sure' }).click();
  await page.waitForSelector('.started progress');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.waitForSelector('.started .is-partial');
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.waitForSelector('.started progress, .started iframe');
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.click();
  await page.waitForSelector('.started .is-partial');
  const id = /run=(.+)$/.exec(page.url())?.[1] ?? '';
  await follow(page, '#results');
  const entry = page.locator(`[data-run="${id}"]`);
  await entry.waitFor();
  checks.that('an interrupted one cannot be compared', await entry.locator('input').isDisabled());
  await entry.getByRole('button', { name: 'Take off the list' }).click();
  await entry.waitFor({ state: 'detached' });
}

async function checkResults(page, ids) {
  await follow(page, '#results');
  await page.waitForSelector(`[data-run="${ids[0]}"]`);
  for (const id of ids) await page.locator(`[data-run="${id}"] input`).check();
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.waitForSelector('.compared .gains');
  checks.equal('each but the first is compared', await page.locator('.compared').count(), ids.length - 1);
  checks.equal('a row for each policy of both', (await page.locator('.compared .gains tbody tr').count()) >= 1, true);
  checks.that('whether paired is told', /^(Paired|Not paired):/.test(await page.textContent('.pairing')));
  await page.locator('.compared summary').first().click();
  const measure = (await page.locator('.compared .numbers tbody th').allTextContents()).join();
  checks.that('measures have their labels', measure.includes('Self-reliant graduations so far'), measure.slice(0, 200));
  const [, second] = await page.locator('.compared-runs a').allTextContents();
  await page.locator('#compare-baseline').selectOption(second);
  await page.waitForSelector('.compared .gains');
  checks.that('another baseline', new URL(page.url()).hash.startsWith(`#compare/${second}/`), page.url());
  await page.goBack();
  await follow(page, `#results/${ids[0]}`);
  await page.frameLocator('iframe.report').locator('#main-figure svg').waitFor();
  checks.equal('a result is opened', await page.locator('h1:visible').count(), 1);
}

async function checkKeyList(page) {
  await follow(page, '#questions');
  await page.locator('h1:visible').click();
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  checks.that('? shows the keys', (await page.textContent('dialog')).includes('Ctrl + Enter'));
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'hidden' });
}

async function checkViews(browser, address, ids) {
  const places = {
    questions: '#questions',
    workbench: ownPlace,
    results: '#results',
    result: `#results/${ids[0]}`,
    compare: `#compare/${ids.join('/')}`,
  };
  await atATime(2, views, async ({ language, colorScheme, width }) => {
    const { page, complaints, close } = await opened(browser, address, {
      colorScheme,
      viewport: { width, height: 900 },
    });
    await page.locator(`.languages button[lang=${language}]`).click();
    await openOwn(page);
    await answered(page);
    // A problem, whose looks are seen too.
    await type(page, 'housholds: 1');
    await page.waitForSelector('.findings.problems li');
    for (const [name, hash] of Object.entries(places)) {
      const where = `${name}, ${language}, ${colorScheme}, ${width} pixels`;
      await follow(page, hash);
      const waited = { result: 'iframe.report', compare: '.compared .gains', results: '.runs li' }[name];
      if (waited) await page.waitForSelector(waited);
      if (name === 'result') await page.frameLocator('iframe.report').locator('#main-figure svg').waitFor();
      await settled(page);
      const faults = await accessibilityFaults(page);
      checks.that(`${where}: axe`, faults.length === 0, faults.join('\n  '));
      checks.equal(`${where}: sideways scroll`, await sidewaysScroll(page), 0);
      checks.equal(`${where}: words outside their picture`, (await wordsOutside(page)).join(' | '), '');
      checks.equal(`${where}: wrong words`, wrongWords(await page.innerText('main')).join(), '');
      checks.equal(`${where}: language`, await page.getAttribute('html', 'lang'), language);
      checks.equal(`${where}: headings of the page`, await page.locator('h1:visible').count(), 1);
    }
    checks.that(
      `${language}, ${colorScheme}, ${width}: no errors and no requests`,
      complaints.length === 0,
      complaints.join('\n  '),
    );
    await close();
  });
}

const browser = await launch();
const server = await started();
try {
  const { page, complaints, close } = await opened(browser, server.address, { locale: 'en-GB' });
  await checkQuestions(page);
  await checkWriting(page);
  await checkUndo(page);
  const first = await checkRun(page);
  await checkCancel(page);
  const second = await checkRun(page);
  await checkResults(page, [first, second]);
  await checkKeyList(page);
  checks.that('no errors and no requests', complaints.length === 0, complaints.join('\n  '));
  await close();
  // How it looks does not hang on who answers.
  if (!program) await checkViews(browser, server.address, [first, second]);
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
checks.finish();
