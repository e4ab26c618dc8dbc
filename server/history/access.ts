import type { Queryable } from "../../db/client";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { accessTo } from "../standing/rules";
import { extentOf } from "./queries";

export type Matter = Awaited<ReturnType<typeof matterOfResponse>>;

/** Whoever may read the text may see how it came about; nobody else hears that there is one. [D2] [D10] */
export async function historyToRead(db: Queryable, viewer: Viewer, responseId: string) {
  const matter = await matterOfResponse(db, viewer, responseId);
  const access = accessOf(viewer, matter);
  const extent = await extentOf(db, matter.response.documentId);
  if (!access || !extent) throw notFound();
  return { matter, extent, canWrite: access === "write" };
}

export function demandWriting(viewer: Viewer, matter: Matter): void {
  const access = accessOf(viewer, matter);
  if (!access) throw notFound();
  if (access === "read") throw new Refusal("forbidden", "text-not-yours-to-write");
}

function accessOf(viewer: Viewer, { standing, document }: Matter) {
  return document?.state === "deleted" ? null : accessTo(viewer, standing, document?.state === "active");
}
