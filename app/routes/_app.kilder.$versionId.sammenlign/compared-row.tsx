import { memo } from "react";
import { ChangeMark } from "~/components/change-mark";
import type { ComparedLayout } from "~/components/compared";
import { ComparedWhenSeen } from "~/components/compared-when-seen";
import { StatusPill } from "~/components/status";
import { changeNames } from "~/words/change-names";
import { comparison as words } from "~/words/comparison";
import { type Decision, placeOf, type Row, textsOf, wayOf } from "./rows";

export type Labels = { before: string; after: string };
type Props = { row: Row; layout: ComparedLayout; labels: Labels; isFirst: boolean };

/** One clause then and now: what became of it, whether somebody has said so, and what differs. */
export const ComparedRow = memo(function ComparedRow({ row, layout, labels, isFirst }: Props) {
  const name = nameOf(row);
  return (
    <li
      id={`k-${row.key}`}
      className="compared-row"
      data-change={row.change}
      data-stop=""
      tabIndex={-1}
      aria-label={`${changeNames[row.change]}: ${name}`}
    >
      <Anchors row={row} />
      <div className="compared-head">
        <h2>
          <ChangeMark change={row.change} />
          <span className="compared-kind">{changeNames[row.change]}</span> {name}
        </h2>
        <Decided decision={row.decision} />
        <a className="compared-anchor" href={`#k-${row.key}`} aria-label={words.anchor(name)}>
          #
        </a>
      </div>
      <Places row={row} />
      <Words row={row} layout={layout} labels={labels} isFirst={isFirst} />
    </li>
  );
});

/** Every clause of the row can be led to, not only the one that names it. */
function Anchors({ row }: { row: Row }) {
  const others = [...row.to, ...row.from].filter(({ id }) => id !== row.key);
  return others.map(({ id }) => <span key={id} id={`k-${id}`} className="compared-target" />);
}

export function Decided({ decision }: { decision: Decision }) {
  if (decision === "none") return null;
  if (decision === "decided") return <StatusPill tone="good">{words.decided}</StatusPill>;
  return (
    <span title={words.suggestedHint}>
      <StatusPill tone="warn">{words.suggested}</StatusPill>
    </span>
  );
}

function Places({ row }: { row: Row }) {
  const text = wayOf(row);
  return text ? <p className="compared-place">{text}</p> : null;
}

function Words({ row, layout, labels, isFirst }: Props) {
  const { before, after } = textsOf(row);
  if (row.to.length === 0)
    return <OneSided text={before} side="before" missing={words.notThen(labels.after)} layout={layout} />;
  if (row.from.length === 0 && row.change === "new")
    return <OneSided text={after} side="after" missing={words.notThen(labels.before)} layout={layout} />;
  if (row.from.length === 0 || before === after) return after ? <p className="compared-same">{after}</p> : null;
  return <ComparedWhenSeen before={before} after={after} layout={layout} isFirst={isFirst} />;
}

type OneSidedProps = { text: string; side: "before" | "after"; missing: string; layout: ComparedLayout };

/** What stands in one edition alone is not marked word for word: nobody could read it. */
function OneSided({ text, side, missing, layout }: OneSidedProps) {
  return (
    <div className="one-sided" data-layout={layout} data-side={side}>
      <p>{text}</p>
      <p className="soft small">{missing}</p>
    </div>
  );
}

function nameOf({ from, to }: Row): string {
  const [first] = to.length > 0 ? to : from;
  return first ? placeOf(first).name : "";
}
