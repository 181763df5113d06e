// Stands for `graduasi serve` while the page is worked on: the same calls, with INVENTED answers.
// node sample/server.mjs [PORT] prints its address.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { answered } from './answers.mjs';
import { builtPage, reportWith } from './report.mjs';

const builtApplication = () => readFileSync(fileURLToPath(new URL('../dist/app.html', import.meta.url)), 'utf8');

const texts = {
  'scenarios/today.yaml': 'format: 1\nquestion: What does the policy of today bring?\npolicies:\n  - name: today\n',
  'scenarios/ratios.yaml':
    'format: 1\nquestion: How many families per facilitator?\n# Invented for this sample.\npolicies:\n' +
    '  - name: today\n  - name: 1 to 150\n    caseload: {households_per_facilitator: 150}\n',
  'scenarios/evening.yaml': 'format: 1\nquestion: Would meetings in the evening help?\npolicies:\n  - name: today\n',
};
const questionOf = (yaml) => /^question: (.+)$/m.exec(yaml)?.[1] ?? '';

/** A word that is no parameter, with its place; a single policy as a warning. */
function checkOf({ file, yaml }) {
  const problems = yaml.split('\n').flatMap((line, i) => {
    const column = line.indexOf('housholds') + 1;
    if (column === 0) return [];
    const message = 'housholds_per_facilitator is not a parameter; did you mean households_per_facilitator?';
    return [{ place: `${file}:${i + 1}:${column}`, file, line: i + 1, column, path: null, message }];
  });
  const alone = (yaml.match(/- name:/g) ?? []).length < 2;
  const warnings = alone
    ? [{ place: file, what: 'there is no policy beside today', consequence: 'nothing is compared' }]
    : [];
  return { scenario: file, fine: problems.length === 0, problems, warnings };
}

const finished = (id, more) => ({
  id,
  state: 'complete',
  question: 'How many families per facilitator?',
  scenario: 'ratios',
  policies: answered.policies,
  size: null,
  started: '2026-11-30T08:00:00Z',
  seconds: 14.2,
  households: 200000,
  replicates: 20,
  draws: 1,
  months: 120,
  done: 1,
  seconds_left: null,
  message: null,
  version: '0.0.0-sample',
  result_hash: '0123456789abcdef0123',
  ...more,
});

const figure = (mean) => ({ mean, lower: mean - 9000, upper: mean + 9000, told: mean > 9000 ? 'more' : 'unclear' });
const compared = (result) => ({
  result: `results/${result}`,
  pairing: 'unpaired',
  interval: '95 % Monte Carlo intervals',
  notes: [`unpaired: results/${result} holds no replicates.csv`],
  answers: answered.answers
    .filter(({ stratum }) => stratum === 'all')
    .map(({ policy, variant, figures }) => ({
      policy,
      variant,
      mostly_premature: false,
      figures: { ...figures, self_reliant_exits: figure(120000) },
    })),
  table: [12, 120].map((month) => ({
    policy: answered.policies[0],
    variant: 'base',
    month,
    measure: 'cumulative_self_reliant',
    difference: 1000 * month,
    lower: 900 * month,
    upper: 1100 * month,
    verdict: 'distinguishable',
  })),
});

/** The state that a run of the program has, made to go by itself. */
class Runs {
  all = [
    finished('ratios-20261130-080000'),
    finished('today-20261129-090000', {
      scenario: 'today',
      question: 'What does the policy of today bring?',
      started: '2026-11-29T09:00:00Z',
      seconds: 150,
    }),
    finished('evening-20261128-100000', {
      state: 'partial',
      size: 'sure',
      question: 'Would meetings in the evening help?',
      started: '2026-11-28T10:00:00Z',
    }),
    finished('broken-20261127-100000', {
      state: 'failed',
      size: 'standard',
      question: '',
      started: '2026-11-27T10:00:00Z',
      message: 'families.csv: cannot be read',
    }),
  ];
  listeners = new Set();
  made = 0;

  tell() {
    for (const listener of this.listeners) listener(JSON.stringify({ runs: this.all }));
  }

  find = (id) => this.all.find((run) => run.id === id);

  add({ file, yaml, size }) {
    this.made += 1;
    const scenario = file
      .split('/')
      .at(-1)
      .replace(/\.ya?ml$/, '');
    const run = finished(`${scenario}-20261201-14000${this.made}`, {
      state: 'running',
      done: 0,
      seconds_left: 2,
      seconds: null,
      size,
      scenario,
      question: questionOf(yaml),
      started: '2026-12-01T14:00:00Z',
    });
    this.all.unshift(run);
    this.go(run);
    return run.id;
  }

  go(run) {
    const step = setInterval(() => {
      if (run.state !== 'running') return clearInterval(step);
      run.done = Math.min(1, run.done + 0.1);
      run.seconds_left = 2 * (1 - run.done);
      if (run.done >= 0.999) Object.assign(run, { state: 'complete', done: 1, seconds: 2, seconds_left: null });
      this.tell();
    }, 200);
  }
}

/** Starts it; `address` is where the page is. */
export async function sampleServer(port = 0) {
  const runs = new Runs();
  const answer = (response, status, body, type = 'application/json') => {
    response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const refuse = (response, status, error) => answer(response, status, { error });
  const files = {
    'report.html': (id) => reportWith(builtPage(), { ...answered, question: runs.find(id).question }),
    'page.json': () => JSON.stringify(answered),
    'summary.csv': () => 'policy,measure,mean\n',
    'resolved.yaml': () => texts['scenarios/ratios.yaml'],
  };
  const types = { html: 'text/html', json: 'application/json', csv: 'text/csv', yaml: 'text/plain' };

  const get = (path, query, response) => {
    const [, root, id, name] = path.split('/');
    if (path === '/') return answer(response, 200, builtApplication(), 'text/html');
    if (path === '/api/model')
      return answer(response, 200, {
        version: '0.0.0-sample',
        results: '/home/you/results',
        folder: '/home/you',
        questions: Object.entries(texts).map(([file, yaml]) => ({ file, question: questionOf(yaml) })),
      });
    if (path === '/api/scenario') {
      const file = query.get('file');
      const yaml = texts[file];
      return yaml ? answer(response, 200, { file, yaml }) : refuse(response, 404, 'that is none of the scenarios');
    }
    if (path === '/api/runs') return answer(response, 200, { runs: runs.all });
    if (path === '/api/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const listener = (text) => response.write(`event: runs\ndata: ${text}\n\n`);
      runs.listeners.add(listener);
      response.on('close', () => runs.listeners.delete(listener));
      return listener(JSON.stringify({ runs: runs.all }));
    }
    const file = root === 'results' && runs.find(id) ? files[name] : undefined;
    if (!file) return refuse(response, 404, 'there is nothing here');
    return answer(response, 200, file(id), types[name.split('.').at(-1)]);
  };

  const post = (path, body, response) => {
    if (path === '/api/check') return answer(response, 200, checkOf(body));
    if (path === '/api/rough') {
      const policies = body.yaml.includes('1 to 150') ? answered.policies : answered.policies.slice(0, 1);
      const rough = { ...answered, policies, question: questionOf(body.yaml), households: 5000, replicates: 2 };
      if (policies.length === 1) Object.assign(rough, { answers: [], table: answered.table.slice(0, 1) });
      return setTimeout(() => answer(response, 200, rough), 200);
    }
    if (path === '/api/runs') return answer(response, 202, { id: runs.add(body) });
    if (path === '/api/compare')
      return answer(response, 200, {
        baseline: `results/${body.ids[0]}`,
        comparisons: body.ids.slice(1).map(compared),
      });
    const run = runs.find(path.split('/')[3]);
    if (!run || !path.endsWith('/resume')) return refuse(response, 404, 'there is nothing here');
    Object.assign(run, { state: 'running', done: 0.5, message: null });
    runs.go(run);
    runs.tell();
    return answer(response, 202, {});
  };

  const drop = (path, response) => {
    const run = runs.find(path.split('/')[3]);
    if (!run || run.state === 'complete') return refuse(response, run ? 409 : 404, 'that is not possible');
    if (run.state === 'running') Object.assign(run, { state: 'partial', message: 'cancelled' });
    else runs.all = runs.all.filter((each) => each !== run);
    response.writeHead(204).end();
    return runs.tell();
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (request.method === 'GET' || request.method === 'HEAD') return get(pathname, searchParams, response);
    if (request.method === 'DELETE') return drop(pathname, response);
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    return request.on('end', () => post(pathname, JSON.parse(body), response));
  });
  await new Promise((listens) => server.listen(port, '127.0.0.1', listens));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => server.closeAllConnections() ?? server.close(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await sampleServer(Number(process.argv[2] ?? 0));
  console.log(address);
}
