import { Notice } from "~/components/page";
import { Difference } from "~/components/reading-changes";
import { besideWords } from "~/words/beside-changes";
import { changeWords } from "~/words/part-changes";
import { part as words } from "~/words/parts";
import { dateAndTime } from "~/words/time";
import type { Edit, Lapse, PartPage } from "../../../server/sign-offs/shapes";
import { goalNames } from "./beside";

const { lapsed } = words;
const SHOWN = 12;

/** Which paragraphs made the sign-off lapse, by whom and when, each with the way to it. [A22] */
export function Lapsed({ page, lapse }: { page: PartPage; lapse: Lapse }) {
  const { decision } = page.standing;
  const { edits, beside } = lapse;
  const isByNobody = [...edits, ...beside].some(({ by }) => by.length === 0);
  const more = Math.max(0, edits.length - SHOWN) + Math.max(0, beside.length - SHOWN);
  const nameOf = goalNames(page);
  return (
    <Notice tone="warn" title={lapsed.title}>
      <p>{lapsed.lead(decision?.by ?? "", dateAndTime(lapse.since), { edits: edits.length, beside: beside.length })}</p>
      <ol className="part-edits">
        {edits.slice(0, SHOWN).map((edit) => (
          <li key={`${edit.change.kind} ${edit.change.id}`}>
            <LapsedBy edit={edit} />
          </li>
        ))}
        {beside.slice(0, SHOWN).map(({ change, by }) => (
          <li key={JSON.stringify(change)}>
            <p>
              <a href="#beside">{besideWords.of(change, nameOf)}</a>: {besideWords.turned(change, nameOf)}
              <By by={by} />
            </p>
          </li>
        ))}
        {more > 0 && <li>{lapsed.more(more)}</li>}
      </ol>
      {isByNobody && <Causes causes={lapse.causes} />}
    </Notice>
  );
}

function LapsedBy({ edit: { change, by } }: { edit: Lapse["edits"][number] }) {
  const name = changeWords.of(change);
  return (
    <>
      <p>
        {change.kind === "removed" ? <strong>{name}</strong> : <a href={`#b-${change.id}`}>{name}</a>}
        <By by={by} />
      </p>
      <p className="part-edit-words">
        <Words change={change} />
      </p>
    </>
  );
}

function By({ by }: { by: readonly Edit[] }) {
  const [last] = by;
  return (
    last &&
    ` – ${lapsed.by(
      by.map((edit) => edit.by),
      dateAndTime(last.at),
    )}`
  );
}

function Words({ change }: { change: Lapse["edits"][number]["change"] }) {
  switch (change.kind) {
    case "changed":
      return change.aspects.includes("words") ? (
        <Difference before={change.before} after={change.after} />
      ) : (
        change.after
      );
    case "added":
      return <Difference before="" after={change.after} />;
    case "removed":
      return <Difference before={change.before} after="" />;
    case "moved":
      return null;
  }
}

/** What was done around the text. */
function Causes({ causes }: Pick<Lapse, "causes">) {
  if (causes.length === 0) return <p>{lapsed.given}</p>;
  return causes.map(({ event, by, at }) => (
    <p key={`${event} ${at.getTime()}`}>{lapsed.cause(event, by, dateAndTime(at))}</p>
  ));
}
