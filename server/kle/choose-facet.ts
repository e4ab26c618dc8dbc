import { z } from "zod";
import { kleChoice } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { onlyAdministrators } from "./bring";
import type { KleDeps } from "./deps";
import { facetChosen } from "./queries";
import { IS_FACET } from "./rules";
import { wrongWith } from "./wrong";

const Form = z.object({
  facet: z
    .string("missing")
    .trim()
    .refine((facet) => facet === "" || IS_FACET.test(facet), "not-a-facet"),
});

/** What filings are to start with from now on. [F21] */
export async function chooseFacet(deps: KleDeps, viewer: Viewer, form: unknown): Promise<void> {
  onlyAdministrators(viewer);
  const { facet } = parse(Form, form);
  const { id: municipalityId } = viewer.municipality;
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const wrong = facet === "" ? {} : await wrongWith(tx, municipalityId, { facet }, danishDay(now));
    if (wrong["facet"]) throw new Refusal("invalid", "form", wrong);
    const before = await facetChosen(tx, municipalityId);
    if (before === facet) return;
    const row = { facet, changedBy: viewer.id, changedAt: now };
    await tx
      .insert(kleChoice)
      .values({ municipalityId, ...row })
      .onConflictDoUpdate({ target: kleChoice.municipalityId, set: row });
    const about = { objectKind: "municipality", objectId: municipalityId };
    await deps.audit.record(tx, actorOf(viewer), {
      event: "kle-facet-chosen",
      ...about,
      data: { from: before, facet },
    });
  });
}
