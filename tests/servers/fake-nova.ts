import { CLOSED_CASE, OPEN_CASE } from "../../server/exports/filing/contract";
import { type Asked, formIn, type Said, startMoody } from "./moody";
import { createTokens } from "./token";

type Kept = { documentUuid: string; documentNumber: string; caseUuid: string; description: string; title: string };

const CASES = [
  { uuid: "0a0a0a0a-1111-4222-8333-444455556666", number: OPEN_CASE, progressState: "Oplyst" },
  { uuid: "0b0b0b0b-1111-4222-8333-444455556666", number: CLOSED_CASE, progressState: "Afsluttet" },
];

/** KMD Nova as far as we ask it. The client makes the ids; a document that is there is not made again. */
export async function startNova({ tokensLastFor }: { tokensLastFor?: number } = {}) {
  const tokens = createTokens(tokensLastFor);
  const uploads = new Map<string, Uint8Array>();
  const documents = new Map<string, Kept>();

  async function answer(asked: Asked): Promise<Said> {
    if (asked.path === "/token") return tokens.give(asked);
    if (!tokens.isGood(asked)) return { status: 401, text: "" };
    if (asked.query.get("api-version") !== "1.0-Case") return { status: 400, text: "" };
    const [, uploaded] = /^\/api\/Document\/UploadFile\/[^/]+\/([^/]+)$/.exec(asked.path) ?? [];
    if (uploaded) return upload(asked, uploaded);
    const said = JSON.parse(asked.body.toString());
    switch (asked.path) {
      case "/api/Case/GetList":
        return cases(said.caseAttributes.userFriendlyCaseNumber);
      case "/api/Document/GetList":
        return { json: { documents: [...documents.values()].filter(({ caseUuid }) => caseUuid === said.caseUuid) } };
      case "/api/Document/GetFile":
        return uploads.has(said.common.uuid) ? { bytes: uploads.get(said.common.uuid)! } : { status: 404, text: "" };
      case "/api/Document/Import":
        return take(said);
    }
    return { status: 404, text: "" };
  }

  async function upload(asked: Asked, uuid: string): Promise<Said> {
    const file = (await formIn(asked)).get("file");
    if (!(file instanceof File)) return { status: 400, text: "" };
    uploads.set(uuid, new Uint8Array(await file.arrayBuffer()));
    return { text: "" };
  }

  function take(said: Pick<Kept, "caseUuid" | "description" | "title"> & { common: { uuid: string } }): Said {
    const uuid = said.common.uuid;
    if (documents.has(uuid)) return { status: 409, json: { message: "Document already exists" } };
    if (!uploads.has(uuid)) return { status: 400, json: { message: "No file" } };
    const { caseUuid, description, title } = said;
    documents.set(uuid, {
      documentUuid: uuid,
      documentNumber: `D2026-${100 + documents.size}`,
      caseUuid,
      description,
      title,
    });
    return { text: "" };
  }

  const server = await startMoody(answer, ({ path }) => path === "/api/Document/Import");
  return { ...server, documents: () => [...documents.values()], uploads };
}

function cases(number: string): Said {
  const found = CASES.filter((one) => one.number === number);
  const listed = found.map(({ uuid, progressState, number: userFriendlyCaseNumber }) => ({
    common: { uuid },
    caseAttributes: { title: "Høring", userFriendlyCaseNumber },
    state: { progressState, activeCode: "Aktiv" },
  }));
  // Where there are none, the list is left out.
  return { json: { pagingInformation: { numberOfRows: found.length }, ...(found.length ? { cases: listed } : {}) } };
}
