/** A dotted path or a variant's name, which may break after its marks and so fits a narrow column. */
export function PathText({ text }: { text: string }) {
  return <>{text.split(/(?<=[._/=;])/).flatMap((part, i) => (i === 0 ? [part] : [<wbr />, part]))}</>;
}
