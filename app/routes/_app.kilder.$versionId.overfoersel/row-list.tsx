import { memo } from "react";
import { StatusPill } from "~/components/status";
import { carryOver as words } from "~/words/carry-over";
import { changeNames } from "~/words/change-names";
import { shortened } from "~/words/clause-names";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { DeskRow } from "../../../server/carry-over/shapes";
import type { Desk } from "./desk";
import { addressOf } from "./use-place";
import type { Group } from "./view";

type Props = Pick<Desk, "after" | "groups" | "current" | "place" | "deciding"> & {
  mayDecide: boolean;
  isRoving: boolean;
};

/** The old clauses in their groups. A row is a link, so choosing one needs no script; with one, a key does it. */
export function RowList({ groups, mayDecide, ...props }: Props) {
  return (
    <nav className="carry-list" aria-label={words.list} data-list>
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={`group-${group.key}`}>
          <h2 id={`group-${group.key}`}>
            {groupName(group, mayDecide)} <span className="soft numeric">{group.rows.length}</span>
          </h2>
          <ul className="carry-rows">
            {group.rows.map((row) => (
              <RowOf key={row.from.id} row={row} {...props} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function groupName({ key }: Group, mayDecide: boolean): string {
  if (key === "waiting") return mayDecide ? words.groups.waiting : words.groups.watched;
  return key === "now" ? words.groups.now : changeNames[key];
}

function RowOf({
  row,
  after,
  current,
  place,
  deciding,
  isRoving,
}: Omit<Props, "groups" | "mayDecide"> & { row: DeskRow }) {
  const { id } = row.from;
  const isCurrent = current?.from.id === id;
  return (
    <Row
      row={row}
      after={after}
      href={addressOf({ filter: place.filter, rowId: id, isOpen: true })}
      isCurrent={isCurrent}
      isStop={isCurrent || !isRoving}
      isSending={deciding.sending.has(id)}
      isRefused={deciding.refused.has(id)}
    />
  );
}

type RowProps = {
  row: DeskRow;
  after: ReadonlyMap<string, ClauseRow>;
  href: string;
  isCurrent: boolean;
  isStop: boolean;
  isSending: boolean;
  isRefused: boolean;
};

/** Drawn anew only when something of its own changes: there may be five hundred, and keys do not wait. */
const Row = memo(function Row({ row, after, href, isCurrent, isStop, isSending, isRefused }: RowProps) {
  const { from, decision, inUse } = row;
  const isHeavy = !decision && inUse.remarks + inUse.answers > 0;
  return (
    <li className="carry-row" data-waits={decision ? undefined : ""}>
      <a
        href={href}
        data-row={from.id}
        aria-current={isCurrent ? "true" : undefined}
        tabIndex={isStop ? undefined : -1}
      >
        <span className="carry-row-words">
          {(from.number || from.heading) && (
            <strong>
              {from.number} {from.heading}
            </strong>
          )}{" "}
          {from.text && <span className="carry-row-text">{shortened(from.text, 160)}</span>}
        </span>
        <span className="carry-row-marks small">
          <span className="soft">{became(row, after)}</span>
          {isHeavy ? (
            <StatusPill tone="warn">{words.inUse(inUse)}</StatusPill>
          ) : (
            <span className="soft">{words.inUse(inUse)}</span>
          )}
          {isRefused && <StatusPill tone="bad">{words.notSaved}</StatusPill>}
          {isSending && <span className="soft">{words.sending}</span>}
        </span>
      </a>
    </li>
  );
});

function became({ decision, proposed }: DeskRow, after: RowProps["after"]): string {
  if (!decision) return words.proposed(proposed.change);
  const targets = decision.to.map((id) => after.get(id)).map((clause) => (clause ? markOf(clause) : ""));
  return words.decided(decision.change, targets);
}

function markOf({ number, heading, text }: ClauseRow): string {
  return number || shortened(heading || text, 40);
}
