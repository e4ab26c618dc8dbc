import { plan } from "~/words/plan";
import { date, deadlineDay } from "~/words/time";
import type { MovedDeadline } from "../../../server/consultations/plan/shapes";

const words = plan.moved;

/** Which deadlines were moved, and why: the newest first. */
export function Moved({ moved }: { moved: readonly MovedDeadline[] }) {
  return (
    <section aria-labelledby="moved">
      <h2 id="moved">{words.title}</h2>
      <ul className="plan-moved">
        {moved.map(({ id, center, from, to, reason, by, at }) => (
          <li key={id}>
            <p>
              <strong>{center ?? words.external}</strong> {words.said(deadlineDay(from), deadlineDay(to))}
            </p>
            {reason && <p>{reason}</p>}
            <p className="soft small">{words.by(by, date(at))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
