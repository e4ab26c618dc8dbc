import type { CalendarDeps } from "./deps";
import { feed } from "./feed";
import { make, revoke, standing } from "./make";
import { createRate } from "./rate";
import type { Calendar } from "./shapes";

/** People's deadlines in the calendar they use anyway: one secret address each. */
export function createCalendar(deps: CalendarDeps): Calendar {
  const rate = createRate(deps.clock);
  return {
    standing: (viewer) => standing(deps, viewer),
    make: (viewer) => make(deps, viewer),
    revoke: (viewer) => revoke(deps, viewer),
    feed: (file, from) => feed(deps, rate, { file, from }),
  };
}
