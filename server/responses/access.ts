import type { Viewer } from "../identity/viewer";
import { matterOfDocument } from "../standing";
import { accessTo } from "../standing/rules";
import type { DocumentAccess } from "../standing/shapes";
import type { ResponseDeps } from "./deps";

/** The sync door's question, asked at each knock: rights are judged by what is so now. [D11] */
export async function accessOf(
  { db }: ResponseDeps,
  viewer: Viewer,
  documentId: string,
): Promise<DocumentAccess | null> {
  const matter = await matterOfDocument(db, viewer, documentId);
  if (!matter?.document || matter.document.state === "deleted") return null;
  return accessTo(viewer, matter.standing, matter.document.state === "active");
}
