// Texts of scenarios as they were changed here, kept by the browser until its tab is closed.

const keyOf = (file: string) => `graduasi:text:${file}`;

export const draftOf = (file: string): string | null => sessionStorage.getItem(keyOf(file));

/** Keeps the text, or forgets it where it is what the disk holds. */
export function keepDraft(file: string, text: string, onDisk: string | null): void {
  if (text === onDisk) sessionStorage.removeItem(keyOf(file));
  else sessionStorage.setItem(keyOf(file), text);
}

/** Larger files are not read: no scenario is as long. */
const most_bytes = 1_000_000;

/**
 * The name under which a file of the reader's computer is checked. It is placed beside the shipped scenarios, so that
 * what it names (`extends: today.yaml`) is found.
 */
export function nameOfLocal(name: string, beside: string): string {
  const folder = beside.includes('/') ? beside.slice(0, beside.lastIndexOf('/') + 1) : '';
  return folder + name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^[^\p{L}\p{N}]+/u, '');
}

/** Keeps the file's text as a draft. @returns its name, or nothing where the file is too large. */
export async function takeLocal(chosen: File, beside: string): Promise<string | null> {
  if (chosen.size > most_bytes) return null;
  const file = nameOfLocal(chosen.name, beside);
  keepDraft(file, await chosen.text(), null);
  return file;
}
