import { newId, type SourceId, type SourceVersionId } from "../../db/ids";
import { source, sourceVersion } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { ProposeForm } from "./forms";
import { sha256 } from "./hash";
import type { AgreementDeps } from "./index";
import { MAX_BYTES, type Unreadable } from "./read/bytes";
import { type Read, readSource } from "./read/proposal";
import { mayCorrect } from "./rules";

const PASTED = "indsat-tekst.txt";

/** Keeps the bytes as they came, with the tree they are read as. Nothing is written when they cannot be read. [S2] */
export async function propose(deps: AgreementDeps, viewer: Viewer, form: unknown): Promise<SourceVersionId> {
  if (!mayCorrect(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const { file, text, ...head } = parse(ProposeForm, form);
  const given = file ? await bytesOf(file) : pasted(text);
  const read = readSource(given.bytes, { fileName: given.fileName, kind: head.kind, newId });
  if ("refused" in read) throw unreadable(file ? "file" : "text", read.refused);
  return write(deps, viewer, head, { ...given, read });
}

async function bytesOf(file: File) {
  if (file.size > MAX_BYTES) throw unreadable("file", "too-large");
  // Some browsers send a path; the name alone is kept, on one line.
  const fileName = (file.name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").slice(-200) || PASTED;
  return { fileName, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function pasted(text: string | undefined) {
  if (text === undefined || text.trim() === "") throw unreadable("file", "missing");
  return { fileName: PASTED, bytes: new TextEncoder().encode(text) };
}

function unreadable(field: "file" | "text", code: Unreadable): Refusal {
  return new Refusal("invalid", "form", { [field]: code });
}

type Head = { title: string; kind: "agreement" | "goal-paper" | "strategy"; publisher: string; label: string };
type Paper = { fileName: string; bytes: Uint8Array; read: Exclude<Read, { refused: Unreadable }> };

async function write(
  { db, clock, audit }: AgreementDeps,
  viewer: Viewer,
  head: Head,
  { fileName, bytes, read }: Paper,
) {
  const sourceId = newId<SourceId>();
  const id = newId<SourceVersionId>();
  const originalSha256 = sha256(bytes);
  const { label, ...titled } = head;
  await db.transaction(async (tx) => {
    const made = { createdBy: viewer.id, createdAt: clock.now() };
    await tx.insert(source).values({ id: sourceId, municipalityId: viewer.municipality.id, ...titled, ...made });
    await tx.insert(sourceVersion).values({
      id,
      sourceId,
      number: 1,
      label,
      fileName,
      original: bytes,
      originalSha256,
      proposal: read.proposal,
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
