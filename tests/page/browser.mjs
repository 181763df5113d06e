// What the checks of the page share: a browser, a page that may not complain or load anything, a count of checks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The packages belong to the page's own folder, so that the tests need no package.json of their own.
const fromViz = createRequire(new URL('../../viz/package.json', import.meta.url));
const { chromium } = fromViz('playwright-core');
const axe = readFileSync(fromViz.resolve('axe-core/axe.min.js'), 'utf8');

/** The built page with invented figures, as `npm run sample` writes it. */
export const samplePage = fileURLToPath(new URL('../../viz/build/report.html', import.meta.url));

export const launch = () =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export class Checks {
  passed = 0;
  failed = 0;

  /** Counts one check; `detail` is printed when it fails. */
  that(name, holds, detail = '') {
    if (holds) this.passed += 1;
    else {
      this.failed += 1;
      console.log(`FAILED ${name}${detail === '' ? '' : `: ${detail}`}`);
    }
  }

  equal(name, found, expected) {
    this.that(name, found === expected, `found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
  }

  /** The last line of a check script; sets the exit status. */
  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

/**
 * Opens a report from disk, with all its parts unfolded unless `folded` is asked for. `complaints` collects console
 * errors and requests for anything but the file itself.
 */
export async function openReport(browser, path, { folded = false, hash = '', ...options } = {}) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, ...options });
  // A machine that is busy with something else draws slowly, and is no fault of the page.
  page.setDefaultTimeout(180_000);
  const address = pathToFileURL(path).href;
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console error: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (request.url() !== address && !/^(data|blob):/.test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(address + hash);
  await page.waitForSelector('main');
  if (!folded) await open(page, 'details.part');
  return { page, complaints };
}

export const payloadOf = (path) => {
  const slot = /<script type="application\/json" id="payload">([\s\S]*?)<\/script>/.exec(readFileSync(path, 'utf8'));
  return slot ? JSON.parse(slot[1]) : null;
};

export async function accessibilityFaults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}) ${nodes[0].html.slice(0, 120)}`);
}

export const sidewaysScroll = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Resolves when the drawing has followed a change; pictures are drawn in the next frames. */
export const settled = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))),
  );

/** Opens what is folded; a part of the page is drawn once it has been told that it is open. */
async function open(page, which) {
  await page.locator(which).evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true;
    }),
  );
  await page.waitForFunction(() =>
    [...document.querySelectorAll('details.part[open]')].every((each) => each.children[1]),
  );
  await settled(page);
}

/** Opens the parts of the page, and then what is folded in them. */
export async function openAll(page) {
  await open(page, 'details.part');
  await open(page, 'details');
}

export const speak = async (page, language) => {
  await page.locator(`.languages button[lang=${language}]`).click();
  await settled(page);
};

/** Words that spill out of their picture are cut off on paper and cover their neighbours on screen. */
export const wordsOutside = (page) =>
  page.locator('.picture svg').evaluateAll((all) =>
    all.flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')]
        .filter((text) => text.textContent)
        .flatMap((text) => {
          const box = text.getBoundingClientRect();
          const inside =
            box.left >= frame.left - 3 &&
            box.right <= frame.right + 3 &&
            box.top >= frame.top - 3 &&
            box.bottom <= frame.bottom + 3;
          return inside || box.width === 0 ? [] : [text.textContent];
        });
    }),
  );

/** Pictures in which names beside marks cover each other. */
export const namesCovered = (page) =>
  page.locator('.picture svg').evaluateAll(
    (all) =>
      all.filter((svg) => {
        const boxes = [...svg.querySelectorAll('text.response-name')].map((text) => text.getBBox());
        return boxes.some((a, i) =>
          boxes.some(
            (b, j) =>
              j > i &&
              a.x < b.x + b.width &&
              b.x < a.x + a.width &&
              a.y + 2 < b.y + b.height &&
              b.y + 2 < a.y + a.height,
          ),
        );
      }).length,
  );

/** What no reader may ever see. */
export const wrongWords = (text) =>
  ['NaN', 'undefined', 'Infinity', '[object', 'null'].filter((wrong) => text.includes(wrong));

/** Languages, colours and widths in which a page is read. */
export const views = ['en', 'id'].flatMap((language) =>
  ['light', 'dark'].flatMap((colorScheme) => [1100, 380].map((width) => ({ language, colorScheme, width }))),
);

/** Calls `work` with each, so many at a time: the browser has a process for each page. */
export const atATime = async (count, all, work) => {
  const waiting = [...all];
  const next = async () => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) await work(each);
  };
  await Promise.all(Array.from({ length: count }, next));
};

/**
 * What every part must keep in every view: no faults for readers who hear it, no sideways scroll, no lost words, no
 * complaint.
 */
export async function checkEveryView(checks, browser, name, path, each) {
  await atATime(2, views, async ({ language, colorScheme, width }) => {
    const where = `${name}, ${language}, ${colorScheme}, ${width} pixels`;
    const { page, complaints } = await openReport(browser, path, { colorScheme, viewport: { width, height: 900 } });
    await speak(page, language);
    await openAll(page);
    await settled(page);
    await each(page, where, language);
    const faults = await accessibilityFaults(page);
    checks.that(`${where}: axe`, faults.length === 0, faults.join('\n  '));
    checks.equal(`${where}: sideways scroll`, await sidewaysScroll(page), 0);
    checks.equal(`${where}: words outside their picture`, (await wordsOutside(page)).slice(0, 3).join(' | '), '');
    checks.equal(`${where}: names beside marks cover each other`, await namesCovered(page), 0);
    checks.equal(`${where}: wrong words`, wrongWords(await page.textContent('main')).join(), '');
    checks.that(`${where}: no errors and no requests`, complaints.length === 0, complaints.join('\n  '));
    await page.close();
  });
}

/** A4 less its margins of 14 mm, in CSS pixels. */
export const sheet = { width: 688, height: 1017 };

/** What a sheet would cut, as it would be printed. */
export async function cutOnPaper(page, within) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(sheet);
  await settled(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  return page.locator(`${within} :is(svg, table, figure)`).evaluateAll(
    (all, { width, height }) =>
      all
        .filter((each) => {
          const box = each.getBoundingClientRect();
          return box.right > width + 1 || (each.localName !== 'table' && box.height > height);
        })
        .map((each) => each.outerHTML.slice(0, 80)),
    sheet,
  );
}
