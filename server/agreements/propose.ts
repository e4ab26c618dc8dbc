import { and, eq, max } from "drizzle-orm";
import type { Proposal } from "../../app/document-model/proposal";
import type { Transaction } from "../../db/client";
import { isId, newId, type SourceId, type SourceVersionId, type UserId } from "../../db/ids";
import { source, sourceVersion } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { sha256 } from "../sha256";
import { type Upload, uploaded } from "../upload";
import type { AgreementDeps } from "./deps";
import { ProposeForm } from "./forms";
import { editionAsPaper } from "./from-edition";
import { LIMITS, type Unreadable } from "./read/paper";
import { mayCorrect } from "./rules";
import type { SourceKind } from "./shapes";

const PASTED = "indsat-tekst.txt";

/** Keeps the bytes as they came, with the tree they are read as. Nothing is written when they cannot be read. [S2] */
export async function propose(deps: AgreementDeps, viewer: Viewer, form: unknown): Promise<SourceVersionId> {
  if (!mayCorrect(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const { file, text, uploadId, fromVersionId, ...head } = parse(ProposeForm, form);
  if (fromVersionId)
    return write(deps, viewer, head, await editionAsPaper(deps.db, viewer, fromVersionId, head.sourceId ?? ""));
  const given = file ? await uploaded(file, { most: LIMITS.bytes, unnamed: PASTED }) : pasted(text);
  return deps.uploads.during(viewer, uploadId, async (tell) => {
    const paper = { ...given, kind: head.kind };
    const read = await deps.reading.read(paper, (done, of) => tell({ step: "reading", done, of }));
    if ("refused" in read) throw unreadable(file ? "file" : "text", read.refused);
    tell({ step: "saving" });
    return write(deps, viewer, head, { ...given, proposal: read.proposal });
  });
}

function pasted(text: string | undefined): Upload {
  if (text === undefined || text.trim() === "") throw unreadable("file", "missing");
  return { fileName: PASTED, bytes: new TextEncoder().encode(text) };
}

function unreadable(field: "file" | "text", code: Unreadable): Refusal {
  return new Refusal("invalid", "form", { [field]: code });
}

type Head = { title: string; kind: SourceKind; publisher: string; label: string; sourceId?: string | undefined };
type Paper = Upload & { proposal: Proposal };

async function write(
  { db, clock, audit }: AgreementDeps,
  viewer: Viewer,
  head: Head,
  { fileName, bytes, proposal }: Paper,
) {
  const id = newId<SourceVersionId>();
  const originalSha256 = sha256(bytes);
  await db.transaction(async (tx) => {
    const made = { createdBy: viewer.id, createdAt: clock.now() };
    const { sourceId, number } = head.sourceId
      ? await nextVersionOf(tx, viewer, head.sourceId)
      : await newSource(tx, viewer, head, made);
    await tx.insert(sourceVersion).values({
      id,
      sourceId,
      number,
      label: head.label,
      fileName,
      original: bytes,
      originalSha256,
      proposal,
      proposalHistory: [],
      ...made,
    });
    const data = { sourceId, sha256: originalSha256, bytes: bytes.length };
    await audit.record(tx, actorOf(viewer), {
      event: "source-proposed",
      objectKind: "source-version",
      objectId: id,
      data,
    });
  });
  return id;
}

type Made = { createdBy: UserId; createdAt: Date };
type Place = { sourceId: SourceId; number: number };

async function newSource(tx: Transaction, viewer: Viewer, head: Head, made: Made): Promise<Place> {
  const id = newId<SourceId>();
  const { title, kind, publisher } = head;
  await tx.insert(source).values({ id, municipalityId: viewer.municipality.id, title, kind, publisher, ...made });
  return { sourceId: id, number: 1 };
}

/** The source's row is the lock: two who bring a new version at once get two numbers. */
async function nextVersionOf(tx: Transaction, viewer: Viewer, id: string): Promise<Place> {
  if (!isId<SourceId>(id)) throw notFound();
  const isOurs = and(eq(source.id, id), eq(source.municipalityId, viewer.municipality.id));
  const [found] = await tx.select({ id: source.id }).from(source).where(isOurs).for("no key update");
  if (!found) throw notFound();
  const ofSource = eq(sourceVersion.sourceId, found.id);
  const [last] = await tx
    .select({ number: max(sourceVersion.number) })
    .from(sourceVersion)
    .where(ofSource);
  return { sourceId: found.id, number: (last?.number ?? 0) + 1 };
}
