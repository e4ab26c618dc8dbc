import { Fragment } from "react";
import { timelineSentence, timeline as words } from "~/words/front";
import type { FrontPage, TimelineItem } from "../../../server/consultations/front/shapes";
import "./timeline.css";

/** The hearing in time: what has been, where today is, what is to come. Each says in words how it stands. [H42] */
export function Timeline({ timeline, today }: Pick<FrontPage, "timeline" | "today">) {
  const next = timeline.findIndex(({ day }) => day >= today);
  const at = next < 0 ? timeline.length : next;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{words.title}</h2>
      <ol className="timeline">
        {timeline.map((item, index) => (
          <Fragment key={`${item.day}${timelineSentence(item)}`}>
            {index === at && <Today today={today} />}
            <Item item={item} />
          </Fragment>
        ))}
        {at === timeline.length && <Today today={today} />}
      </ol>
    </section>
  );
}

function Today({ today }: { today: string }) {
  return (
    <li className="timeline-today" aria-current="date">
      <time dateTime={today}>{words.today(today)}</time>
    </li>
  );
}

function Item({ item }: { item: TimelineItem }) {
  const { day, time, state } = item;
  return (
    <li className="timeline-item" data-state={state}>
      <time className="soft small numeric" dateTime={day}>
        {words.day(day, time)}
      </time>
      <p>
        <span className="visually-hidden">{words.states[state]}: </span>
        {timelineSentence(item)}
      </p>
    </li>
  );
}
