import type { ConsultationId } from "../../db/ids";
import type { Owed } from "./shapes";

/** What hearings' centers owe, as it was worked out last at this node. Whoever may not see a hearing does not come to ask. */
export type Kept = {
  /** Undefined when it was not worked out under just that stamp. */
  of(id: ConsultationId, stamp: string): readonly Owed[] | undefined;
  keep(id: ConsultationId, stamp: string, owed: readonly Owed[]): void;
};

/** A dozen rows each: some megabytes. */
const MOST = 2000;

export function createKept(): Kept {
  const known = new Map<ConsultationId, { stamp: string; owed: readonly Owed[] }>();
  return {
    of: (id, stamp) => {
      const found = known.get(id);
      return found?.stamp === stamp ? found.owed : undefined;
    },
    keep: (id, stamp, owed) => {
      // What was worked out last stands last, so the first is the one to go.
      known.delete(id);
      known.set(id, { stamp, owed });
      const [oldest] = known.keys();
      if (known.size > MOST && oldest) known.delete(oldest);
    },
  };
}
