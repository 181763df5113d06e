// A scenario as text on the left, its answer on the right.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { appStrings } from '../words/app_strings';
import { strings } from '../words/strings';
import { readScenario, startRun, type Model, type Run, type RunSize } from './calls';
import { draftOf, keepDraft } from './drafts';
import { Editor, type EditorHandle } from './editor';
import { Findings, marksOf } from './findings';
import { goTo, hashOf, replacePlace } from './place';
import { Files, Report, RunYourself } from './result_parts';
import { RoughAnswer } from './rough_answer';
import { RunState, StateMark } from './run_state';
import { saidBy, Trouble, useAsking } from './trouble';
import { useAnswer } from './use_answer';

/** A text that is open: as it is now, and as the disk holds it, if it does. */
interface Opened {
  file: string;
  text: string;
  onDisk: string | null;
}

/** Opens the file: what was changed here before, or what the disk holds. */
function useOpened(model: Model, file: string): [Opened | null, (opened: Opened) => void, string | null] {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const open = async () => {
      const draft = draftOf(file);
      const isListed = model.questions.some((card) => card.file === file);
      if (!isListed && draft === null) return setRefusal(appStrings().workbench.noFile(file));
      const onDisk = isListed ? (await readScenario(file)).yaml : null;
      if (wanted) setOpened({ file, text: draft ?? onDisk ?? '', onDisk });
    };
    setRefusal(null);
    open().catch((error: unknown) => wanted && setRefusal(saidBy(error)));
    return () => {
      wanted = false;
    };
  }, [file]);
  return [opened?.file === file ? opened : null, setOpened, refusal];
}

interface Properties {
  model: Model;
  runs: Run[];
  file: string;
  /** The run that was started from here; empty without one. */
  run: string;
  isSeen: boolean;
  /** Given what its keys do, which are heard all over the page. */
  onKeys: (keys: { run: () => void; find: () => void }) => void;
}

function RunButtons({ onRun, disabled }: { onRun: (size: RunSize) => void; disabled: boolean }) {
  const words = appStrings().workbench;
  const sizes: { size: RunSize; name: string; hint: string }[] = [
    { size: 'standard', name: words.standard, hint: words.standardHint },
    { size: 'sure', name: words.sure, hint: words.sureHint },
  ];
  return (
    <div class="sizes" role="group" aria-label={words.size}>
      {sizes.map(({ size, name, hint }) => (
        <div key={size}>
          <button
            type="button"
            class={size === 'standard' ? 'main' : ''}
            disabled={disabled}
            aria-describedby={`hint-${size}`}
            onClick={() => onRun(size)}
          >
            {words.size} {name}
          </button>
          <small id={`hint-${size}`}>{hint}</small>
        </div>
      ))}
    </div>
  );
}

/** A run that was started here, from waiting to its report. */
function Started({
  model,
  run,
  isOfThisText,
  onBack,
}: {
  model: Model;
  run: Run;
  isOfThisText: boolean;
  onBack: () => void;
}) {
  const words = appStrings();
  const isComplete = run.state === 'complete';
  return (
    <section class="started" aria-label={run.id}>
      <p class="run-name">
        <StateMark run={run} /> <a href={hashOf({ screen: 'results', id: run.id })}>{run.id}</a>
        {isComplete && (
          <button type="button" onClick={onBack}>
            {words.workbench.back}
          </button>
        )}
      </p>
      <RunState run={run} />
      {isComplete && !isOfThisText && <p role="status">{words.workbench.finishedBefore}</p>}
      {isComplete && isOfThisText && (
        <>
          <Files id={run.id} />
          <RunYourself id={run.id} model={model} />
          <Report id={run.id} />
        </>
      )}
    </section>
  );
}

export function Workbench({ model, runs, file, run: runId, isSeen, onKeys }: Properties) {
  const words = appStrings().workbench;
  const [opened, setOpened, refusal] = useOpened(model, file);
  const [ask, trouble] = useAsking();
  const editor = useRef<EditorHandle | null>(null);
  // The run that is of the text as it stands; one of an earlier visit is taken to be.
  const [changedSince, setChangedSince] = useState('');
  const answer = useAnswer(file, opened?.text ?? null, isSeen);
  const marks = useMemo(() => marksOf(answer.checked), [answer.checked]);
  const run = runs.find(({ id }) => id === runId);
  const isWrong = answer.state === 'wrong';

  const change = (text: string) => {
    if (!opened) return;
    keepDraft(file, text, opened.onDisk);
    setOpened({ ...opened, text });
    if (runId) setChangedSince(runId);
  };
  const start = (size: RunSize) => {
    if (!opened || isWrong) return;
    ask(async () => {
      const id = await startRun({ file, yaml: opened.text }, size, strings.language);
      goTo({ screen: 'workbench', file, run: id });
    });
  };
  onKeys({ run: () => start('standard'), find: () => editor.current?.find() });

  if (refusal !== null) return refusal ? <p class="trouble">{refusal}</p> : <Trouble said="" />;
  if (!opened) return null;
  const isChanged = opened.onDisk !== null && opened.text !== opened.onDisk;
  const isOfThisText = changedSince !== runId;
  return (
    <div class="bench">
      <section class="writing" aria-label={words.scenario}>
        <div class="file-line">
          <h1>{file}</h1>
          <span class="quiet">
            {opened.onDisk === null ? words.local : isChanged ? words.changed : words.unchanged}
          </span>
        </div>
        <Editor
          file={file}
          text={opened.text}
          marks={marks}
          onChange={change}
          onReady={(handle) => {
            editor.current = handle;
          }}
        />
        <p class={answer.state === 'wrong' ? 'unseen' : 'verdict'} role="status">
          {answer.checked === null
            ? words.checking
            : answer.checked.fine
              ? words.fine
              : words.problems(answer.checked.problems.length)}
        </p>
        {answer.checked && (
          <Findings checked={answer.checked} onJump={(line, column) => editor.current?.jump(line, column)} />
        )}
        <RunButtons onRun={start} disabled={isWrong} />
        <p class="tools">
          <a
            class="button"
            href={`data:application/yaml;charset=utf-8,${encodeURIComponent(opened.text)}`}
            download={file.split('/').at(-1)}
          >
            {words.download}
          </a>
          {isChanged && (
            <button type="button" onClick={() => editor.current?.replace(opened.onDisk ?? '')}>
              {words.revert}
            </button>
          )}
        </p>
        {trouble}
      </section>
      <div class="answering">
        {run && (
          <Started
            model={model}
            run={run}
            isOfThisText={isOfThisText}
            onBack={() => replacePlace({ screen: 'workbench', file, run: '' })}
          />
        )}
        {!(run?.state === 'complete' && isOfThisText) && <RoughAnswer answer={answer} />}
      </div>
    </div>
  );
}
