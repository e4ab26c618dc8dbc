import type * as Y from "yjs";
import { z } from "zod";
import { allMarksIn, paragraphsIn, placeWithoutMark, wordsOfAll } from "../../../app/document-model/comment-anchors";
import { readDocument } from "../../../app/document-model/read";
import type { Queryable } from "../../../db/client";
import type { ResponseId } from "../../../db/ids";
import { peopleIn, threadsOf } from "../../comments";
import type { ThreadRow } from "../../comments/shapes";
import { notFound } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import { matterOfResponse } from "../../standing";
import { accessTo } from "../../standing/rules";
import { openRuns } from "../../suggestions";
import type { OpenRun } from "../../suggestions/shapes";
import type { ExportDeps } from "../deps";
import { MEDIA_TYPES } from "../rules";
import { clauseNamesOf } from "./clause-names";
import type { Stretch } from "./docx";

const Asked = z.object({
  suggestions: z.boolean("not-a-choice"),
  comments: z.enum(["none", "open", "all"], "not-a-choice"),
});
type Asked = z.output<typeof Asked>;

/** For whoever reads the text: of the live text and not of a version, so it is neither kept nor filed. [G11] [K9] */
export async function liveWord(
  { db, documents, workshop }: ExportDeps,
  viewer: Viewer,
  responseId: string,
  form: unknown,
) {
  const asked = parse(Asked, form);
  const { response, standing, document } = await matterOfResponse(db, viewer, responseId);
  if (!accessTo(viewer, standing, document?.state === "active")) throw notFound();
  const [loaded, runs, threads] = await Promise.all([
    documents.load(response.documentId),
    asked.suggestions ? openRuns(db, response.id) : [],
    chosenThreads(db, response.id, asked.comments),
  ]);
  if (!loaded) throw notFound();
  const { blocks } = readDocument(loaded.doc);
  const anchors = anchorsIn(loaded.doc, threads);
  loaded.doc.destroy();
  const said = {
    title: response.title,
    blocks,
    runs,
    threads,
    anchors,
    people: await peopleIn(db, response.id, threads),
  };
  const clauses = await clauseNamesOf(
    db,
    threads.flatMap(({ clauseId }) => clauseId ?? []),
  );
  const date = latestOf(response.startedAt, runs, threads);
  const bytes = await workshop.make({ make: "live", text: { ...said, clauses, date } });
  return { fileName: fileNameOf(response.title, asked), mediaType: MEDIA_TYPES.docx, bytes };
}

async function chosenThreads(db: Queryable, responseId: ResponseId, which: Asked["comments"]): Promise<ThreadRow[]> {
  if (which === "none") return [];
  const threads = await threadsOf(db, responseId);
  return which === "all" ? threads : threads.filter(({ resolved }) => !resolved);
}

/** As at the desk: where the mark is, else where the words stand. [K2] */
function anchorsIn(doc: Y.Doc, threads: readonly ThreadRow[]): Map<string, Stretch> {
  const paragraphs = paragraphsIn(doc);
  const marks = allMarksIn(paragraphs);
  const found = threads.flatMap(({ id, blockId, quote, place, more }): [string, Stretch][] => {
    const words = blockId === null ? [] : wordsOfAll({ blockId, quote, place, more });
    const all = marks.get(id) ?? words.flatMap((own) => placeWithoutMark(own, paragraphs) ?? []);
    const first = all[0];
    // Doubled words of one paragraph are no second place. [K1]
    const last = more.length > 0 ? all.at(-1) : first;
    return first && last ? [[id, { first, last }]] : [];
  });
  return new Map(found);
}

/** When the newest of what the file says was said: asked for twice it is the same file. */
function latestOf(begun: Date, runs: readonly OpenRun[], threads: readonly ThreadRow[]): Date {
  const moments = [
    begun,
    ...runs.map(({ changedAt }) => changedAt),
    ...threads.flatMap(({ comments }) => comments.map(({ at }) => at)),
  ];
  return new Date(Math.max(...moments.map((at) => at.getTime())));
}

function fileNameOf(title: string, { suggestions, comments }: Asked): string {
  const among = [...(suggestions ? ["forslag"] : []), ...(comments === "none" ? [] : ["kommentarer"])].join(" og ");
  return `${title} (arbejdsudkast)${among ? ` med ${among}` : ""}.docx`.replaceAll("/", "-");
}
