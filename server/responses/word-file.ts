import { z } from "zod";
import type { Incoming } from "../../app/document-model/incoming/shapes";
import { LARGEST_WORD_FILE } from "../../app/document-model/incoming/size";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { matterOfResponse } from "../standing";
import { accessTo } from "../standing/rules";
import type { ResponseDeps } from "./deps";

const WordFileForm = z.object({
  file: z
    .instanceof(File, { message: "missing" })
    .refine(({ size }) => size > 0, "empty-file")
    .refine(({ size }) => size <= LARGEST_WORD_FILE, "file-too-large"),
});

/** Nothing is written here: what the file says goes into the text by its editor, as what its reader typed. [E25] */
export async function readWordFile(
  { db, agreements }: ResponseDeps,
  viewer: Viewer,
  responseId: string,
  form: unknown,
): Promise<Incoming> {
  const { standing, document } = await matterOfResponse(db, viewer, responseId);
  const access = accessTo(viewer, standing, document?.state === "active");
  if (!access) throw notFound();
  if (access === "read") throw new Refusal("forbidden", "text-not-yours-to-write");
  const { file } = parse(WordFileForm, form);
  const paper = { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
  const read = await agreements.contribution(paper);
  if ("refused" in read) throw new Refusal("invalid", "form", { file: read.refused });
  return read;
}
