// The calls of the program behind the page, and what they answer.
import type { Language } from '../words/say';

export interface Card {
  file: string;
  question: string;
}

export interface Model {
  version: string;
  /** The folder of all results, and the one in which the program was started. */
  results: string;
  folder: string;
  questions: Card[];
}

/** Where something is wrong in a scenario; another file than the scenario's own may be meant. */
interface Place {
  place: string;
  file?: string | null;
  line?: number | null;
  column?: number | null;
}
export interface Problem extends Place {
  message: string;
}
export interface Warning extends Place {
  what: string;
  consequence: string;
}
export interface Checked {
  scenario: string;
  fine: boolean;
  problems: Problem[];
  warnings: Warning[];
}

export type RunState = 'waiting' | 'running' | 'complete' | 'partial' | 'failed';
export type RunSize = 'standard' | 'sure';

export interface Run {
  id: string;
  state: RunState;
  question: string;
  scenario: string;
  policies: string[];
  /** Null for a run of the command line. */
  size: RunSize | null;
  /** An instant as ISO 8601 writes it. */
  started: string | null;
  seconds: number | null;
  households: number | null;
  replicates: number | null;
  draws: number | null;
  months: number | null;
  /** From 0 to 1. */
  done: number | null;
  seconds_left: number | null;
  /** Why it failed. */
  message: string | null;
  version: string | null;
  result_hash: string | null;
}

/** The program answered that it will not. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly problems: Problem[] = [],
  ) {
    super(message);
  }
}

/** @throws Refused for an answer that is a refusal, TypeError when there is no answer. */
async function answered(path: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, options);
  if (response.ok) return response;
  const said = (await response.json().catch(() => ({}))) as { error?: string; problems?: Problem[] };
  throw new Refused(response.status, said.error ?? `${response.status} ${response.statusText}`, said.problems ?? []);
}

const post = (path: string, body: object, signal?: AbortSignal) =>
  answered(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });

/** A scenario under its name, and its text as it was typed. */
export interface Written {
  file: string;
  yaml: string;
}

export const readModel = async (): Promise<Model> => (await answered('/api/model')).json();

export const readScenario = async (file: string): Promise<Written> =>
  (await answered(`/api/scenario?file=${encodeURIComponent(file)}`)).json();

export const checkScenario = async (written: Written, signal: AbortSignal): Promise<Checked> =>
  (await post('/api/check', written, signal)).json();

/** The payload of a small run, as text: its reader fills in what it lacks. */
export const roughAnswer = async (written: Written, language: Language, signal: AbortSignal): Promise<string> =>
  (await post('/api/rough', { ...written, language }, signal)).text();

export async function startRun(written: Written, size: RunSize, language: Language): Promise<string> {
  const { id } = (await (await post('/api/runs', { ...written, size, language })).json()) as { id: string };
  return id;
}

const runPath = (id: string) => `/api/runs/${encodeURIComponent(id)}`;

/** Stops a run that waits or runs, and takes one that was interrupted or failed off the list. */
export const dropRun = (id: string) => answered(runPath(id), { method: 'DELETE' });
export const resumeRun = (id: string) => post(`${runPath(id)}/resume`, {});

export const compareRuns = async (ids: string[]): Promise<unknown> => (await post('/api/compare', { ids })).json();

export const resultFile = (id: string, name: string) => `/results/${encodeURIComponent(id)}/${name}`;

/** Those of the files that the result has. */
export async function filesThere(id: string, names: string[]): Promise<string[]> {
  const there = await Promise.all(
    names.map((name) =>
      fetch(resultFile(id, name), { method: 'HEAD' }).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  );
  return names.filter((_, i) => there[i]);
}
