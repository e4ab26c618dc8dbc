import { type Actor, actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { mayRead } from "../standing/rules";
import type { ExportDeps } from "./deps";
import { type MadeFile, makeFile } from "./make-file";
import { type VersionToExport, versionFor, versionToExport, wasApproved } from "./queries";
import { isFileKind } from "./rules";

/** The bytes of an approved version's file, for whoever may read the response. One that has been reopened since was approved all the same. [X12] */
export async function file(deps: ExportDeps, viewer: Viewer, versionId: string, kind: string): Promise<MadeFile> {
  if (!mayRead(viewer)) throw notFound();
  return fileOf(deps, actorOf(viewer), await versionFor(deps.db, viewer, versionId), kind);
}

/** The same for whoever was let in elsewhere: another system with its token. */
export async function fileFor(deps: ExportDeps, actor: Actor, versionId: string, kind: string): Promise<MadeFile> {
  return fileOf(deps, actor, await versionToExport(deps.db, actor.municipalityId, versionId), kind);
}

async function fileOf(deps: ExportDeps, actor: Actor, found: VersionToExport, kind: string): Promise<MadeFile> {
  if (!isFileKind(kind)) throw notFound();
  if (!(await wasApproved(deps.db, found.version.id))) throw new Refusal("conflict", "not-approved");
  return makeFile(deps, actor, found, kind);
}
