import { z } from "zod";
import { actorOf } from "../audit";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfResponse, matterOfResponse } from "../standing";
import { demandWriting } from "./access";
import type { HistoryDeps } from "./deps";

const NameForm = z.object({
  name: z
    .string("missing")
    .transform((name) => name.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "missing").max(100, "too-long")),
});

/** Said twice by a double click, it is one version and one entry. [V4] */
export async function nameVersion(deps: HistoryDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  demandWriting(viewer, await matterOfResponse(deps.db, viewer, responseId));
  const { name } = parse(NameForm, form);
  await deps.db.transaction(async (tx) => {
    const matter = await lockedMatterOfResponse(tx, viewer, responseId);
    demandWriting(viewer, matter);
    const as = { label: name, by: viewer.id };
    const { id: versionId, number, seq, isNew } = await deps.documents.nameVersion(tx, matter.response.documentId, as);
    if (!isNew) return;
    await deps.audit.record(tx, actorOf(viewer), {
      event: "version-named",
      objectKind: "response",
      objectId: matter.response.id,
      data: { versionId, version: number, seq },
    });
  });
}
