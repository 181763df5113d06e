/** A box whose words narrow a list. */
export function FilterBox({
  label,
  value,
  onFilter,
}: {
  label: string;
  value: string;
  onFilter: (words: string) => void;
}) {
  return (
    <input
      type="search"
      class="filter"
      aria-label={label}
      placeholder={label}
      value={value}
      onInput={(event) => onFilter(event.currentTarget.value)}
    />
  );
}
