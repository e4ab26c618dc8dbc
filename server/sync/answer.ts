import { performance } from "node:perf_hooks";
import { z } from "zod";
import { CLOSE } from "../../app/document-model/wire";
import { type Door, judge, schemaVerdict } from "./door";
import { NEVER_KEPT, readBody, refusal } from "./http";
import { LIMITS } from "./limits";
import { LINE_TIMES } from "./line";
import { Bucket } from "./rate";

const PATH = /^\/sync\/([^/]+)\/client$/;
/** What it is asked with has twenty bytes. */
const LONGEST = 1024;
/** As long as a line's body may take. */
const WITHIN = LINE_TIMES.body;
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
  const body = Asked.safeParse(await readShort(request));
  if (!body.success) return verdict(CLOSE.malformed);
  const schema = schemaVerdict(body.data.schemaVersion);
  if (schema !== null) return verdict(schema);
  if (asksTooOften(asked, judged.viewer.id)) return verdict(CLOSE.tryLater, 429);
  const to = { userId: judged.viewer.id, sessionId: judged.viewer.sessionId };
  const issued = await door.store.issueClient(judged.documentId, to);
  if (!issued) return verdict(CLOSE.notFound);
  // Who asks for a client id opens the text next: it is read meanwhile. A load that fails is told to the socket.
  if (!door.isDraining) door.rooms.open(judged.documentId).catch(() => {});
  const { clientId: clientID, nonce, epoch, schemaVersion } = issued;
  return Response.json({ clientID, nonce, epoch, schemaVersion }, { status: 201, headers: NEVER_KEPT });
}

/** Null for what is no JSON, or longer than anybody needs. */
async function readShort(request: Request): Promise<unknown> {
  const body = await readBody(request, { most: LONGEST, ms: WITHIN });
  try {
    return body instanceof Uint8Array ? JSON.parse(Buffer.from(body).toString()) : null;
  } catch {
    return null;
  }
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
  return refusal(status, code);
}
