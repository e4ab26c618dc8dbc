import { eq } from "drizzle-orm";
import type { VersionId } from "../../../db/ids";
import { person } from "../../../db/schema";
import { danishDay } from "../../clock";
import { documentIn } from "../../document-store";
import { notFound } from "../../errors";
import { hasRole, type Viewer } from "../../identity/viewer";
import { matterOfResponse } from "../../standing";
import { mayRead } from "../../standing/rules";
import { cprIn } from "../checks";
import type { ExportDeps } from "../deps";
import { KIND_WORDS } from "../letter/letter";
import { versionFor } from "../queries";
import type { AdapterName, FilingMetadata, FilingPage } from "../shapes";
import { isLate } from "./dates";
import { KeptMetadata } from "./metadata";
import { approvedVersion, attemptsOf, filingsOf, type Matter } from "./queries";
import { KeptReceipt } from "./receipt";
import { mayBeCorrected, messageOf } from "./rules";

/** What may be exported and filed, and how the filing stands: that of the approved version, else the newest one. */
export async function page(deps: ExportDeps, viewer: Viewer, responseId: string): Promise<FilingPage> {
  if (!mayRead(viewer)) throw notFound();
  const matter = await matterOfResponse(deps.db, viewer, responseId);
  const { response, consultation } = matter;
  const approved = await approvedVersion(deps.db, matter);
  const filings = await filingsOf(deps.db, response.id);
  const shown = approved ? filings.find((one) => one.filing.versionId === approved.versionId) : filings[0];
  const filing = shown ? await shownFiling(deps, shown) : null;
  const chosen = await deps.caseSystems.chosen(viewer.municipality.id);
  const can = rightsIn(hasRole(viewer, "case-officer") && approved !== null, {
    isApproved: approved !== null,
    filing,
    chosen,
  });
  const today = danishDay(deps.clock.now());
  const text = approved && (await textOf(deps, viewer, approved.versionId));
  return {
    responseId: response.id,
    title: response.title,
    consultation: { id: consultation.id, userKey: consultation.userKey, title: consultation.title },
    approved,
    suggested: await suggestedFor(deps, viewer, matter, approved?.approvedAt ?? deps.clock.now()),
    isLate: isLate({ sentDate: "" }, { askedOn: today, deadline: consultation.deadline }),
    cpr: text && can.file ? cprIn(text).map(({ blockId, words }) => ({ blockId, words })) : [],
    attached: text?.attached ?? [],
    filing: filing?.shown ?? null,
    chosen,
    can,
  };
}

async function textOf({ db }: ExportDeps, viewer: Viewer, versionId: VersionId) {
  const { version } = await versionFor(db, viewer, versionId);
  return documentIn(version);
}

type Stand = { isApproved: boolean; filing: Awaited<ReturnType<typeof shownFiling>> | null; chosen: AdapterName };

function rightsIn(mayFile: boolean, { isApproved, filing, chosen }: Stand): FilingPage["can"] {
  const retry = mayFile && filing?.shown.state === "failed";
  return {
    export: isApproved,
    file: mayFile && !filing,
    retry,
    correct: retry && filing.isCorrectable,
    move: retry && filing.shown.adapter !== chosen,
  };
}

/** What a case system calls each kind of text, until somebody says otherwise. */
const DOCUMENT_TYPES = { hearing: "Brev", assessment: "Rapport", "follow-up": "Notat" } as const;

async function suggestedFor(
  { db, kle: numbers }: ExportDeps,
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
    documentType: DOCUMENT_TYPES[kind],
    direction: "Udgaaende",
    kle,
    kleTitle: "",
    facet: await numbers.facetOf(viewer.municipality.id),
    facetTitle: "",
    letterDate: danishDay(letterAt),
    receivedDate: "",
    sentDate: "",
    deadline: consultation.deadline,
    lateReason: "",
    recipient: oneLine(recipient, 255),
    recipientId: "",
    answerTo: "",
    responsible: coordinator?.name ?? "",
    unit: "",
    sensitivity: "IKKE_FORTROLIGE_DATA",
    exemptionLaw: "",
    exemptionTitle: "",
    disposal: "",
    version: 0,
    signatory: oneLine(`På vegne af ${municipality}`, 255),
  };
}

function oneLine(text: string, longest: number): string {
  return text.replace(/\s+/g, " ").trim().slice(0, longest);
}

async function shownFiling({ db }: ExportDeps, shown: Awaited<ReturnType<typeof filingsOf>>[number]) {
  const { id, state, adapter, metadata, receipt, requestedAt, filedAt } = shown.filing;
  const attempts = await attemptsOf(db, id);
  const page: NonNullable<FilingPage["filing"]> = {
    id,
    state,
    adapter,
    metadata: KeptMetadata.parse(metadata),
    receipt: receipt === null ? null : KeptReceipt.parse(receipt),
    requestedBy: shown.requestedByName,
    requestedAt,
    filedAt,
    attempts: attempts.map((attempt) => ({
      number: attempt.number,
      at: attempt.at,
      outcome: attempt.outcome,
      message: messageOf(attempt),
      said: attempt.errorKind === "rejected" ? attempt.message : null,
    })),
  };
  return { shown: page, isCorrectable: mayBeCorrected(attempts) };
}
