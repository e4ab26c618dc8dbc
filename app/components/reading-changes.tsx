import type { Block } from "~/document-model/document";
import type { PartChange } from "~/document-model/part-changes";
import { changeWords } from "~/words/part-changes";
import { apart } from "./apart";
import { BlockText } from "./reading-text";
import "./compared.css";
import "./reading-changes.css";

export const Difference = apart(() => import("./difference").then((part) => part.Difference));

/** What reads otherwise than before, by the paragraph it is at; what is gone by the one it stood behind. */
export type ReadingChanges = {
  at: ReadonlyMap<string, PartChange>;
  gone: ReadonlyMap<string | null, readonly PartChange[]>;
};

export const NO_CHANGES: ReadingChanges = { at: new Map(), gone: new Map() };

export function changesById(changes: readonly PartChange[]): ReadingChanges {
  const at = new Map<string, PartChange>();
  const gone = new Map<string | null, PartChange[]>();
  for (const change of changes) {
    if (change.kind === "removed") gone.set(change.behind, [...(gone.get(change.behind) ?? []), change]);
    else at.set(change.id, change);
  }
  return { at, gone };
}

type Props = { block: Block; numbers: ReadonlyMap<string, number>; change: PartChange | undefined };

/** The words of a paragraph: where they read otherwise than before, with the difference, first said in a word. */
export function ChangedText({ block, numbers, change }: Props) {
  if (!change) return <BlockText block={block} numbers={numbers} />;
  const isReworded = change.kind === "changed" && change.aspects.includes("words");
  return (
    <>
      <ChangeName change={change} />{" "}
      {isReworded ? (
        <Difference before={change.before} after={change.after} />
      ) : (
        <BlockText block={block} numbers={numbers} />
      )}
    </>
  );
}

function ChangeName({ change }: { change: PartChange }) {
  return (
    <span className="reading-change" data-kind={change.kind}>
      {changeWords.of(change)}
    </span>
  );
}

/** Paragraphs that stood here and stand in the text no more. */
export function Gone({ changes = [] }: { changes: readonly PartChange[] | undefined }) {
  return changes.map((change) =>
    change.kind === "removed" ? (
      <p key={change.id} className="reading-gone compared">
        <ChangeName change={change} /> <del>{change.before}</del>
      </p>
    ) : null,
  );
}
