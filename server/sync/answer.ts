import { performance } from "node:perf_hooks";
import { z } from "zod";
import { SCHEMA_VERSION } from "../../app/document-model/document";
import { CLOSE } from "../../app/document-model/wire";
import { type Door, judge } from "./door";
import { LIMITS } from "./limits";
import { Bucket } from "./rate";

const PATH = /^\/sync\/([^/]+)\/client$/;
/** What it is asked with has twenty bytes. */
const LONGEST = 1024;
const Asked = z.object({ schemaVersion: z.number().int() });

/** The verdicts of the socket as HTTP says them; the body carries the code itself. */
const STATUS: Record<number, number> = {
  [CLOSE.malformed]: 400,
  [CLOSE.notSignedIn]: 401,
  [CLOSE.noAccess]: 403,
  [CLOSE.notFound]: 404,
  [CLOSE.oldSchema]: 426,
};

/**
 * `POST /sync/<documentId>/client`: a page instance is issued the client id that it writes with for the rest of its life,
 * and the document's lineage. Null for any other path. [I4]
 */
export function createAnswer(door: Door): (request: Request) => Promise<Response | null> {
  const asked = new Map<string, Bucket>();
  return async (request) => {
    const documentId = PATH.exec(new URL(request.url).pathname)?.[1];
    if (documentId === undefined) return null;
    if (request.method !== "POST") return verdict(CLOSE.malformed, 405);
    return issue(door, asked, request, documentId);
  };
}

async function issue(door: Door, asked: Map<string, Bucket>, request: Request, documentId: string): Promise<Response> {
  const isOwn = door.isOwnOrigin(request.headers);
  const judged = await judge(door, { cookie: request.headers.get("cookie") ?? undefined, documentId, isOwn });
  if ("code" in judged) return verdict(judged.code);
  const body = Asked.safeParse(await readShort(request).catch(() => null));
  if (!body.success) return verdict(CLOSE.malformed);
  if (body.data.schemaVersion < SCHEMA_VERSION) return verdict(CLOSE.oldSchema);
  if (body.data.schemaVersion > SCHEMA_VERSION) return verdict(CLOSE.tryLater);
  if (asksTooOften(asked, judged.viewer.id)) return verdict(CLOSE.tryLater, 429);
  const to = { userId: judged.viewer.id, sessionId: judged.viewer.sessionId };
  const issued = await door.store.issueClient(judged.documentId, to);
  if (!issued) return verdict(CLOSE.notFound);
  const { clientId: clientID, nonce, epoch, schemaVersion } = issued;
  return json({ clientID, nonce, epoch, schemaVersion }, 201);
}

/** Null for what is longer than anybody needs: it is not read into memory to its end. */
async function readShort({ body }: Request): Promise<unknown> {
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > LONGEST) return reader?.cancel().then(() => null);
    parts.push(part.value);
  }
  return JSON.parse(Buffer.concat(parts).toString());
}

/** Each answer is a row that stays: a person opens pages now and then, not by the hundred. */
function asksTooOften(asked: Map<string, Bucket>, userId: string): boolean {
  const now = performance.now();
  if (asked.size > 10_000) asked.clear();
  const bucket = asked.get(userId) ?? new Bucket(LIMITS.claims, now);
  asked.set(userId, bucket);
  return bucket.take(1, now) > 0;
}

function verdict(code: number, status = STATUS[code] ?? 503): Response {
  return json({ code }, status);
}

function json(body: object, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
