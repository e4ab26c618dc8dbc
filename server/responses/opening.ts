import { asc, eq } from "drizzle-orm";
import { paragraph } from "../../db/schema";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { accessTo } from "../standing/rules";
import type { ResponseDeps } from "./deps";
import type { OpeningLine } from "./shapes";

/** A screen or two: what is drawn of the text before its editor is costs the editor time. */
const LINES = 40;

/** The first of the text as the projection has it: a second or two old, to be read until the live text is there. */
export async function opening(
  { db, onOpening }: ResponseDeps,
  viewer: Viewer,
  responseId: string,
): Promise<OpeningLine[]> {
  const { response, standing, document } = await matterOfResponse(db, viewer, responseId);
  if (!accessTo(viewer, standing, document?.state === "active")) throw notFound();
  onOpening?.(response.documentId);
  return db
    .select({ blockId: paragraph.blockId, kind: paragraph.kind, text: paragraph.text })
    .from(paragraph)
    .where(eq(paragraph.documentId, response.documentId))
    .orderBy(asc(paragraph.position))
    .limit(LINES);
}
