import { eq } from "drizzle-orm";
import { z } from "zod";
import { ADAPTERS, filing } from "../../../db/schema";
import { actorOf } from "../../audit";
import { danishDay } from "../../clock";
import { notFound, Refusal } from "../../errors";
import { hasRole, type Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import { mayRead } from "../../standing/rules";
import type { ExportDeps } from "../deps";
import type { AdapterName, FilingMetadata } from "../shapes";
import { checkedMetadata } from "./checked";
import { KeptMetadata } from "./metadata";
import { attemptsOf, lockedFilingFor, standsApproved } from "./queries";
import { mayBeCorrected } from "./rules";

const RetryForm = z.object({
  moveTo: z.enum(["", ...ADAPTERS], "not-a-choice").default(""),
  title: z.string().optional(),
});

type Filing = typeof filing.$inferSelect;
type Change = { adapter?: AdapterName; metadata?: FilingMetadata };

/**
 * A case officer lets a failed filing be tried again, four times from now. It is looked up first, as ever. What the case
 * system refused for something in the form may be sent with another form; and where the municipality has another system
 * now, the officer may say that it goes there instead. [F6] [F10] [F14]
 */
export async function retry(deps: ExportDeps, viewer: Viewer, filingId: string, form: unknown = {}): Promise<void> {
  if (!mayRead(viewer)) throw notFound();
  const { moveTo, title } = parse(RetryForm, form);
  const chosen = await deps.caseSystems.chosen(viewer.municipality.id);
  if (moveTo !== "" && moveTo !== chosen) throw new Refusal("conflict", "case-system-not-chosen");
  await deps.db.transaction(async (tx) => {
    const found = await lockedFilingFor(tx, viewer, filingId);
    if (!found) throw notFound();
    if (!hasRole(viewer, "case-officer")) throw new Refusal("forbidden", "case-officers-only");
    if (found.state !== "failed") throw new Refusal("conflict", "filing-not-failed");
    if (!(await standsApproved(tx, found))) throw new Refusal("conflict", "not-approved");
    const isCorrected = title !== undefined;
    if (isCorrected && !mayBeCorrected(await attemptsOf(tx, found.id)))
      throw new Refusal("conflict", "filing-not-correctable");
    const change: Change = {
      ...(isCorrected ? { metadata: await corrected(deps, viewer, found, form) } : {}),
      ...(moveTo === "" ? {} : { adapter: moveTo }),
    };
    await tx
      .update(filing)
      .set({ state: "sent", handedOverAt: null, ...change })
      .where(eq(filing.id, found.id));
    await deps.jobs.enqueue(tx, "deliver-filing", { filingId: found.id }, { key: `deliver-filing:${found.id}` });
    await deps.audit.record(tx, actorOf(viewer), {
      event: change.adapter ? "filing-moved" : "filing-retried",
      objectKind: "response",
      objectId: found.responseId,
      data: { filingId: found.id, versionId: found.versionId, ...changedIn(found, change) },
    });
  });
}

/** Judged as the first form was, but for the deadline: what was in time when it was asked for still is. */
async function corrected(deps: ExportDeps, viewer: Viewer, { metadata, requestedAt }: Filing, form: unknown) {
  const { deadline, version } = KeptMetadata.parse(metadata);
  return checkedMetadata(deps, viewer.municipality.id, form, { deadline, version, askedOn: danishDay(requestedAt) });
}

/** What the trail keeps of it: which system, and what the numbers were before; never the texts. */
function changedIn({ adapter, metadata }: Filing, change: Change) {
  const before = KeptMetadata.parse(metadata);
  const after = change.metadata ?? before;
  const numbers = (
    ["caseNumber", "kle", "facet", "letterDate", "receivedDate", "sentDate", "disposal"] as const
  ).filter((name) => before[name] !== after[name]);
  return {
    ...(change.adapter ? { from: adapter, to: change.adapter } : {}),
    ...Object.fromEntries(numbers.map((name) => [name, `${before[name]} → ${after[name]}`])),
  };
}
