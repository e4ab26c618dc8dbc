import { Refusal } from "../errors";
import { sha256 } from "../sha256";
import { jsonIn } from "./body";
import { served } from "./bytes";
import { callerOf } from "./caller";
import type { ApiDeps, Caller } from "./deps";
import { openApi } from "./open-api";
import { problem } from "./problem";
import { PER_MINUTE, type Taken } from "./rate";
import type { Outcome, Route } from "./route";
import { routesAt } from "./routes";
import { mayAsk } from "./rules";
import { SCHEMAS } from "./schemas";

/** No page of anybody's may use it, nothing in it is run, and what lies between keeps nobody's answer for another. */
const ALWAYS = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  Vary: "Authorization",
};

/** Any request under /api/. A refusal and a fault are both answered as problems; a fault is logged, once. [T4] */
export async function answer(deps: ApiDeps, request: Request): Promise<Response> {
  const response = await answered(deps, request).catch((error) => refusedOrBroken(deps, error));
  for (const [name, value] of Object.entries(ALWAYS)) response.headers.set(name, value);
  if (request.method !== "HEAD") return response;
  return new Response(null, { status: response.status, headers: response.headers });
}

function refusedOrBroken({ log }: ApiDeps, error: unknown): Response {
  if (error instanceof Refusal) return problem(error.code, { status: error.status, errors: error.fields });
  const instance = `urn:uuid:${crypto.randomUUID()}`;
  log.error({ err: error, instance }, "a question to the API broke");
  return problem("fault", { instance });
}

async function answered(deps: ApiDeps, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const path = pathname.startsWith("/api/v1/") ? pathname.slice("/api/v1".length) : "";
  const method = request.method === "HEAD" ? "GET" : request.method;
  if (path === "/openapi.json" && method === "GET") return jsonOf(request, openApi(deps.publicUrl));
  const found = routesAt(path);
  if (found.routes.length === 0) return problem("not-found");
  const route = found.routes.find((one) => one.method === method);
  if (!route) {
    return problem("method-not-allowed", { headers: { Allow: found.routes.map((one) => one.method).join(", ") } });
  }
  const caller = await callerOf(deps, request.headers.get("authorization"));
  if (typeof caller === "string") return problem(caller, { headers: { "WWW-Authenticate": "Bearer" } });
  const taken = deps.buckets.take(caller.tokenId);
  const response = taken.isTaken
    ? await asked(deps, request, { route, caller, path: found.path })
    : problem("too-many-requests", { headers: { "Retry-After": String(taken.waitSeconds) } });
  return withLimits(response, taken);
}

type Question = { route: Route; caller: Caller; path: Record<string, string> };

async function asked(deps: ApiDeps, request: Request, { route, caller, path }: Question): Promise<Response> {
  if (!mayAsk(caller.scopes, route.scope)) {
    const needed = `Bearer error="insufficient_scope", scope="${route.scope}"`;
    return problem("scope-missing", { headers: { "WWW-Authenticate": needed } });
  }
  const body = route.body ? await jsonIn(request) : { json: undefined };
  if (typeof body === "string") return problem(body);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const outcome = await route.run(deps, { caller, path, query, body: body.json }).catch(asProblem);
  return outcome instanceof Response ? outcome : given(request, route, outcome);
}

function asProblem(error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  return problem(error.code, { status: error.status, errors: error.fields });
}

/** What goes out is what the schema says and nothing beside it. [T6] */
function given(request: Request, { answer: said }: Route, outcome: Outcome): Response {
  switch (outcome.is) {
    case "done":
      return new Response(null, { status: 204 });
    case "bytes":
      return fileOf(request, outcome);
    default: {
      const json = "schema" in said ? SCHEMAS[said.schema].parse(outcome.json) : outcome.json;
      if (outcome.is === "json") return jsonOf(request, json);
      return Response.json(json, { status: 201, headers: { "Cache-Control": "no-store" } });
    }
  }
}

function fileOf(request: Request, { bytes, mediaType, fileName, sha256: hash }: Outcome & { is: "bytes" }): Response {
  const plain = fileName.replace(/[^\w.-]+/g, "_");
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return served(request, { bytes, mediaType, etag: `"${hash}"`, headers: { "Content-Disposition": disposition } });
}

function jsonOf(request: Request, json: unknown): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  return served(request, { bytes, mediaType: "application/json", etag: `"${sha256(bytes)}"` });
}

function withLimits(response: Response, { left }: Taken): Response {
  response.headers.set("RateLimit-Limit", String(PER_MINUTE));
  response.headers.set("RateLimit-Remaining", String(left));
  return response;
}
