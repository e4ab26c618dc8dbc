import { z } from "zod";
import type { Clock } from "../../../clock";
import { sha256 } from "../../../sha256";
import { failureOf, isOk, jsonIn } from "../http/answers";
import { createBearer } from "../http/bearer";
import { type Caller, createCaller } from "../http/caller";
import type { CaseSystem, Parcel } from "../port";
import { createOnShelf, type Entry, type ShelfCase, type Shelved } from "../shelf";
import { markIn } from "../shelf/mark";

export type NovaSettings = {
  address: string;
  tokenAddress: string;
  clientId: string;
  secret: string;
  /** The unit that may see the document, by its number and name in the municipality's organisation. */
  unitId: string;
  unitName: string;
};

type Deps = { ask: Caller; base: string; clock: Clock } & Pick<NovaSettings, "unitId" | "unitName">;

const MAX_BYTES = 100 * 1024 * 1024;
const VERSION = "api-version=1.0-Case";

/** KMD Nova. The ids of documents are ours, so what is sent twice is one document. */
export function createNova(settings: NovaSettings, given: { clock: Clock; caller?: Caller }): CaseSystem {
  const ask = createBearer(given.caller ?? createCaller(), { ...settings, scope: "client" }, given.clock);
  const { unitId, unitName } = settings;
  const deps = { ask, base: settings.address.replace(/\/+$/, ""), clock: given.clock, unitId, unitName };
  return createOnShelf({
    name: "nova",
    capabilities: { finalize: false, maxBytes: MAX_BYTES },
    findCase: (caseNumber) => findCase(deps, caseNumber),
    documentsOf: (found, { clientId }) => documentsOf(deps, found, clientId),
    add: (found, entry) => add(deps, found, entry),
    read: (document) => read(deps, document),
    knock: async () => {
      await findCase(deps, "0");
    },
  });
}

const Cases = z.object({
  cases: z
    .array(
      z.object({
        common: z.object({ uuid: z.string() }),
        caseAttributes: z.object({ title: z.string(), userFriendlyCaseNumber: z.string() }),
        state: z.object({ progressState: z.string() }),
      }),
    )
    .default([]),
});

async function findCase({ ask, base }: Deps, caseNumber: string): Promise<ShelfCase | null> {
  const asked = {
    common: { transactionId: crypto.randomUUID() },
    paging: { startRow: 1, numberOfRows: 10 },
    caseAttributes: { userFriendlyCaseNumber: caseNumber },
    caseGetOutput: {
      caseAttributes: { title: true, userFriendlyCaseNumber: true },
      state: { progressState: true },
    },
  };
  const { cases } = jsonIn(
    await ask({ method: "PUT", url: `${base}/api/Case/GetList?${VERSION}`, ...json(asked) }),
    Cases,
  );
  const found = cases.find(({ caseAttributes }) => caseAttributes.userFriendlyCaseNumber === caseNumber);
  if (!found) return null;
  const isOpen = found.state.progressState !== "Afsluttet";
  return { ref: found.common.uuid, caseNumber, title: found.caseAttributes.title, isOpen };
}

const Documents = z.object({
  documents: z
    .array(z.object({ documentUuid: z.string(), documentNumber: z.string(), description: z.string().nullish() }))
    .default([]),
});

async function documentsOf({ ask, base }: Deps, { ref }: ShelfCase, clientId: string): Promise<Shelved[]> {
  const asked = {
    common: { transactionId: crypto.randomUUID() },
    caseUuid: ref,
    getOutput: { title: true, description: true, approved: true },
  };
  const answer = await ask({ method: "PUT", url: `${base}/api/Document/GetList?${VERSION}`, ...json(asked) });
  return jsonIn(answer, Documents).documents.flatMap(({ documentUuid: id, documentNumber: number, description }) => {
    const mark = markIn(description ?? "");
    if (mark?.clientId !== clientId) return [];
    return [{ id, number, mark, at: sentAtIn(description ?? ""), isFinal: true }];
  });
}

/** The same for the same part of the same filing, and of no other. */
function documentIdOf(parcel: Parcel, index: number): string {
  const hex = sha256(Buffer.from(`${parcel.clientId} ${index}`));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const SENSITIVITY: Record<Parcel["metadata"]["sensitivity"], string> = {
  IKKE_FORTROLIGE_DATA: "IkkeFortrolige",
  FORTROLIGE_PERSONOPLYSNINGER: "Fortrolige",
  FOELSOMME_PERSONOPLYSNINGER: "Følsomme",
};

async function add({ ask, base, clock, unitId, unitName }: Deps, { ref }: ShelfCase, entry: Entry): Promise<void> {
  const { metadata } = entry.parcel;
  const uuid = documentIdOf(entry.parcel, entry.index);
  await upload(ask, `${base}/api/Document/UploadFile/${crypto.randomUUID()}/${uuid}?${VERSION}`, entry);
  const said = {
    common: { transactionId: crypto.randomUUID(), uuid },
    caseUuid: ref,
    title: entry.title,
    sensitivity: SENSITIVITY[metadata.sensitivity],
    documentDate: `${metadata.letterDate}T00:00:00`,
    documentType: metadata.direction === "Udgaaende" ? "Udgående" : "Internt",
    // Nova says nowhere when it got a document.
    description: `${entry.description} ${clock.now().toISOString()}`,
    approved: true,
    accessToDocuments: metadata.exemptionLaw === "",
    ...(unitId === ""
      ? {}
      : { securityUnit: { losIdentity: { administrativeUnitId: Number(unitId), fullName: unitName } } }),
  };
  const answer = await ask({ method: "POST", url: `${base}/api/Document/Import?${VERSION}`, ...json(said) });
  if (!isOk(answer)) throw failureOf(answer);
}

async function upload(ask: Caller, url: string, { file }: Entry): Promise<void> {
  const form = new FormData();
  form.append("file", new Blob([Buffer.from(file.bytes)], { type: file.mediaType }), file.name);
  const packed = new Response(form);
  const headers = { accept: "*/*", "content-type": packed.headers.get("content-type") ?? "" };
  const answer = await ask({ method: "POST", url, headers, body: Buffer.from(await packed.arrayBuffer()) });
  if (!isOk(answer)) throw failureOf(answer);
}

async function read({ ask, base }: Deps, { id }: Shelved): Promise<Buffer> {
  const asked = { common: { transactionId: crypto.randomUUID(), uuid: id }, checkOutDocument: false };
  const answer = await ask({ method: "PUT", url: `${base}/api/Document/GetFile?${VERSION}`, ...json(asked) });
  if (!isOk(answer)) throw failureOf(answer);
  return answer.bytes;
}

function sentAtIn(description: string): string {
  return /\) (\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(description.trim())?.[1] ?? new Date(0).toISOString();
}

function json(body: unknown) {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return { headers, body: JSON.stringify(body) };
}
