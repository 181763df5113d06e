// The box that tells what lies under the pointer: alike in every drawing.

export const pointerBox = { fill: 'var(--surface)', stroke: 'var(--rule)', fontSize: 12, lineHeight: 1.35 } as const;

/** The same for whole sentences. */
export const pointerBoxOfSentences = { ...pointerBox, fontSize: 11, lineWidth: 26 } as const;
