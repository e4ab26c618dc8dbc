import { readDocument } from "../../app/document-model/read";
import { carriedTo } from "../carry-over";
import { notFound } from "../errors";
import { goalsSaid, withGoals } from "../goals";
import type { Viewer } from "../identity/viewer";
import { initiativesSaid, withInitiatives, withNewFigures } from "../initiatives";
import { matterOfResponse } from "../standing";
import { accessTo } from "../standing/rules";
import type { ExportDeps } from "./deps";
import { isDraftKind } from "./letter-file";
import { draftFacts } from "./queries";
import { draftNameOf, MEDIA_TYPES } from "./rules";

/** The text as it reads now, for whoever reads it: nobody has approved it, and every page of the file says so. [X12] */
export async function draft(deps: ExportDeps, viewer: Viewer, responseId: string, kind: string) {
  const matter = await matterOfResponse(deps.db, viewer, responseId);
  const { response, consultation, standing, document } = matter;
  if (!isDraftKind(kind) || !accessTo(viewer, standing, document?.state === "active")) throw notFound();
  const loaded = await deps.documents.load(response.documentId);
  if (!loaded) throw notFound();
  const carried = await carriedTo(deps.db, consultation.versionId);
  const goals = await goalsSaid(deps.db, consultation, carried);
  const followed = await withNewFigures(deps.db, consultation, await initiativesSaid(deps.db, consultation, carried));
  const text = withInitiatives(withGoals(readDocument(loaded.doc), goals), followed);
  loaded.doc.destroy();
  const facts = await draftFacts(deps, matter, { text, title: response.title, municipality: viewer.municipality.name });
  const bytes = await deps.workshop.make({ make: "draft", kind, text, facts });
  return { fileName: draftNameOf(consultation, kind), mediaType: MEDIA_TYPES[kind], bytes };
}
