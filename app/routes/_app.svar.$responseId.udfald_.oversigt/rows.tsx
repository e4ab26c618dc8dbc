import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Answered } from "~/components/answered";
import { OutcomePill } from "~/components/outcome";
import { overview as words } from "~/words/outcomes";
import { wishOf } from "./keys";
import { OpenRow } from "./open-row";
import { type LeanRow, type Page, TakeBack } from "./row-parts";

type Props = { page: Page; answer: unknown };

/** The rows in a list, and the one that is open beside it. [Q11] */
export function Rows({ page, answer }: Props) {
  const { rows, open } = page;
  const pane = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = rows.findIndex(({ id }) => id === open?.row.id);
  const onKeyDown = useKeys(pane, rows, at);
  const openId = open?.row.id;
  const shown = useRef(openId);
  useEffect(() => {
    pane.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    // Where a key has led, the keys go on; whoever comes to the page begins at its top.
    if (shown.current !== openId) heading.current?.focus();
    shown.current = openId;
  }, [openId]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys over all the controls in it, each of which works without
    <div className="overview-rows" ref={pane} onKeyDown={onKeyDown}>
      <RowList rows={rows} current={open?.row.id} />
      <div className="overview-open">
        <JustDone rows={rows} mayUndo={page.can.record} />
        {open ? (
          <Answered answer={answer} command={open.row.id}>
            <OpenRow key={open.row.id} page={page} open={open} at={at} heading={heading} />
          </Answered>
        ) : (
          <div className="overview-done">
            <h3>{words.done.title}</h3>
            <p className="soft">{words.done.text}</p>
          </div>
        )}
      </div>
    </div>
  );
}

function RowList({ rows, current }: { rows: readonly LeanRow[]; current: string | undefined }) {
  const waiting = rows.filter(({ state }) => state.kind === "waiting").length;
  return (
    <nav className="overview-list" aria-label={words.list}>
      <p className="soft small">{words.left(waiting, rows.length)}</p>
      <ol>
        {rows.map(({ id, subject, summary, state }) => (
          <li key={id}>
            <Link to={`?raekke=${id}`} preventScrollReset aria-current={id === current ? "true" : undefined}>
              <span className="overview-row-name">{subject || summary || words.noWords}</span>
              {subject && <span className="overview-row-words soft small">{summary}</span>}
              <RowState state={state} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function RowState({ state }: Pick<LeanRow, "state">) {
  if (state.kind === "recorded") return <OutcomePill outcome={state.outcome} />;
  return <span className="soft small">{words.states[state.kind]}</span>;
}

/** The row that was settled just now, and how to take it back. */
function JustDone({ rows, mayUndo }: { rows: readonly LeanRow[]; mayUndo: boolean }) {
  const [search] = useSearchParams();
  const row = rows.find(({ id }) => id === search.get("gjort"));
  return (
    <div role="status">
      {row && row.state.kind !== "waiting" && (
        <div className="overview-just-done">
          <span>{words.justDone[row.state.kind]}</span>
          {mayUndo && <TakeBack id={row.id} />}
        </div>
      )}
    </div>
  );
}

/** Every key does what a control in sight does. */
function useKeys(pane: { current: HTMLDivElement | null }, rows: readonly LeanRow[], at: number) {
  const navigate = useNavigate();
  return (event: KeyboardEvent) => {
    const wish = wishOf(event.nativeEvent, event.target instanceof Element ? event.target : null);
    if (!wish) return;
    event.preventDefault();
    if ("step" in wish) {
      const next = rows[at < 0 ? 0 : at + wish.step];
      if (next) navigate(`?raekke=${next.id}`, { preventScrollReset: true, replace: true });
      return;
    }
    const found = pane.current?.querySelector<HTMLElement>(wish.selector);
    found?.click();
    if (found instanceof HTMLInputElement) found.focus();
  };
}
