import type { ConsultationDeps } from "../deps";
import { morning, wakeNextMorning } from "./morning";

/** What people are reminded of every morning. */
export function createReminders(deps: ConsultationDeps) {
  return {
    /** The job. */
    morning: () => morning(deps),
    /** Has the job wait for the next morning. */
    start: () => wakeNextMorning(deps),
  };
}

export type Reminders = ReturnType<typeof createReminders>;
