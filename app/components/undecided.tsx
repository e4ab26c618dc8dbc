import { Link } from "@remix-run/react";
import { carryingOver as words } from "~/words/new-version";
import { ButtonLink } from "./button";
import { Notice } from "./page";
import "./versions.css";

/** What waits at one carry-over desk; the names where they are known. */
type AtDesk = { at: string; count: number; names: readonly string[] };

type Props = {
  desks: readonly AtDesk[];
  /** Whether the viewer decides; others may look. */
  canDecide: boolean;
};

const SHOWN = 5;

/** What keeps the text from being sent: clauses in use of which nobody has said what they became, and the way to the desk. [C15] */
export function Undecided({ desks, canDecide }: Props) {
  if (desks.length === 0) return null;
  const count = desks.reduce((sum, desk) => sum + desk.count, 0);
  return (
    <Notice tone="warn" title={words.title(count)}>
      <p>{words.text(count)}</p>
      {desks.map((desk) => (
        <Desk key={desk.at} desk={desk} canDecide={canDecide} />
      ))}
    </Notice>
  );
}

function Desk({ desk: { at, count, names }, canDecide }: { desk: AtDesk; canDecide: boolean }) {
  const to = `/kilder/${at}/overfoersel`;
  return (
    <>
      {names.length > 0 && (
        <ul>
          {names.slice(0, SHOWN).map((name) => (
            <li key={name}>{name}</li>
          ))}
          {names.length > SHOWN && <li>{words.more(names.length - SHOWN)}</li>}
        </ul>
      )}
      <p className="versions-choice">
        {canDecide ? <ButtonLink to={to}>{words.decide(count)}</ButtonLink> : <Link to={to}>{words.look(count)}</Link>}
      </p>
    </>
  );
}

/** The same in a line, where what is below has to stay in sight. */
export function UndecidedLine({ desks, canDecide }: Props) {
  return desks.map(({ at, count }) => (
    <p key={at} className="versions-line" data-tone="warn">
      {words.title(count)}.{" "}
      <Link to={`/kilder/${at}/overfoersel`}>{canDecide ? words.decide(count) : words.look(count)}</Link>
    </p>
  ));
}

/** The clauses that wait, gathered by the desk at which they do. */
export function atDesks(clauses: readonly { name: string; at: string }[]): AtDesk[] {
  const desks = new Map<string, string[]>();
  for (const { name, at } of clauses) desks.set(at, [...(desks.get(at) ?? []), name]);
  return [...desks].map(([at, names]) => ({ at, count: names.length, names }));
}
