import { actorOf } from "../audit";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { mayRead } from "../standing/rules";
import type { ExportDeps } from "./deps";
import { type MadeFile, makeFile } from "./make-file";
import { versionToExport } from "./queries";
import type { FileKind } from "./shapes";

/** The bytes of a version's file, for whoever may read the response. */
export async function file(deps: ExportDeps, viewer: Viewer, versionId: string, kind: FileKind): Promise<MadeFile> {
  if (!mayRead(viewer) || (kind !== "docx" && kind !== "pdf")) throw notFound();
  const found = await versionToExport(deps.db, viewer.municipality.id, versionId);
  return makeFile(deps, actorOf(viewer), found, kind);
}
