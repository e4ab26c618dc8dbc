import { readDocument } from "../../app/document-model/read";
import { documentIn } from "../document-store";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { type Matter, matterOfResponse } from "../standing";
import { accessTo, mayRead } from "../standing/rules";
import { problemsOf } from "./checks";
import type { ExportDeps } from "./deps";
import { approvedVersion } from "./filing/queries";
import { letterOf } from "./letter/letter";
import { draftFacts, factsOf, versionFor } from "./queries";
import type { FilesPage, Problem } from "./shapes";

/** What there is to be had of a text: the files of the version that stands approved, or else drafts. [X12] [X17] */
export async function filesPage(deps: ExportDeps, viewer: Viewer, responseId: string): Promise<FilesPage> {
  if (!mayRead(viewer)) throw notFound();
  const matter = await matterOfResponse(deps.db, viewer, responseId);
  const approved = await approvedVersion(deps.db, matter);
  const reads = accessTo(viewer, matter.standing, matter.document?.state === "active") !== null;
  const draft = reads && approved === null;
  const problems = approved
    ? await ofVersion(deps, viewer, approved.versionId)
    : draft
      ? await ofText(deps, viewer, matter)
      : [];
  return { responseId: matter.response.id, approved, problems, can: { draft } };
}

async function ofVersion({ db }: ExportDeps, viewer: Viewer, versionId: string): Promise<Problem[]> {
  const found = await versionFor(db, viewer, versionId);
  const text = documentIn(found.version);
  return problemsOf(text, letterOf(text, await factsOf(db, found, text)), found.response.title);
}

type About = Pick<Matter, "consultation"> & {
  response: { documentId: NonNullable<Matter["response"]>["documentId"]; title: string };
};

async function ofText(deps: ExportDeps, viewer: Viewer, { consultation, response }: About): Promise<Problem[]> {
  const loaded = await deps.documents.load(response.documentId);
  if (!loaded) return [];
  const text = readDocument(loaded.doc);
  loaded.doc.destroy();
  const { title } = response;
  const facts = await draftFacts(deps, { consultation }, { text, title, municipality: viewer.municipality.name });
  return problemsOf(text, letterOf(text, facts), title);
}
