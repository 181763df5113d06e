// What `graduasi serve` answers, to its page and to others: serve.check.mjs PROGRAM WORK_FOLDER
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Checks } from './browser.mjs';

const [program, work] = process.argv.slice(2).map((path) => resolve(path));
const scenario = fileURLToPath(new URL('../golden/open.yaml', import.meta.url));
const yaml = readFileSync(scenario, 'utf8');
// Long enough to be stopped on the way.
const long = yaml.replace('replicates: 2', 'replicates: 60').replace('months: 36', 'months: 120');
// Two seconds' work even where it is answered roughly.
const others = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => `  - {name: other ${k}, registry: {strike_share: 0.0${k}}}\n`);
const slow = yaml.replace('months: 36', 'months: 480').replace('policies:\n', `policies:\n${others.join('')}`);
const checks = new Checks();
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const results = join(work, 'results');
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** A server, and a way to ask it that has its cookie. */
async function served() {
  const child = spawn(program, ['serve', results, '--port', '0', '--no-browser'], { cwd: work });
  const address = await new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('\n')) done(said.split('\n')[0]);
    });
    child.on('exit', () => fail(new Error(`the server ended: ${said}`)));
  });
  const { origin, host, port, searchParams } = new URL(address);
  const cookie = `graduasi-${port}=${searchParams.get('token')}`;
  const ask = (method, path, body, headers = {}) =>
    new Promise((done, fail) => {
      const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
      const asked = request(
        origin + path,
        {
          method,
          agent: false,
          headers: {
            host,
            cookie,
            ...(text === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (answer) => {
          const parts = [];
          answer.on('data', (part) => parts.push(part));
          answer.on('end', () => {
            const all = Buffer.concat(parts).toString();
            let json = null;
            try {
              json = JSON.parse(all);
            } catch {}
            done({
              status: answer.statusCode,
              headers: answer.headers,
              text: all,
              json,
            });
          });
        },
      );
      asked.on('error', fail);
      asked.end(text);
    });
  const run = async (id) => (await ask('GET', '/api/runs')).json.runs.find((one) => one.id === id);
  const until = async (id, holds) => {
    for (let tries = 0; tries < 1200; tries += 1) {
      const one = await run(id);
      if (one && holds(one)) return one;
      await pause(50);
    }
    throw new Error(`${id} never came to what was waited for`);
  };
  const end = (signal = 'SIGINT') =>
    new Promise((done) => {
      child.on('exit', (code) => done(code));
      child.kill(signal);
    });
  return {
    child,
    address,
    host,
    port: Number(port),
    cookie,
    ask,
    run,
    until,
    end,
  };
}

const ended = ({ state }) => !['waiting', 'running'].includes(state);
const hashOf = (folder) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).result_hash;

/** The run of a text on the command line. */
function onCommandLine(text, name) {
  const folder = join(work, name);
  const done = spawnSync(program, ['run', '-', '--as', scenario, '--quiet', '--no-report', '--force', '-o', folder], {
    input: text,
  });
  checks.equal(`${name}: the command line`, done.status, 0);
  return hashOf(folder);
}

let server = await served();

// The page's own questions.
const model = (await server.ask('GET', '/api/model')).json;
const today = model.questions.find(({ file }) => file.endsWith('scenarios/today.yaml'));
checks.that('model: it knows the scenarios that ship', today?.question.startsWith('What does today'));
const opened = (await server.ask('GET', `/api/scenario?file=${encodeURIComponent(today.file)}`)).json;
checks.equal('scenario: the text on the disk', opened.yaml, readFileSync(today.file, 'utf8'));
const check = (text) => server.ask('POST', '/api/check', { file: scenario, yaml: text });
const fine = (await check(yaml)).json;
checks.that('check: a good scenario is fine', fine.fine === true && fine.problems.length === 0);
checks.equal(
  'check: how much there is to simulate',
  fine.size.household_months,
  fine.size.simulations * fine.size.households * 36,
);
checks.equal('check: two replicates of each policy', fine.size.simulations, 2 * fine.size.policies);
const wrong = (await check(yaml.replace('months: 36', 'months: -3'))).json;
checks.that(
  'check: a wrong one is told where',
  wrong.fine === false && wrong.problems[0].line === 3,
  JSON.stringify(wrong.problems),
);
checks.equal('check: its problem is the command line’s', wrong.problems[0].file, scenario);
const times = [];
for (let i = 0; i < 40; i += 1) {
  const began = performance.now();
  await check(yaml);
  times.push(performance.now() - began);
}
times.sort((a, b) => a - b);
console.log(`check: median ${times[20].toFixed(0)} ms, 95 percent ${times[38].toFixed(0)} ms`);
checks.that('check: not slow, whatever the machine does beside it', times[38] < 1000, `${times[38]} ms`);

const rough = await server.ask('POST', '/api/rough', {
  file: scenario,
  yaml,
  language: 'en',
});
checks.equal('rough: it answers', rough.status, 200);
checks.equal('rough: with 5,000 families', rough.json.households ?? rough.json.run?.households ?? 5000, 5000);
const [first, second] = await Promise.all([
  server.ask('POST', '/api/rough', { file: scenario, yaml: slow }),
  pause(100).then(() => server.ask('POST', '/api/rough', { file: scenario, yaml })),
]);
checks.equal('rough: a later one takes the place of an earlier one', `${first.status} ${second.status}`, '409 200');
checks.equal(
  'rough: a wrong one',
  (
    await server.ask('POST', '/api/rough', {
      file: scenario,
      yaml: 'format: 1',
    })
  ).status,
  422,
);

// A run from the page and one from the command line are the same.
const asked = await server.ask('POST', '/api/runs', {
  file: scenario,
  yaml,
  size: 'standard',
  language: 'id',
});
checks.equal('run: it is taken', asked.status, 202);
const whole = await server.until(asked.json.id, ended);
checks.equal('run: it comes to its end', whole.state, 'complete');
checks.equal('run: the result is that of the command line', whole.result_hash, onCommandLine(yaml, 'same'));
checks.that(
  'run: its report opens',
  (await server.ask('GET', `/results/${whole.id}/report.html`)).text.includes('lang="id"'),
);
checks.equal('run: nothing of it is kept beside', existsSync(join(results, '.asked', `${whole.id}.json`)), false);
checks.equal('run: a whole one cannot be cancelled', (await server.ask('DELETE', `/api/runs/${whole.id}`)).status, 409);
const ids = [whole.id, 'nothing'];
checks.equal('compare: an unknown one', (await server.ask('POST', '/api/compare', { ids })).status, 404);

// What else can be done with a scenario.
const small = yaml
  .replace('replicates: 2', 'replicates: 1')
  .replace('months: 36', 'months: 12')
  .replace('households: 3000', 'households: 400');
const vary = ['policy.caseload.households_per_facilitator=100,300'];
const kinds = {
  until: { until: 'self_reliant@12 +- 40pp' },
  sweep: { vary },
  attribute: {},
  optimise: {},
};
for (const [kind, more] of Object.entries(kinds)) {
  const body = {
    file: scenario,
    yaml: kind === 'until' ? yaml.replace('months: 36', 'months: 12') : small,
    kind,
  };
  const taken = await server.ask('POST', '/api/runs', {
    ...body,
    ...more,
    size: 'standard',
  });
  checks.equal(`${kind}: it is taken`, taken.status, 202);
  const done = await server.until(taken.json.id, ended);
  checks.equal(`${kind}: it comes to its end`, `${done.state} ${done.kind}`, `complete ${kind}`, done.message);
  checks.equal(
    `${kind}: its report opens`,
    (await server.ask('GET', `/results/${done.id}/report.html`)).text.slice(0, 15),
    '<!doctype html>',
  );
  if (kind !== 'sweep') continue;
  const folder = join(work, 'sweep');
  const words = ['sweep', '-', '--as', scenario, '--quiet', '--no-report', '--vary', vary[0], '-o', folder];
  checks.equal('sweep: the command line', spawnSync(program, words, { input: small }).status, 0);
  checks.equal('sweep: the result is that of the command line', done.result_hash, hashOf(folder));
}
for (const [name, more] of Object.entries({
  'an unknown kind': { kind: 'walk' },
  'a sweep over nothing': { kind: 'sweep' },
  'a sweep over no text': { kind: 'sweep', vary: [3] },
  'until nothing': { kind: 'until', until: '' },
  'many draws of an optimum': { kind: 'optimise', size: 'sure' },
}))
  checks.equal(
    name,
    (
      await server.ask('POST', '/api/runs', {
        file: scenario,
        yaml,
        size: 'standard',
        ...more,
      })
    ).status,
    400,
  );
const outside = await server.ask('POST', '/api/runs', {
  file: scenario,
  yaml: small,
  size: 'standard',
  kind: 'sweep',
  vary: ['--output=/tmp/elsewhere'],
});
const refused = await server.until(outside.json.id, ended);
checks.equal('a sweep that would be another option: it is refused', refused.state, 'failed');
checks.that(
  'a sweep that would be another option: the message',
  refused.message.includes('not a path to sweep'),
  refused.message,
);

// Another server of the same results comes and goes.
const beside = await served();
const both = await Promise.all([
  server.ask('POST', '/api/rough', { file: scenario, yaml: slow }),
  beside.ask('POST', '/api/rough', { file: scenario, yaml }).then(async ({ status }) => {
    await beside.end();
    return { status };
  }),
]);
checks.equal('two servers: each answers roughly', both.map(({ status }) => status).join(' '), '200 200');

// Stopped on the way and taken up again, it is the run in one piece.
const wholeHash = onCommandLine(long, 'long');
const toCancel = (
  await server.ask('POST', '/api/runs', {
    file: scenario,
    yaml: long,
    size: 'standard',
  })
).json.id;
await server.until(toCancel, ({ done }) => done > 0.05);
const next = (
  await server.ask('POST', '/api/runs', {
    file: scenario,
    yaml,
    size: 'standard',
  })
).json.id;
checks.equal('queue: one at a time', (await server.run(next)).state, 'waiting');
const began = performance.now();
checks.equal('cancel: it is taken', (await server.ask('DELETE', `/api/runs/${toCancel}`)).status, 204);
const cancelled = await server.until(toCancel, ended);
console.log(`cancel: ${(performance.now() - began).toFixed(0)} ms`);
checks.equal('cancel: what is finished is kept', cancelled.state, 'partial');
checks.equal('queue: the next one begins', (await server.until(next, ended)).state, 'complete');
checks.equal('resume: it is taken', (await server.ask('POST', `/api/runs/${toCancel}/resume`, {})).status, 202);
checks.equal('resume: the same bytes', (await server.until(toCancel, ended)).result_hash, wholeHash);

// The same where the server is killed.
const toKill = (
  await server.ask('POST', '/api/runs', {
    file: scenario,
    yaml: long,
    size: 'standard',
  })
).json.id;
await server.until(toKill, ({ done }) => done > 0.05);
await server.end('SIGKILL');
server = await served();
checks.equal('killed: the run is known, and partial', (await server.run(toKill)).state, 'partial');
// Its child stops and gives the folder back; until then nobody else may write there.
let resumed;
for (let tries = 0; tries < 40 && resumed?.state !== 'complete'; tries += 1) {
  await pause(500);
  await server.ask('POST', `/api/runs/${toKill}/resume`, {});
  resumed = await server.until(toKill, ended);
}
checks.equal('killed: resumed to the same bytes', resumed.result_hash, wholeHash);

// Events.
const events = await new Promise((done, fail) => {
  const stream = request(
    `http://${server.host}/api/events`,
    { headers: { host: server.host, cookie: server.cookie } },
    (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
        if (text.includes('\n\n')) {
          stream.destroy();
          done({ type: answer.headers['content-type'], text });
        }
      });
    },
  );
  stream.on('error', (error) => (error.code === 'ECONNRESET' ? null : fail(error)));
  stream.end();
});
checks.equal('events: their type', events.type, 'text/event-stream');
checks.that('events: runs at once', events.text.startsWith('event: runs\ndata: {"runs":'));

// Who is not the page.
const status = async (...words) => (await server.ask(...words)).status;
const none = { cookie: '' };
for (const path of ['/', '/api/model', '/api/runs', `/results/${whole.id}/report.html`, '/?token=0', '/api/events'])
  checks.equal(`without the token: ${path}`, await status('GET', path, undefined, none), 403);
for (const host of ['attacker.example', `attacker.example:${server.port}`, '127.0.0.1', 'localhost:1'])
  checks.equal(`foreign host ${host}`, await status('GET', '/api/runs', undefined, { host }), 403);
const body = { file: scenario, yaml, size: 'standard' };
for (const origin of ['http://attacker.example', 'null', `https://127.0.0.1:${server.port}`])
  checks.equal(`foreign origin ${origin}`, await status('POST', '/api/runs', body, { origin }), 403);
checks.equal('another site', await status('POST', '/api/runs', body, { 'sec-fetch-site': 'cross-site' }), 403);
for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'])
  checks.equal(`a form, ${type}`, await status('POST', '/api/runs', 'yaml=1', { 'content-type': type }), 415);
for (const path of [
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  '....//etc/passwd',
  '%00',
  '.asked/x.json',
])
  checks.that(`out of the folder: ${path}`, [400, 403, 404].includes(await status('GET', `/results/${path}`)));
checks.equal('a scenario that is not listed', await status('GET', '/api/scenario?file=/etc/passwd'), 404);
checks.equal('no JSON', await status('POST', '/api/check', '{'), 400);
checks.equal('JSON of another shape', await status('POST', '/api/check', { yaml: 3 }), 400);
checks.equal('an unknown size', await status('POST', '/api/runs', { ...body, size: 'huge' }), 400);
checks.equal('an unknown run', await status('DELETE', '/api/runs/none'), 404);
checks.equal('nothing is there', await status('GET', '/api/nothing'), 404);
let large = 0;
try {
  large = await status('POST', '/api/check', {
    file: scenario,
    yaml: 'x'.repeat(3 << 20),
  });
} catch (error) {
  large = error.code; // the server hangs up before all is sent
}
checks.that('too much', [413, 'EPIPE', 'ECONNRESET'].includes(large), String(large));
checks.equal(
  'family files: a scenario stands where it stands',
  (await check('format: 1\nquestion: x\nextends: ../../../../etc/passwd\n')).text.includes('root:'),
  false,
);

// Many who say nothing, or everything slowly.
const silent = Array.from({ length: 200 }, () => connect(server.port, '127.0.0.1'));
for (const socket of silent) socket.on('error', () => {});
for (const socket of silent.slice(0, 50)) socket.write('GET /api/runs HTTP/1.1\r\nHost: ');
const waited = performance.now();
checks.equal('200 silent connections: it answers', await status('GET', '/api/runs'), 200);
console.log(`beside 200 silent connections: ${(performance.now() - waited).toFixed(0)} ms`);
for (const socket of silent) socket.destroy();

const resident = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))[1]) / 1024;
console.log(`memory: ${resident.toFixed(0)} MB`);
checks.that('memory: below 60 MB', resident < 60, `${resident} MB`);

// A second server at the same port, and the end.
const taken = spawnSync(program, ['serve', results, '--port', String(server.port), '--no-browser'], { cwd: work });
checks.equal('a port that is taken', taken.status, 2);
checks.that(
  'a port that is taken: the message',
  taken.stderr.toString().includes(`port ${server.port} is taken`),
  taken.stderr.toString(),
);
checks.equal('Ctrl+C: it ends', await server.end(), 0);
writeFileSync(join(work, 'done'), '');
checks.finish();
