import { Link } from "@remix-run/react";
import { activity as words } from "~/words/front";
import type { Doing, FrontPage } from "../../../server/consultations/front/shapes";

type Props = Pick<FrontPage, "activity" | "today"> & { responseId: string | null };

/** What was done of late: a sentence for each person and day, the newest first. [H43] */
export function Activity({ activity, today, responseId }: Props) {
  return (
    <section className="section" aria-labelledby="activity">
      <h2 id="activity">{words.title}</h2>
      {activity.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="activity">
        {activity.map((doing) => (
          <li key={`${doing.day}${doing.name}`}>
            <time className="soft small" dateTime={doing.day}>
              {words.day(doing.day, today)}
            </time>
            <p>
              <strong>{doing.name ?? words.house}</strong> {words.sentence(doing)}{" "}
              <ToText doing={doing} responseId={responseId} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ToText({ doing, responseId }: { doing: Doing; responseId: string | null }) {
  const last = doing.deeds.find((deed) => deed.last)?.last;
  if (!last || !responseId) return null;
  return (
    <Link to={`/svar/${responseId}#b-${last.blockId}`}>
      {words.toText}
      <span className="visually-hidden">: {last.heading}</span>
    </Link>
  );
}
