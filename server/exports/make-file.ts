import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { VersionId } from "../../db/ids";
import { exportFile } from "../../db/schema";
import { attachedFiles, attachedName } from "../attachments";
import type { Actor } from "../audit";
import { documentIn } from "../document-store";
import type { ExportDeps } from "./deps";
import type { MadeFile } from "./made-file";
import { centerNames, factsOf, type VersionToExport } from "./queries";
import { fileNameOf, keyOf, MEDIA_TYPES, PACKED } from "./rules";
import type { FileKind } from "./shapes";
import { usedTemplate } from "./word-template/queries";

export type { MadeFile };

/**
 * The file of a version, made when it is first asked for and kept: whoever asks later, or at the same time, gets the
 * same bytes. Making it is written in the audit trail, reading it is not. [X1]
 */
export async function makeFile(
  deps: ExportDeps,
  actor: Actor,
  found: VersionToExport,
  kind: FileKind,
): Promise<MadeFile> {
  const kept = (await keptFile(deps, found.version.id, kind)) ?? (await keep(deps, actor, found, kind));
  return {
    fileName: fileNameOf(found.version, found.consultation, kind),
    mediaType: MEDIA_TYPES[kind],
    bytes: kept.bytes,
    sha256: kept.sha256,
  };
}

async function keptFile({ db }: ExportDeps, versionId: VersionId, kind: FileKind) {
  const ofThat = and(eq(exportFile.versionId, versionId), eq(exportFile.kind, kind));
  const [kept] = await db.select({ bytes: exportFile.bytes, sha256: exportFile.sha256 }).from(exportFile).where(ofThat);
  return kept ?? null;
}

async function keep(deps: ExportDeps, actor: Actor, found: VersionToExport, kind: FileKind) {
  const { db, clock, audit } = deps;
  const bytes = await bytesOf(deps, actor, found, kind);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const versionId = found.version.id;
  await db.transaction(async (tx) => {
    const row = { id: crypto.randomUUID(), versionId, kind, bytes, sha256, madeAt: clock.now() };
    const made = await tx.insert(exportFile).values(row).onConflictDoNothing().returning({ id: exportFile.id });
    if (made.length === 0) return;
    await audit.record(tx, actor, {
      event: "file-exported",
      objectKind: "response",
      objectId: found.response.id,
      data: { versionId, number: found.version.number, kind, sha256, bytes: bytes.length },
    });
  });
  const kept = await keptFile(deps, versionId, kind);
  if (!kept) throw new Error(`Expected the ${kind} of version ${versionId} to be kept; found none.`);
  return kept;
}

async function bytesOf(deps: ExportDeps, actor: Actor, found: VersionToExport, kind: FileKind): Promise<Uint8Array> {
  const { db, workshop } = deps;
  if (kind === "package")
    return workshop.make({
      make: "package",
      found,
      files: await packedFiles(deps, actor, found),
      attached: await attachedTo(deps, found),
    });
  const text = documentIn(found.version);
  const centers = await centerNames(db, found.consultation);
  const attached = (text.attached ?? []).map((one, index) => attachedName(one, index, keyOf(found.consultation)));
  const material = { found, text, facts: await factsOf(db, found, text), centers, attached };
  if (kind !== "docx") return workshop.make({ make: "version", kind, material });
  return workshop.make({ make: "word", material, template: await usedTemplate(db, found) });
}

/** The councils' own answers that the version was sent with, as they came. [F51] */
export function attachedTo({ db }: ExportDeps, { version, consultation }: VersionToExport): Promise<MadeFile[]> {
  return attachedFiles(db, documentIn(version), keyOf(consultation));
}

/** One after the other, each kept: what was made before is not made again. */
async function packedFiles(deps: ExportDeps, actor: Actor, found: VersionToExport): Promise<MadeFile[]> {
  documentIn(found.version);
  const files: MadeFile[] = [];
  for (const kind of PACKED) files.push(await makeFile(deps, actor, found, kind));
  return files;
}
