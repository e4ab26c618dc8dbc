import { z } from "zod";
import type { Clock } from "../../../clock";
import { failureOf, isOk, jsonIn } from "../http/answers";
import { createBearer } from "../http/bearer";
import { type Caller, createCaller } from "../http/caller";
import type { CaseSystem } from "../port";
import { createOnShelf, type Entry, type ShelfCase, type Shelved } from "../shelf";
import { markIn } from "../shelf/mark";

export type SbsysSettings = {
  /** With its "/api". */
  address: string;
  tokenAddress: string;
  clientId: string;
  secret: string;
  /** The number of the kind of document ("DokumentArt") that an answer is; SBSYS chooses where there is none. */
  documentKind: string;
};

type Deps = { ask: Caller; base: string; documentKind: string };

const MAX_BYTES = 100 * 1024 * 1024;

/** SBSYS WebAPI. It journalises as it takes, and hands no file back by any way that is documented to us. */
export function createSbsys(settings: SbsysSettings, given: { clock: Clock; caller?: Caller }): CaseSystem {
  const ask = createBearer(given.caller ?? createCaller(), settings, given.clock);
  const deps = { ask, base: settings.address.replace(/\/+$/, ""), documentKind: settings.documentKind };
  return createOnShelf({
    name: "sbsys",
    capabilities: { finalize: false, maxBytes: MAX_BYTES },
    findCase: (caseNumber) => findCase(deps, caseNumber),
    documentsOf: (found, { clientId }) => documentsOf(deps, found, clientId),
    add: (found, entry) => add(deps, found, entry),
    knock: () => knock(deps),
  });
}

const ENDED = 2;
const Status = z.object({ SagsTilstand: z.union([z.number(), z.string()]) });
const Case = z.object({
  Id: z.number(),
  Nummer: z.string(),
  SagsTitel: z.string().nullish(),
  SagsStatus: Status.nullish(),
});

/** A search finds what is alike; only the very number is the case. */
async function findCase({ ask, base }: Deps, caseNumber: string): Promise<ShelfCase | null> {
  const question = { method: "POST", url: `${base}/sag/search`, ...json({ Nummer: caseNumber }) };
  const { Results } = jsonIn(await ask(question), z.object({ Results: z.array(Case) }));
  const found = Results.find(({ Nummer }) => Nummer === caseNumber);
  if (!found) return null;
  const state = found.SagsStatus?.SagsTilstand;
  const isOpen = state !== ENDED && state !== "Afsluttet";
  return { ref: String(found.Id), caseNumber, title: found.SagsTitel ?? "", isOpen };
}

const Document = z.object({
  DokumentID: z.number(),
  Beskrivelse: z.string().nullish(),
  RegistreringsDato: z.string(),
});

async function documentsOf({ ask, base }: Deps, { ref }: ShelfCase, clientId: string): Promise<Shelved[]> {
  const question = { method: "GET", url: `${base}/sag/${ref}/dokumenter`, headers: { accept: "application/json" } };
  const all = jsonIn(await ask(question), z.array(Document)).sort((a, b) => a.DokumentID - b.DokumentID);
  return all.flatMap(({ DokumentID, Beskrivelse, RegistreringsDato }) => {
    const mark = markIn(Beskrivelse ?? "");
    if (mark?.clientId !== clientId) return [];
    const at = new Date(RegistreringsDato).toISOString();
    return [{ id: String(DokumentID), number: String(DokumentID), mark, at, isFinal: true }];
  });
}

/** Nothing may stand in the JSON beside what SBSYS knows: one name more and it takes the file for another. */
async function add({ ask, base, documentKind }: Deps, { ref }: ShelfCase, entry: Entry): Promise<void> {
  const said = {
    SagID: Number(ref),
    DokumentNavn: entry.title,
    Beskrivelse: entry.description,
    OmfattetAfAktindsigt: entry.parcel.metadata.exemptionLaw === "",
    ...(documentKind === "" ? {} : { DokumentArt: { Id: Number(documentKind) } }),
  };
  const form = new FormData();
  form.append("json", JSON.stringify(said));
  form.append("file", new Blob([Buffer.from(entry.file.bytes)], { type: entry.file.mediaType }), entry.file.name);
  const packed = new Response(form);
  const headers = { accept: "application/json", "content-type": packed.headers.get("content-type") ?? "" };
  const body = Buffer.from(await packed.arrayBuffer());
  jsonIn(
    await ask({ method: "POST", url: `${base}/dokument/journaliser`, headers, body }),
    z.object({ DokumentID: z.number() }),
  );
}

async function knock({ ask, base }: Deps): Promise<void> {
  const answer = await ask({ method: "GET", url: `${base}/info/heartbeat/authorized` });
  if (!isOk(answer)) throw failureOf(answer);
}

function json(body: unknown) {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return { headers, body: JSON.stringify(body) };
}
