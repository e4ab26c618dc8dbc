import { Link, useFetcher } from "@remix-run/react";
import { Button } from "~/components/button";
import { noticeSentence, notices as words } from "~/words/notices";
import { dateAndTime } from "~/words/time";
import type { NoticeRow } from "../../../server/notices/shapes";
import "./notices.css";

/** Notices, each a sentence that leads to its place. Opened, it is read. */
export function NoticeList({ rows }: { rows: readonly NoticeRow[] }) {
  return (
    <ul className="notice-list">
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Row({ row }: { row: NoticeRow }) {
  const { id, state, hearing, at } = row;
  const sentence = noticeSentence(row);
  return (
    <li className="notice-row" data-state={state}>
      <div className="notice-what">
        {/* Never fetched ahead: whoever opens it has read it. */}
        <Link to={`/beskeder/${id}`}>
          {sentence}
          <span className="visually-hidden">, {hearing?.title ?? words.house}</span>
        </Link>
        <p>
          {hearing?.title ?? words.house} <span className="soft numeric">{hearing?.userKey}</span>
        </p>
        <p className="soft small numeric">
          <span className={state === "new" ? "notice-new" : undefined}>{words.states[state]}</span> · {dateAndTime(at)}
        </p>
      </div>
      {state === "new" && <MarkRead id={id} sentence={sentence} />}
    </li>
  );
}

/** The button goes with what was new, and perhaps its row too: whoever is at it by keyboard goes on with the next one. */
function goOn(form: HTMLElement): void {
  const row = form.closest("li");
  const next = row?.nextElementSibling ?? row?.previousElementSibling ?? row;
  next?.querySelector("a")?.focus({ preventScroll: true });
}

function MarkRead({ id, sentence }: { id: string; sentence: string }) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form
      method="post"
      action="/beskeder?index"
      className="notice-done"
      onSubmit={({ currentTarget }) => goOn(currentTarget)}
    >
      <input type="hidden" name="id" value={id} />
      <Button kind="bare" size="small" name="command" value="read" aria-label={words.markReadOf(sentence)}>
        {words.markRead}
      </Button>
    </fetcher.Form>
  );
}
