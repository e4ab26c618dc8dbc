import { Link } from "@remix-run/react";
import { useState } from "react";
import { history as words } from "~/words/history";
import { date, time } from "~/words/time";
import type { HistoryPage, Sitting } from "../../../server/history/shapes";
import { Face, useNameOf, useWho } from "./who";

type Page = Extract<HistoryPage, { isReady: true }>;

/** More would be a list that nobody reads; the older ones are one press away. */
const AT_FIRST = 30;

/** Who wrote when, by days, and how much came and went. */
export function Sittings({ page }: { page: Page }) {
  const [most, setMost] = useState(AT_FIRST);
  const { sittings } = page;
  return (
    <section aria-labelledby="sittings">
      <h2 id="sittings">{words.sittings.title}</h2>
      {daysOf(sittings.slice(0, most)).map(({ day, of }) => (
        <section key={`${day} ${of[0]?.firstSeq}`} className="history-day">
          <h3>{day}</h3>
          <ol>
            {of.map((sitting) => (
              <Row key={sitting.firstSeq} sitting={sitting} page={page} />
            ))}
          </ol>
        </section>
      ))}
      {sittings.length > most && (
        <button type="button" className="button" data-size="small" onClick={() => setMost(sittings.length)}>
          {words.sittings.more(sittings.length - most)}
        </button>
      )}
    </section>
  );
}

function Row({ sitting, page }: { sitting: Sitting; page: Page }) {
  const { by, from, to, firstSeq, lastSeq, added, removed } = sitting;
  const name = useNameOf()(by);
  const writer = useWho()(by);
  const { view, responseId } = page;
  const when = words.sittings.span(time(from), time(to));
  const isShown = view.kind === "text" && view.moment.seq === lastSeq;
  const before = Math.max(1, firstSeq - 1);
  const isCompared = view.kind === "compared" && view.after.seq === lastSeq && view.before.seq === before;
  return (
    <li className="history-sitting" data-shown={isShown || isCompared ? "" : undefined}>
      <Face writer={writer} />
      <div>
        <p>
          <strong>{by === null ? words.begun : name}</strong> <span className="soft numeric">{when}</span>
        </p>
        {by !== null && <p className="soft small numeric">{words.sittings.words(added, removed)}</p>}
        <p className="history-ways">
          <Link
            to={`/svar/${responseId}/historik?t=${lastSeq}`}
            aria-current={isShown ? "true" : undefined}
            aria-label={words.sittings.textAt(name, when)}
          >
            {words.sittings.text}
          </Link>
          {by !== null && (
            <Link
              to={`/svar/${responseId}/historik?t=${lastSeq}&mod=${before}`}
              aria-current={isCompared ? "true" : undefined}
              aria-label={words.sittings.changesOf(name, when)}
            >
              {words.sittings.changes}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}

function daysOf(sittings: readonly Sitting[]): { day: string; of: Sitting[] }[] {
  const days: { day: string; of: Sitting[] }[] = [];
  for (const sitting of sittings) {
    const day = date(sitting.to);
    const last = days.at(-1);
    if (last?.day === day) last.of.push(sitting);
    else days.push({ day, of: [sitting] });
  }
  return days;
}
