import { letters as words } from "~/words/letters";
import type { LetterPage } from "../../../server/letters/shapes";

/** The letter the hearing came with, where answers go, and who else is asked. */
export function LetterFacts({ letter: { id, fileName, proposal } }: { letter: LetterPage }) {
  const { answerTo, recipients } = proposal;
  return (
    <>
      <dt>{words.fact}</dt>
      <dd>
        <a href={`/breve/${id}`} download>
          {fileName}
        </a>
      </dd>
      {answerTo && (
        <>
          <dt>{words.answerTo}</dt>
          <dd>
            <a href={`mailto:${answerTo.value}`}>{answerTo.value}</a>
          </dd>
        </>
      )}
      {recipients.length > 0 && (
        <>
          <dt>{words.recipients}</dt>
          <dd>
            <Recipients names={recipients} />
          </dd>
        </>
      )}
    </>
  );
}

const FEW = 5;

function Recipients({ names }: { names: readonly string[] }) {
  if (names.length <= FEW) return names.join(", ");
  return (
    <details>
      <summary>{words.several(names.length)}</summary>
      {names.join(", ")}
    </details>
  );
}
