import { and, count, eq, inArray, ne } from "drizzle-orm";
import { z } from "zod";
import type { Queryable } from "../../../../db/client";
import { caseSystem, filing, municipality, person, response } from "../../../../db/schema";
import { Refusal } from "../../../errors";
import { hasRole, type Viewer } from "../../../identity/viewer";
import type { AdapterName } from "../../shapes";

export function onlyAdministrators(viewer: Viewer): void {
  if (!hasRole(viewer, "administrator")) throw new Refusal("forbidden", "administrators-only");
}

const Kept = z.record(z.string(), z.string());

/** How the viewer's municipality has set this one up, or null. */
export async function setupOf(db: Queryable, viewer: Viewer, adapter: AdapterName) {
  const isIt = and(eq(caseSystem.municipalityId, viewer.municipality.id), eq(caseSystem.adapter, adapter));
  const [found] = await db
    .select({ row: caseSystem, changedBy: person.name })
    .from(caseSystem)
    .innerJoin(person, eq(person.id, caseSystem.changedBy))
    .where(isIt);
  return found ? { ...found.row, settings: Kept.parse(found.row.settings), by: found.changedBy } : null;
}

/** Filings that are still on their way to another system than this one, or have failed there. */
export async function elsewhere(db: Queryable, viewer: Viewer, chosen: AdapterName): Promise<number> {
  const states = ["ready", "sent", "received", "delivered", "accepted", "failed"] as const;
  const isOurs = eq(response.municipalityId, viewer.municipality.id);
  const [found] = await db
    .select({ count: count() })
    .from(filing)
    .innerJoin(response, eq(response.id, filing.responseId))
    .where(and(isOurs, ne(filing.adapter, chosen), inArray(filing.state, [...states])));
  return found?.count ?? 0;
}

/** Whose the documents are, as other systems know it. */
export async function cvrOf(db: Queryable, viewer: Viewer): Promise<string> {
  const isIt = eq(municipality.id, viewer.municipality.id);
  const [found] = await db.select({ cvr: municipality.cvr }).from(municipality).where(isIt);
  return found?.cvr ?? "";
}
