import { isId, type ResponseId, type VersionId } from "../../db/ids";
import { FILE_KINDS } from "../../db/schema";
import { notFound, Refusal } from "../errors";
import { sha256 } from "../sha256";
import type { ApiDeps, Caller } from "./deps";
import { type ApprovedResponse, approvedResponses, approvedVersion, type Change, changesOf } from "./feed";
import { linkTo } from "./links";
import { route } from "./route";
import { statusOf } from "./rules";
import { ListQuery } from "./schemas";

export const listResponses = route({
  id: "listResponses",
  method: "GET",
  path: "/responses",
  summary: "Godkendte høringssvar og vurderinger, det længst uændrede først.",
  scope: "responses:read",
  answer: { status: 200, description: "En side.", schema: "ResponseList" },
  problems: ["form"],
  query: ListQuery,
  run: async (deps, { caller, query: { cursor, limit, changedSince } }) => {
    const after = cursor ? Number(cursor.slice(1)) : 0;
    const since = changedSince ? new Date(changedSince) : null;
    const changes = await changesOf(deps.db, caller.municipalityId, { after, since, limit: limit + 1 });
    const shown = changes.slice(0, limit);
    const ids = shown.map(({ responseId }) => responseId);
    const found = await approvedResponses(deps.db, caller.municipalityId, ids);
    const items = shown.flatMap((change) => {
      const one = found.get(change.responseId);
      return one ? [summaryOf(deps, one, change)] : [];
    });
    const next = `c${shown.at(-1)?.seq ?? after}`;
    return { is: "json", json: { items, next, hasMore: changes.length > limit } };
  },
});

export const fetchResponse = route({
  id: "fetchResponse",
  method: "GET",
  path: "/responses/{responseId}",
  summary: "Ét svar: oplysninger, fingeraftryk, version og de filer, der kan hentes.",
  scope: "responses:read",
  answer: { status: 200, description: "Svaret.", schema: "Response" },
  problems: ["not-found"],
  run: async (deps, { caller, path }) => {
    const { one, change } = await responseFor(deps, caller, path["responseId"]);
    const { version, consultation } = one;
    const files = deps.exports.offered(version, consultation).map((file) => ({
      ...file,
      url: linkTo(deps.publicUrl, `/responses/${one.response.id}/versions/${version.id}/files/${file.kind}`),
    }));
    return { is: "json", json: { ...summaryOf(deps, one, change), files } };
  },
});

export const fetchDocument = route({
  id: "fetchDocument",
  method: "GET",
  path: "/responses/{responseId}/versions/{versionId}/document",
  summary: "Det frosne dokument som JSON, byte for byte det, fingeraftrykket er af.",
  scope: "responses:read",
  answer: { status: 200, description: "Dokumentet. ETag er dets SHA-256.", media: ["application/json"] },
  problems: ["not-found", "version-damaged", "range-not-satisfiable"],
  run: async (deps, { caller, path }) => {
    const { version } = await versionFor(deps, caller, path);
    if (version.sha256 !== version.approved || sha256(version.canonical) !== version.sha256)
      throw new Refusal("conflict", "version-damaged");
    const bytes = new TextEncoder().encode(version.canonical);
    return { is: "bytes", bytes, mediaType: "application/json", fileName: "document.json", sha256: version.sha256 };
  },
});

export const fetchFile = route({
  id: "fetchFile",
  method: "GET",
  path: "/responses/{responseId}/versions/{versionId}/files/{kind}",
  summary: `En fil af en godkendt version. kind: ${FILE_KINDS.join(", ")}.`,
  scope: "files:read",
  answer: { status: 200, description: "Filen. ETag er dens SHA-256. Range kan bruges.", media: ["*/*"] },
  problems: ["not-found", "version-damaged", "missing-glyph", "range-not-satisfiable"],
  run: async (deps, { caller, path }) => {
    const { versionId } = await versionFor(deps, caller, path);
    return { is: "bytes", ...(await deps.exports.fileFor(caller.actor, versionId, path["kind"] ?? "")) };
  },
});

/** A response of the caller's municipality that was approved once; nothing else is here for them. [T3] [D2] */
async function responseFor({ db }: ApiDeps, { municipalityId }: Caller, responseId: string | undefined) {
  if (!isId<ResponseId>(responseId)) throw notFound();
  const one = (await approvedResponses(db, municipalityId, [responseId])).get(responseId);
  const asked = { after: 0, since: null, limit: 1, only: responseId };
  const [change] = one ? await changesOf(db, municipalityId, asked) : [];
  if (!one || !change) throw notFound();
  return { one, change };
}

async function versionFor(deps: ApiDeps, caller: Caller, path: Readonly<Record<string, string>>) {
  const { one } = await responseFor(deps, caller, path["responseId"]);
  const versionId = path["versionId"];
  if (!isId<VersionId>(versionId)) throw notFound();
  const version = await approvedVersion(deps.db, one.response.id, versionId);
  if (!version) throw notFound();
  return { version, versionId };
}

function summaryOf({ publicUrl }: ApiDeps, one: ApprovedResponse, { at }: Change) {
  const { response, consultation, round, version, filing } = one;
  const { id, userKey, kind, title, sender, caseNumber, kle } = consultation;
  const self = `/responses/${response.id}`;
  return {
    ...response,
    status: statusOf(round, filing),
    consultation: { id, userKey, kind, title, sender, caseNumber, kle },
    version: { ...version, approvedAt: momentOf(round.decidedAt), isTacit: round.decidedBy === null },
    filing: filing && { ...filing, filedAt: momentOf(filing.filedAt) },
    changedAt: momentOf(at),
    links: {
      self: linkTo(publicUrl, self),
      document: linkTo(publicUrl, `${self}/versions/${version.id}/document`),
    },
  };
}

function momentOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
