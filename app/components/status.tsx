import { responseStatuses } from "~/words/names";
import { day, deadlineDay, untilDeadline, urgency } from "~/words/time";
import type { Deadline } from "../../server/consultations/shapes";
import type { ResponseStatus } from "../../server/standing/shapes";

export type Tone = "plain" | "accent" | "warn" | "bad" | "good";

/** A state as a word with a colour; the word alone says it. */
export function StatusPill({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className="pill" data-tone={tone}>
      {children}
    </span>
  );
}

const TONES: Record<ResponseStatus | "not-started", Tone> = {
  "not-started": "plain",
  writing: "accent",
  "in-review": "warn",
  approved: "good",
  filed: "plain",
};

export function ResponsePill({ status }: { status: ResponseStatus | "not-started" }) {
  return <StatusPill tone={TONES[status]}>{responseStatuses[status]}</StatusPill>;
}

type DeadlineProps = { deadline: Deadline; isOver?: boolean };

/** A deadline in a running line: the day, and how far off it is. `isOver`: what was owed is done; then the day alone. */
export function DeadlineText({ deadline, isOver = false }: DeadlineProps) {
  if (isOver) return <time dateTime={deadline.day}>{day(deadline.day)}</time>;
  return (
    <span className="numeric">
      {deadlineDay(deadline)} · <Remaining deadline={deadline} />
    </span>
  );
}

/** The same in two lines, for tables and lists: first what is pressing, then the day. */
export function DeadlineLines({ deadline, isOver = false }: DeadlineProps) {
  if (isOver) return <DeadlineText deadline={deadline} isOver />;
  return (
    <div className="numeric">
      <Remaining deadline={deadline} />
      <div className="soft small">{day(deadline.day)}</div>
    </div>
  );
}

function Remaining({ deadline }: { deadline: Deadline }) {
  return (
    <time className="deadline" data-urgency={urgency(deadline)} dateTime={deadline.day}>
      {untilDeadline(deadline)}
    </time>
  );
}
