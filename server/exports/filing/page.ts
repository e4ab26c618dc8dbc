import { eq } from "drizzle-orm";
import { person } from "../../../db/schema";
import { danishDay } from "../../clock";
import { notFound } from "../../errors";
import { hasRole, type Viewer } from "../../identity/viewer";
import { matterOfResponse } from "../../standing";
import { mayRead } from "../../standing/rules";
import type { ExportDeps } from "../deps";
import { KIND_WORDS } from "../letter/letter";
import type { FilingMetadata, FilingPage } from "../shapes";
import { ReceiptFile } from "./folder/manifest";
import { DEFAULT_FACET, MetadataForm } from "./metadata";
import { approvedVersion, attemptsOf, filingsOf, type Matter } from "./queries";
import { messageOf } from "./rules";

/** What may be exported and filed, and how the filing stands: that of the approved version, else the newest one. */
export async function page(deps: ExportDeps, viewer: Viewer, responseId: string): Promise<FilingPage> {
  if (!mayRead(viewer)) throw notFound();
  const matter = await matterOfResponse(deps.db, viewer, responseId);
  const { response, consultation } = matter;
  const approved = await approvedVersion(deps.db, matter);
  const filings = await filingsOf(deps.db, response.id);
  const shown = approved ? filings.find((one) => one.filing.versionId === approved.versionId) : filings[0];
  const files = hasRole(viewer, "case-officer");
  return {
    responseId: response.id,
    title: response.title,
    consultation: { id: consultation.id, userKey: consultation.userKey, title: consultation.title },
    approved,
    suggested: await suggestedFor(deps, viewer, matter, approved?.approvedAt ?? deps.clock.now()),
    filing: shown ? await shownFiling(deps, shown) : null,
    can: {
      export: approved !== null,
      file: files && approved !== null && !shown,
      retry: files && approved !== null && shown?.filing.state === "failed",
    },
  };
}

async function suggestedFor(
  { db }: ExportDeps,
  viewer: Viewer,
  { consultation, response }: Matter,
  letterAt: Date,
): Promise<FilingMetadata> {
  const { caseNumber, userKey, kle, sender: recipient, kind } = consultation;
  const [coordinator] = await db
    .select({ name: person.name })
    .from(person)
    .where(eq(person.id, consultation.coordinatorId));
  const municipality = viewer.municipality.name;
  return {
    caseNumber,
    title: oneLine(response.title, 255),
    description: `${KIND_WORDS[kind]} fra ${municipality} til ${recipient}: ${consultation.title}`.slice(0, 4096),
    userKey,
    documentType: kind === "hearing" ? "Brev" : "Rapport",
    direction: "Udgaaende",
    kle,
    facet: DEFAULT_FACET,
    letterDate: danishDay(letterAt),
    recipient: oneLine(recipient, 255),
    responsible: coordinator?.name ?? "",
    unit: "",
    sensitivity: "IKKE_FORTROLIGE_DATA",
    signatory: oneLine(`På vegne af ${municipality}`, 255),
  };
}

function oneLine(text: string, longest: number): string {
  return text.replace(/\s+/g, " ").trim().slice(0, longest);
}

async function shownFiling({ db }: ExportDeps, shown: Awaited<ReturnType<typeof filingsOf>>[number]) {
  const { id, state, adapter, metadata, receipt, requestedAt, filedAt } = shown.filing;
  const attempts = await attemptsOf(db, id);
  return {
    id,
    state,
    adapter,
    metadata: MetadataForm.parse(metadata),
    receipt: receipt === null ? null : ReceiptFile.parse(receipt),
    requestedBy: shown.requestedByName,
    requestedAt,
    filedAt,
    attempts: attempts.map((attempt) => ({
      number: attempt.number,
      at: attempt.at,
      outcome: attempt.outcome,
      message: messageOf(attempt),
    })),
  };
}
