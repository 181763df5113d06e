interface Properties<Key extends string> {
  label: string;
  options: { key: Key; name: string }[];
  value: Key;
  onChoose: (key: Key) => void;
}

/** Buttons of which one is pressed. */
export function OneOf<Key extends string>({ label, options, value, onChoose }: Properties<Key>) {
  return (
    <div class="one-of on-screen" role="group" aria-label={label}>
      {options.map(({ key, name }) => (
        <button key={key} type="button" data-key={key} aria-pressed={key === value} onClick={() => onChoose(key)}>
          {name}
        </button>
      ))}
    </div>
  );
}
