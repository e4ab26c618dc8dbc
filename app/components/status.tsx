import { responseStatuses } from "~/words/names";
import { day, deadlineDay, untilDeadline, urgency } from "~/words/time";
import type { Deadline } from "../../server/consultations/shapes";
import type { ResponseStatus } from "../../server/responses/shapes";

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

type DeadlineProps = { deadline: Deadline; brief?: boolean; isOver?: boolean };

/**
 * A deadline and how far off it is; `brief` shows the latter and keeps the day for hover. `isOver`: what was owed is
 * done, so only the day is left to say.
 */
export function DeadlineText({ deadline, brief = false, isOver = false }: DeadlineProps) {
  if (isOver) return <time dateTime={deadline.day}>{day(deadline.day)}</time>;
  return (
    <span className="numeric">
      {!brief && <>{deadlineDay(deadline)} · </>}
      <time
        className="deadline"
        data-urgency={urgency(deadline)}
        dateTime={deadline.day}
        title={brief ? deadlineDay(deadline) : undefined}
      >
        {untilDeadline(deadline)}
      </time>
    </span>
  );
}
