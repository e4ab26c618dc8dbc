import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { newBlockId } from "../../app/document-model/block-id";
import type { ResponseDocument } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import type { ProposedBlock } from "../../app/document-model/suggestions/shapes";
import { writeRun } from "../../app/document-model/suggestions/write-run";
import type { Queryable, Transaction } from "../../db/client";
import type { CenterId } from "../../db/ids";
import { addendum, givenSection } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfResponse } from "../standing";
import { mayRead, rightsOf, type Standing, writesFor } from "../standing/rules";
import type { ResponseMatter } from "./decide";
import type { SignOffDeps } from "./deps";
import type { PartCenter, PartsPage } from "./shapes";
import { watch } from "./tell-lapses";

/** "": the first of the centers the viewer writes for. */
const AddendumForm = z.object({ centerId: z.string().default("") });

/**
 * A guest's own section at the end of the text, given to one of its centers: from then on it is written, signed, approved and
 * exported like everything else. Once for each guest, as long as its heading stands. [J16]
 */
export async function addAddendum(deps: SignOffDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  if (!mayRead(viewer)) throw notFound();
  const { centerId } = parse(AddendumForm, form);
  const amended = await deps.db.transaction(async (tx) => {
    const matter = await lockedMatterOfResponse(tx, viewer, responseId);
    const { guest } = viewer;
    if (!guest) throw new Refusal("forbidden", "guests-only");
    const wanted = centerFor(viewer, matter.standing, centerId);
    const known = await blockOf(tx, viewer, matter);
    const ids = [newBlockId(), newBlockId()];
    const blocks = [heading(guest.municipality.name), paragraph()];
    const { answer: isNew, ...amended } = await deps.documents.amend(
      tx,
      matter.response.documentId,
      viewer.id,
      (doc) => {
        const text = readDocument(doc);
        if (known && standsIn(text, known)) return false;
        const run = { after: text.blocks.at(-1)?.id ?? null, base: [], proposed: blocks };
        let made = 0;
        writeRun(doc, run, () => ids[made++] ?? newBlockId());
        return true;
      },
    );
    if (!isNew) return null;
    await keep(deps, tx, viewer, matter, { blockId: ids[0] ?? "", centerId: wanted });
    await watch(deps, { documentId: matter.response.documentId }, tx);
    return amended;
  });
  if (amended) deps.onAmended?.({ ...amended, answer: null });
}

function centerFor(viewer: Viewer, standing: Standing, asked: string): CenterId {
  const own = writesFor(viewer, standing);
  const found = asked === "" ? own[0] : own.find((id) => id === asked);
  if (!found) throw new Refusal("forbidden", "not-your-center");
  if (!rightsOf(viewer, standing).write) throw new Refusal("conflict", "part-not-open");
  return found;
}

function heading(municipality: string): ProposedBlock {
  const content = [{ text: `Særlige bemærkninger fra ${municipality}` }];
  return { id: null, kind: "heading", level: 2, content };
}

function paragraph(): ProposedBlock {
  return { id: null, kind: "paragraph", level: 0, content: [] };
}

function standsIn({ blocks }: ResponseDocument, blockId: string): boolean {
  return blocks.some((block) => block.type === "block" && block.kind === "heading" && block.id === blockId);
}

type Added = { blockId: string; centerId: CenterId };

/** One that was taken out of the text and is added again has another heading. */
async function keep(
  { audit, clock }: SignOffDeps,
  tx: Transaction,
  viewer: Viewer,
  { response: { id: responseId } }: ResponseMatter,
  { blockId, centerId }: Added,
): Promise<void> {
  const municipalityId = viewer.guest?.municipality.id ?? viewer.municipality.id;
  const by = { blockId, centerId, addedBy: viewer.id, addedAt: clock.now() };
  await tx
    .insert(addendum)
    .values({ responseId, municipalityId, ...by })
    .onConflictDoUpdate({ target: [addendum.responseId, addendum.municipalityId], set: by });
  const given = { givenBy: viewer.id, givenAt: clock.now() };
  await tx.insert(givenSection).values({ responseId, blockId, centerId, ...given });
  await audit.record(tx, actorOf(viewer), {
    event: "addendum-added",
    objectKind: "response",
    objectId: responseId,
    data: { blockId, centers: [centerId], guest: municipalityId },
  });
}

async function blockOf(db: Queryable, { guest }: Viewer, { response }: ResponseMatter): Promise<string | null> {
  if (!guest) return null;
  const isTheirs = and(eq(addendum.responseId, response.id), eq(addendum.municipalityId, guest.municipality.id));
  const [row] = await db.select({ blockId: addendum.blockId }).from(addendum).where(isTheirs);
  return row?.blockId ?? null;
}

/** What a guest's page shows of its addendum: where it stands, else for which centers the viewer may add it. */
export async function addendumFor(
  db: Queryable,
  viewer: Viewer,
  { matter, text, centers }: { matter: ResponseMatter; text: ResponseDocument; centers: readonly PartCenter[] },
): Promise<PartsPage["addendum"]> {
  if (!viewer.guest) return null;
  const known = await blockOf(db, viewer, matter);
  const own = rightsOf(viewer, matter.standing).write ? writesFor(viewer, matter.standing) : [];
  return {
    municipality: viewer.guest.municipality.name,
    blockId: known && standsIn(text, known) ? known : null,
    centers: centers.filter(({ id }) => own.includes(id)),
  };
}
