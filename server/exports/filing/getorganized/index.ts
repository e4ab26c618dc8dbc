import { z } from "zod";
import { failureOf, isOk, jsonIn } from "../http/answers";
import type { Caller } from "../http/caller";
import { createNtlm, personOf } from "../http/ntlm";
import { escaped } from "../metadata-xml";
import { type CaseSystem, CaseSystemError } from "../port";
import { createOnShelf, type Entry, type ShelfCase, type Shelved } from "../shelf";
import { markIn } from "../shelf/mark";

export type GetOrganizedSettings = { address: string; user: string; secret: string };

type Deps = { ask: Caller; base: string };

/** Each byte is sent as a number in JSON, four signs and more. */
const MAX_BYTES = 25 * 1024 * 1024;
const LIST = "Dokumenter";
/** An upload grows fourfold on the way, and is slow at the other end too. */
const PATIENCE = 180_000;

/**
 * GetOrganized. It writes over a file of the same name unless told not to, so a name of ours holds the mark and is nobody
 * else's; and it says no inside a 200, so what it answers is looked into.
 */
export function createGetOrganized(settings: GetOrganizedSettings, given: { caller?: Caller } = {}): CaseSystem {
  const ask = given.caller ?? createNtlm(personOf(settings.user, settings.secret), PATIENCE);
  const deps = { ask, base: settings.address.replace(/\/+$/, "") };
  return createOnShelf({
    name: "getorganized",
    capabilities: { finalize: true, maxBytes: MAX_BYTES },
    findCase: (caseNumber) => findCase(deps, caseNumber),
    documentsOf: (found, { clientId }) => documentsOf(deps, found, clientId),
    add: (found, entry) => add(deps, found, entry),
    read: (document) => read(deps, document),
    finalize: (document) => finalize(deps, document),
    knock: async () => {
      await findCase(deps, "XXX-0000-000000");
    },
  });
}

const Found = z.object({ CasesInfo: z.array(z.object({ RelativeUrl: z.string().min(1) })) });

async function findCase(deps: Deps, caseNumber: string): Promise<ShelfCase | null> {
  const asked = {
    FieldProperties: [{ InternalName: "ows_CaseID", Value: caseNumber }],
    CaseTypePrefixes: [caseNumber.replace(/-.*$/, "")],
  };
  const answer = await deps.ask({
    method: "POST",
    url: `${deps.base}/_goapi/Cases/FindByCaseProperties`,
    ...json(asked),
  });
  const [found] = jsonIn(answer, Found).CasesInfo;
  if (!found) return null;
  const about = await metadata(deps, `Cases/Metadata/${encodeURIComponent(caseNumber)}`);
  const status = attribute(about, "ows_CaseStatus") ?? "";
  const isOpen = !/^(lukket|afsluttet|closed)/i.test(status);
  return { ref: found.RelativeUrl.replace(/\/+$/, ""), caseNumber, title: attribute(about, "ows_Title") ?? "", isOpen };
}

const Listed = z.object({
  value: z.array(
    z.object({
      Name: z.string(),
      TimeCreated: z.string(),
      ListItemAllFields: z.object({ DocID: z.coerce.string(), Finalized: z.unknown() }),
    }),
  ),
});

async function documentsOf({ ask, base }: Deps, { ref }: ShelfCase, clientId: string): Promise<Shelved[]> {
  const folder = encodeURIComponent(`${ref}/${LIST}/`.replaceAll("'", "''"));
  const wanted = "$select=Name,TimeCreated,ListItemAllFields/*&$expand=ListItemAllFields";
  const url = `${base}${ref}/_api/web/getFolderByServerRelativeUrl('${folder}')/Files?${wanted}`;
  const listed = jsonIn(await ask({ method: "GET", url, headers: { accept: "application/json" } }), Listed);
  return listed.value.flatMap(({ Name, TimeCreated, ListItemAllFields: { DocID: id, Finalized } }) => {
    const mark = markIn(Name);
    if (mark?.clientId !== clientId) return [];
    const isFinal = Finalized === true || String(Finalized) === "1";
    return [{ id, number: id, mark, at: new Date(TimeCreated).toISOString(), isFinal }];
  });
}

async function add({ ask, base }: Deps, { caseNumber }: ShelfCase, entry: Entry): Promise<void> {
  const { metadata: said } = entry.parcel;
  const fields = { ows_Title: entry.title, ows_Dato: `${said.letterDate} 00:00:00`, ows_Korrespondance: "Udgående" };
  const asked = {
    bytes: [...entry.file.bytes],
    CaseId: caseNumber,
    ListName: LIST,
    FolderPath: "",
    FileName: nameWith(entry),
    Metadata: row({ ...fields, ...(said.direction === "Udgaaende" ? {} : { ows_Korrespondance: "Intern" }) }),
    Overwrite: false,
  };
  const answer = await ask({ method: "POST", url: `${base}/_goapi/Documents/AddToDocumentLibrary`, ...json(asked) });
  jsonIn(answer, z.object({ DocId: z.number() }));
}

/** SharePoint dislikes more signs in names than a disk does, and long ones. */
function nameWith({ file: { name }, mark }: Entry): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
  const plain = name.slice(0, name.length - extension.length).replace(/[#%&{}~"+]/g, "_");
  return `${plain.slice(0, 40).toWellFormed().trim()} (${mark})${extension}`;
}

/** A page for people in place of the bytes is what it gives when it is worn out. */
async function read({ ask, base }: Deps, { id, number }: Shelved): Promise<Buffer> {
  const answer = await ask({ method: "GET", url: `${base}/_goapi/Documents/DocumentBytes/${id}` });
  if (!isOk(answer)) throw failureOf(answer);
  if (/HTTP Error 503/.test(answer.bytes.subarray(0, 2000).toString("latin1")))
    throw new CaseSystemError("unavailable", `Document ${number} could not be read back.`);
  return answer.bytes;
}

/** What it answers differs from edition to edition, and a no comes with a 200 too: whether it is final is looked up. */
async function finalize({ ask, base }: Deps, { id }: Shelved): Promise<void> {
  const asked = { DocID: Number(id), ShouldCloseOpenTasks: false };
  const answer = await ask({ method: "POST", url: `${base}/_goapi/Documents/Finalize/ByDocumentId`, ...json(asked) });
  if (!isOk(answer)) throw failureOf(answer);
}

async function metadata({ ask, base }: Deps, path: string): Promise<string> {
  const answer = await ask({ method: "GET", url: `${base}/_goapi/${path}`, headers: { accept: "application/json" } });
  return jsonIn(answer, z.object({ Metadata: z.string() })).Metadata;
}

function row(fields: Record<string, string>): string {
  const said = Object.entries(fields).map(([name, value]) => `${name}="${escaped(value.replaceAll("\n", " "))}"`);
  return `<z:row xmlns:z="#RowsetSchema" ${said.join(" ")} />`;
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function attribute(xml: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1];
  return found?.replace(/&(amp|lt|gt|quot|apos);/g, (_all, sign) => SIGNS[sign] ?? "") ?? null;
}

function json(body: unknown) {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return { headers, body: JSON.stringify(body) };
}
