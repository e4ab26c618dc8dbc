import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { isId, type LetterId } from "../../db/ids";
import { letter } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { LetterDeps } from "./deps";
import { onlyCoordinators } from "./queries";

const Form = z.object({ letterId: z.string("missing") });

/** The file goes; that it came, its hash, and who put it away stay in the audit trail. */
export async function discard({ db, audit }: LetterDeps, viewer: Viewer, form: unknown): Promise<void> {
  onlyCoordinators(viewer);
  const { letterId } = parse(Form, form);
  if (!isId<LetterId>(letterId)) throw notFound();
  await db.transaction(async (tx) => {
    const isIt = and(
      eq(letter.id, letterId),
      eq(letter.municipalityId, viewer.municipality.id),
      isNull(letter.consultationId),
    );
    const [gone] = await tx.delete(letter).where(isIt).returning({ sha256: letter.sha256 });
    if (!gone) return;
    const entry = { event: "letter-discarded", objectKind: "letter", objectId: letterId, data: gone } as const;
    await audit.record(tx, actorOf(viewer), entry);
  });
}
