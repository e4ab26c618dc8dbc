import { randomBytes } from "node:crypto";
import { CLOSED_CASE, OPEN_CASE } from "../../server/exports/filing/contract";
import { personOf, responseTo } from "../../server/exports/filing/http/ntlm";
import { type Asked, type Said, startMoody } from "./moody";

type Kept = { DocID: number; Name: string; TimeCreated: string; Finalized: boolean; bytes: Uint8Array };

export const ACCOUNT = { user: "EKSEMPEL\\svc-samsvar", secret: "Hemmelig æøå 1" };
const CASES = new Map([
  [OPEN_CASE, { url: "/cases/HOR1/29.30.00-K02-7-26", status: "Åben" }],
  [CLOSED_CASE, { url: "/cases/HOR1/29.30.00-K02-8-20", status: "Lukket" }],
]);

/** GetOrganized as far as we ask it: NTLM, and a file of a name that is there is written over unless it is told not to. */
export async function startGetOrganized() {
  const isSignedIn = createGate();
  const documents: Kept[] = [];

  function answer(asked: Asked): Said {
    const gate = isSignedIn(asked);
    if (gate) return gate;
    const { path } = asked;
    const [, byId] = /^\/_goapi\/Documents\/DocumentBytes\/(\d+)$/.exec(path) ?? [];
    if (byId) return { bytes: documents.find(({ DocID }) => DocID === Number(byId))?.bytes ?? new Uint8Array() };
    const [, ofCase] = /^\/_goapi\/Cases\/Metadata\/(.+)$/.exec(path) ?? [];
    if (ofCase) return about(ofCase);
    if (path.includes("/_api/web/getFolderByServerRelativeUrl('")) return { json: { value: documents.map(listed) } };
    const said = JSON.parse(asked.body.toString());
    if (path === "/_goapi/Cases/FindByCaseProperties") {
      const found = CASES.get(said.FieldProperties[0].Value);
      return { json: { CasesInfo: found ? [{ RelativeUrl: found.url }] : [] } };
    }
    if (path === "/_goapi/Documents/AddToDocumentLibrary") return take(said);
    if (path === "/_goapi/Documents/Finalize/ByDocumentId") return finalize(said.DocID);
    return { status: 404, text: "" };
  }

  function take(said: { FileName: string; bytes: number[]; Overwrite: boolean }): Said {
    if (/[<>:"/\\|?*#%]/.test(said.FileName)) return { json: { Message: "The file name is not valid." } };
    const there = documents.find(({ Name }) => Name === said.FileName);
    if (there && !said.Overwrite) return { json: { Message: "A file with this name already exists." } };
    const DocID = there?.DocID ?? 215_820 + documents.length;
    const TimeCreated = "2026-03-10T09:00:00Z";
    if (there) there.bytes = Uint8Array.from(said.bytes);
    else
      documents.push({ DocID, Name: said.FileName, TimeCreated, Finalized: false, bytes: Uint8Array.from(said.bytes) });
    return { json: { DocId: DocID } };
  }

  function finalize(id: number): Said {
    const found = documents.find(({ DocID }) => DocID === id);
    if (!found) return { json: { Message: "No such document." } };
    found.Finalized = true;
    return { text: "" };
  }

  // The first of the two steps of signing in brings no document.
  const server = await startMoody(
    answer,
    ({ path, body }) => path === "/_goapi/Documents/AddToDocumentLibrary" && body.length > 0,
  );
  return { ...server, documents: () => documents };
}

function listed({ Name, TimeCreated, DocID, Finalized }: Kept) {
  return { Name, TimeCreated, ListItemAllFields: { DocID, Finalized, Title: "x" } };
}

function about(number: string): Said {
  const found = CASES.get(number);
  if (!found) return { status: 500, json: { Message: "No such case." } };
  const row = `<z:row xmlns:z="#RowsetSchema" ows_Title="Høring &amp; svar" ows_CaseStatus="${found.status}" />`;
  return { json: { Metadata: row } };
}

const TARGET = Buffer.from("02000c0044006f006d00610069006e0001000c0053006500720076006500720000000000", "hex");

/** NTLM signs in the connection: who comes over another one is a stranger. */
function createGate() {
  const nonces = new WeakMap<object, Buffer>();
  const people = new WeakSet<object>();
  return ({ request }: Asked): Said | null => {
    const { socket } = request;
    if (people.has(socket)) return null;
    const message = Buffer.from((request.headers.authorization ?? "").replace("NTLM ", ""), "base64");
    const kind = message.length > 12 ? message.readUInt32LE(8) : 0;
    if (kind === 1) {
      const nonce = randomBytes(8);
      nonces.set(socket, nonce);
      return {
        status: 401,
        text: "",
        headers: { "www-authenticate": `NTLM ${challengeOf(nonce).toString("base64")}` },
      };
    }
    const nonce = nonces.get(socket);
    if (kind !== 3 || !nonce || !isProof(message, nonce)) return refused();
    people.add(socket);
    return null;
  };
}

function refused(): Said {
  return { status: 401, text: "", headers: { "www-authenticate": "NTLM" } };
}

function challengeOf(nonce: Buffer): Buffer {
  const head = Buffer.alloc(48);
  head.write("NTLMSSP\0", "latin1");
  head.writeUInt32LE(2, 8);
  nonce.copy(head, 24);
  head.writeUInt16LE(TARGET.length, 40);
  head.writeUInt32LE(head.length, 44);
  return Buffer.concat([head, TARGET]);
}

function isProof(message: Buffer, nonce: Buffer): boolean {
  const part = (index: number) => {
    const [length, at] = [message.readUInt16LE(12 + 8 * index), message.readUInt32LE(16 + 8 * index)];
    return message.subarray(at, at + length);
  };
  const proof = part(1);
  const [now, own] = [proof.subarray(24, 32), proof.subarray(32, 40)];
  const person = personOf(ACCOUNT.user, ACCOUNT.secret);
  if (part(2).toString("utf16le") !== person.domain || part(3).toString("utf16le") !== person.user) return false;
  return responseTo(person, { nonce, target: TARGET }, own, now).equals(proof);
}
