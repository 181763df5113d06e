// Checks in which language a written report opens: node opens.check.mjs [PATH_TO_REPORT.html [en|id]]
import { resolve } from 'node:path';
import { Checks, launch, openReport, payloadOf, samplePage } from './browser.mjs';

const [report = samplePage, language = 'en'] = process.argv.slice(2);
const path = resolve(report);
const checks = new Checks();
const headings = { en: 'What this rests on', id: 'Dasar hasil ini' };
const firstToMeasure = {
  en: 'whether mentoring changes what families earn',
  id: 'apakah pendampingan mengubah penghasilan keluarga',
};

const browser = await launch();
try {
  const { page, complaints } = await openReport(browser, path);
  checks.equal('language of the document', await page.getAttribute('html', 'lang'), language);
  checks.equal('the switch', await page.getAttribute('.languages button[aria-pressed=true]', 'lang'), language);
  checks.equal('a heading', await page.textContent('#rests-on h2'), headings[language]);
  checks.that(
    'what this version cannot say is told under the answer',
    (await page.textContent('#answer + #version')).includes(firstToMeasure[language]),
  );
  checks.equal('curves in the page', await page.locator('#main-figure .picture svg').count(), 1);
  checks.equal('the question', (await page.textContent('h1')).trim(), payloadOf(path).question);
  checks.that('no errors and no requests', complaints.length === 0, complaints.join('\n  '));
} catch (error) {
  checks.that('the checks ran to their end', false, error.stack);
} finally {
  await browser.close();
}
checks.finish();
