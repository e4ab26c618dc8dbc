import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../../db/client";
import { wordTemplate } from "../../../db/schema";
import { REFERENCES } from "../../../db/schema/word-template";
import { actorOf } from "../../audit";
import { notFound, Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import { sha256 } from "../../sha256";
import { type Upload, uploaded } from "../../upload";
import type { ExportDeps } from "../deps";
import { onlyAdministrators } from "./page";

const Form = z.object({
  file: z.instanceof(File, { error: "missing" }).optional(),
  references: z.enum(REFERENCES, "not-a-choice"),
});

/** Takes a Word file as the municipality's template, or changes how the one in use names clauses. [X16] */
export async function setTemplate(deps: ExportDeps, viewer: Viewer, form: unknown): Promise<void> {
  onlyAdministrators(viewer);
  const { file, references } = parse(Form, form);
  const given = file && file.size > 0 ? await usable(deps, file) : null;
  await deps.db.transaction(async (tx) => {
    const now = given
      ? await replace(deps, tx, viewer, { ...given, references })
      : await change(tx, viewer, references);
    await record(deps, tx, viewer, "word-template-set", { ...now, references });
  });
}

/** Letters look as Samsvar draws them again. */
export async function removeTemplate(deps: ExportDeps, viewer: Viewer): Promise<void> {
  onlyAdministrators(viewer);
  await deps.db.transaction(async (tx) => {
    const mine = eq(wordTemplate.municipalityId, viewer.municipality.id);
    const [gone] = await tx.delete(wordTemplate).where(mine).returning({ sha256: wordTemplate.sha256 });
    if (!gone) throw notFound();
    await record(deps, tx, viewer, "word-template-removed", gone);
  });
}

/** Whether it can be used is seen before it is: a letter is made with it. */
async function usable({ workshop }: ExportDeps, file: File) {
  const sent = await uploaded(file, { most: LARGEST, tooLarge: "template-too-large", unnamed: "skabelon.docx" });
  await workshop.make({ make: "trial", template: sent.bytes });
  return { ...sent, sha256: sha256(sent.bytes) };
}

const LARGEST = 5 * 1024 * 1024;

type Template = Upload & { sha256: string; references: (typeof REFERENCES)[number] };

async function replace({ clock }: ExportDeps, tx: Transaction, viewer: Viewer, template: Template) {
  const row = { ...template, uploadedBy: viewer.id, uploadedAt: clock.now() };
  await tx
    .insert(wordTemplate)
    .values({ municipalityId: viewer.municipality.id, ...row })
    .onConflictDoUpdate({ target: wordTemplate.municipalityId, set: row });
  return { sha256: template.sha256, bytes: template.bytes.length };
}

async function change(tx: Transaction, viewer: Viewer, references: Template["references"]) {
  const mine = eq(wordTemplate.municipalityId, viewer.municipality.id);
  const [changed] = await tx
    .update(wordTemplate)
    .set({ references })
    .where(mine)
    .returning({ sha256: wordTemplate.sha256 });
  if (!changed) throw new Refusal("invalid", "form", { file: "missing" });
  return changed;
}

async function record(
  { audit }: ExportDeps,
  tx: Transaction,
  viewer: Viewer,
  event: string,
  data: Record<string, unknown>,
) {
  const objectId = viewer.municipality.id;
  await audit.record(tx, actorOf(viewer), { event, objectKind: "municipality", objectId, data });
}
