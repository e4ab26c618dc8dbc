import { z } from "zod";
import type { Transaction } from "../../db/client";
import type { UserId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { type Decided, decide, type Place } from "./decide";
import type { SignOffDeps } from "./deps";
import { contributorsOf, peopleBehind } from "./queries";

const GiveBackForm = z.object({
  reason: z.string("missing").trim().min(1, "missing").max(2000, "too-long"),
  after: z.string().default(""),
});

/** Sends the part back with a reason, signed before or not; whoever has to write is told. [A24] [A27] */
export async function giveBack(deps: SignOffDeps, viewer: Viewer, place: Place, form: unknown): Promise<void> {
  const given = parse(GiveBackForm, form);
  await deps.db.transaction(async (tx) => {
    const decided = await decide(deps, tx, viewer, place, { decision: "returned", ...given });
    if (!decided) return;
    const { consultation, response } = decided.matter;
    const writers = await writersOf(tx, decided);
    await deps.notices.tell(tx, {
      kind: "part-returned",
      municipalityId: viewer.municipality.id,
      responseId: response.id,
      to: [...writers, consultation.coordinatorId],
      by: viewer.id,
      about: { centerId: decided.centerId },
    });
  });
}

/** The center's contributors who have written in the part; all of them where none has. */
async function writersOf(tx: Transaction, { matter, centerId, clients }: Decided): Promise<UserId[]> {
  const contributors = await contributorsOf(tx, centerId);
  const wrote = await peopleBehind(tx, matter.response.documentId, [...clients]);
  const own = contributors.filter((id) => wrote.has(id));
  return own.length > 0 ? own : contributors;
}
