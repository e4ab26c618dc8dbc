import type { MouseEvent } from "react";
import { Button } from "~/components/button";
import { StatusPill } from "~/components/status";
import { carryOver as words } from "~/words/carry-over";
import type { Desk } from "./desk";
import { addressOf } from "./use-place";
import { FILTERS, type Filter, progressOf } from "./view";

/** How far the desk is, what the list shows, and the way to the keys. */
export function Head({ desk }: { desk: Desk }) {
  const { total, decided, blocking } = progressOf(desk.deciding.rows);
  // Not before the server has the last of it.
  const isDone = decided === total && desk.deciding.sending.size === 0;
  const waits = desk.page.can.decide && desk.page.hearings.some(({ place }) => place === "waits");
  return (
    <div className="carry-head">
      <p className="row">
        <progress max={total} value={decided} aria-label={words.progress(decided, total)} />
        <span className="numeric">{words.progress(decided, total)}</span>
        {blocking > 0 && <StatusPill tone="warn">{words.blocking(blocking)}</StatusPill>}
        {desk.deciding.sending.size > 0 && <span className="soft">{words.sending}</span>}
        {isDone && <StatusPill tone="good">{words.allDecided}</StatusPill>}
        {isDone && waits && <a href="#carry-hearings">{words.toHearings}</a>}
      </p>
      <nav className="row" aria-label={words.filters.label}>
        <span className="soft small" aria-hidden="true">
          {words.filters.label}
        </span>
        {filters.map((filter) => (
          <FilterLink key={filter} desk={desk} filter={filter} />
        ))}
      </nav>
      <Button
        type="button"
        kind="bare"
        size="small"
        className="needs-script carry-keys-button"
        onClick={() => desk.showKeys(true)}
      >
        {words.keysOpen} <kbd>?</kbd>
      </Button>
    </div>
  );
}

const filters = Object.keys(FILTERS).filter((name): name is Filter => name in FILTERS);

function FilterLink({ desk: { place, deciding }, filter }: { desk: Desk; filter: Filter }) {
  const show = (event: MouseEvent) => {
    event.preventDefault();
    place.show(filter);
  };
  const count = {
    waiting: deciding.rows.filter(({ decision }) => !decision).length,
    remarks: deciding.rows.filter(({ inUse }) => inUse.remarks > 0).length,
    all: deciding.rows.length,
  }[filter];
  return (
    <a
      href={addressOf({ ...place, filter, isOpen: false })}
      className="carry-filter"
      aria-current={place.filter === filter ? "true" : undefined}
      onClick={show}
    >
      {words.filters[filter]} <span className="numeric soft">{count}</span>
    </a>
  );
}
