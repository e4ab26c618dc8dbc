import { asc, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { auditEntry } from "../../db/schema";
import { createAgreements } from "../../server/agreements";
import type { Agreements } from "../../server/agreements/shapes";
import { createAudit } from "../../server/audit";
import { Refusal } from "../../server/errors";
import { createLog } from "../../server/log";
import type { Town } from "./people";

export const NOW = new Date("2026-03-02T09:00:00Z");
export const clock = { now: () => NOW };
export const log = createLog("silent");

export const head = { title: "Samarbejdsaftale", kind: "agreement", publisher: "Regionen", label: "Udkast" };
/** A title, a chapter, 3.1 with two sentences, 3.2 with two paragraphs. */
export const PAPER = `# Samarbejdsaftale

## 3 Udskrivning

3.1 Afdelingen varsler kommunen. Det sker tre dage før.

3.2 Der aftales en plan.

Bilag følger.
`;

export function agreementsOf(db: Database): Agreements {
  return createAgreements({ db, clock, log, audit: createAudit({ db, clock }) });
}

export const fileOf = (content: BlobPart, name = "aftale.md") => new File([content], name);

/** What a browser sends; a list is a field that occurs several times. */
export function form(fields: Record<string, string | File | readonly string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string" || value instanceof File) data.set(name, value);
    else for (const one of value) data.append(name, one);
  }
  return data;
}

export function propose(agreements: Agreements, { people }: Town, text = PAPER): Promise<string> {
  return agreements.propose(people.tove, form({ ...head, file: fileOf(text) }));
}

type Fields = Record<string, string | readonly string[]>;

/** A correction by the coordinator, on what stands there now. */
export async function correct(agreements: Agreements, { people }: Town, versionId: string, fields: Fields) {
  const { revision } = await agreements.proposal(people.tove, versionId);
  return agreements.correct(people.tove, versionId, form({ revision: String(revision), ...fields }));
}

export async function nodeId(agreements: Agreements, { people }: Town, versionId: string, number: string) {
  const { nodes } = await agreements.proposal(people.tove, versionId);
  return nodes.find((node) => node.number === number)?.id ?? "";
}

/** "conflict: proposal-moved-on", the codes at the fields, or "no refusal". */
export async function refused(what: Promise<unknown>): Promise<unknown> {
  const answer = await what.then(() => "no refusal").catch((error: unknown) => error);
  if (!(answer instanceof Refusal)) return answer;
  return Object.keys(answer.fields).length > 0 ? answer.fields : `${answer.kind}: ${answer.code}`;
}

export async function eventsOf(db: Database, objectId: string): Promise<string[]> {
  const entries = await db
    .select({ event: auditEntry.event })
    .from(auditEntry)
    .where(eq(auditEntry.objectId, objectId))
    .orderBy(asc(auditEntry.seq));
  return entries.map(({ event }) => event);
}
