import { Notice } from "~/components/page";
import { Difference } from "~/components/reading-changes";
import { changeWords } from "~/words/part-changes";
import { part as words } from "~/words/parts";
import { dateAndTime } from "~/words/time";
import type { Lapse, PartPage } from "../../../server/sign-offs/shapes";

const { lapsed } = words;
const SHOWN = 12;

/** Which paragraphs made the sign-off lapse, by whom and when, each with the way to it. [A22] */
export function Lapsed({ page, lapse }: { page: PartPage; lapse: Lapse }) {
  const { decision } = page.standing;
  const isByNobody = lapse.edits.some(({ by }) => by.length === 0);
  return (
    <Notice tone="warn" title={lapsed.title}>
      <p>{lapsed.lead(decision?.by ?? "", dateAndTime(lapse.since), lapse.edits.length)}</p>
      <ol className="part-edits">
        {lapse.edits.slice(0, SHOWN).map((edit) => (
          <li key={`${edit.change.kind} ${edit.change.id}`}>
            <LapsedBy edit={edit} />
          </li>
        ))}
        {lapse.edits.length > SHOWN && <li>{lapsed.more(lapse.edits.length - SHOWN)}</li>}
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
        {by[0] &&
          ` – ${lapsed.by(
            by.map((edit) => edit.by),
            dateAndTime(by[0].at),
          )}`}
      </p>
      <p className="part-edit-words">
        <Words change={change} />
      </p>
    </>
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
