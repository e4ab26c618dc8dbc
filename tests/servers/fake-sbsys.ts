import { CLOSED_CASE, OPEN_CASE } from "../../server/exports/filing/contract";
import { type Asked, formIn, type Said, startMoody } from "./moody";
import { createTokens } from "./token";

type Kept = {
  DokumentID: number;
  DokumentNavn: string;
  Beskrivelse: string;
  RegistreringsDato: string;
  bytes: Uint8Array;
};

const CASES = [
  { Id: 42, Nummer: OPEN_CASE, SagsTitel: "Høring om sundhedsaftalen", SagsStatus: { Id: 6, SagsTilstand: 0 } },
  { Id: 43, Nummer: CLOSED_CASE, SagsTitel: "Gammel høring", SagsStatus: { Id: 8, SagsTilstand: 2 } },
];

/** SBSYS WebAPI as far as we ask it. It files the same document as often as it is sent, and breaks on names it does not know. */
export async function startSbsys({ tokensLastFor }: { tokensLastFor?: number } = {}) {
  const tokens = createTokens(tokensLastFor);
  const documents = new Map<number, Kept[]>(CASES.map(({ Id }) => [Id, []]));

  async function answer(asked: Asked): Promise<Said> {
    if (asked.path === "/token") return tokens.give(asked);
    if (!tokens.isGood(asked)) return { status: 401, text: "" };
    if (asked.path === "/api/info/heartbeat/authorized") return { json: true };
    if (asked.path === "/api/sag/search") return search(asked);
    if (asked.path === "/api/dokument/journaliser") return take(asked);
    const [, id] = /^\/api\/sag\/(\d+)\/dokumenter$/.exec(asked.path) ?? [];
    const found = documents.get(Number(id));
    return found ? { json: found.map(({ bytes: _bytes, ...said }) => said).reverse() } : { status: 404, text: "" };
  }

  async function take(asked: Asked): Promise<Said> {
    const form = await formIn(asked);
    const said = JSON.parse(String(form.get("json")));
    const file = form.get("file");
    const known = ["SagID", "DokumentNavn", "Beskrivelse", "OmfattetAfAktindsigt", "DokumentArt"];
    if (!(file instanceof File) || Object.keys(said).some((name) => !known.includes(name)))
      return { status: 500, json: { Message: "Unexpected end of MIME multipart stream." } };
    const kept = documents.get(said.SagID);
    if (!kept) return { status: 400, json: { Message: "Sagen findes ikke." } };
    const DokumentID = 1000 + [...documents.values()].flat().length;
    const { DokumentNavn, Beskrivelse } = said;
    const bytes = new Uint8Array(await file.arrayBuffer());
    kept.push({
      DokumentID,
      DokumentNavn,
      Beskrivelse,
      RegistreringsDato: `2026-03-10T10:00:${String(DokumentID % 60).padStart(2, "0")}+01:00`,
      bytes,
    });
    return { json: { Id: DokumentID + 9000, DokumentID, DokumentNavn, SagID: said.SagID } };
  }

  const server = await startMoody(answer, ({ path }) => path === "/api/dokument/journaliser");
  return { ...server, documents: () => [...documents.values()].flat() };
}

/** Finds what is alike, too. */
function search({ body }: Asked): Said {
  const { Nummer } = JSON.parse(body.toString());
  return {
    json: {
      Results: CASES.filter((one) => one.Nummer.startsWith(String(Nummer).slice(0, 8))),
      TotalNumberOfResults: 1,
    },
  };
}
