type Cell = string | number | null;

/** Text with a comma, a quote or a line break is quoted; a missing value is empty. */
function field(value: Cell): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toCsv(columns: string[], rows: Cell[][]): string {
  return [columns, ...rows].map((row) => row.map(field).join(',')).join('\n') + '\n';
}

/** Offers a file to save, without a server. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read the address only after this event has ended.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
