import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { type HttpBindings, serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/node";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Log } from "./log";
import { beginReading } from "./once";
import { ASSET_HEADERS, isOwnRequest, securityHeaders } from "./security";
import type { Services } from "./services";

declare module "@remix-run/node" {
  interface AppLoadContext {
    services: Services;
    viewer: import("./identity/viewer").Viewer | null;
    nonce: string;
    ip: string;
    log: Log;
  }
}

type Given = {
  services: Services;
  log: Log;
  host: string;
  port: number;
  publicUrl: string | undefined;
  /** Development has it made anew for each request. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  isReady: () => Promise<boolean>;
  /** Development: Vite answers for modules and HMR before anything else. */
  before?: (context: Context<{ Bindings: HttpBindings }>, next: () => Promise<void>) => Promise<Response | undefined>;
};

/** A source may have 50 MB; the form around it some more. What is larger never reaches a route. */
const BODY_LIMIT = 64 * 1024 * 1024;
const YEAR = 31_536_000;
/** Also where there is no packed file: what stands between must not hand one browser's answer to another. */
const VARY = ["Vary", "Accept-Encoding"] as const;
const READY_MS = 2000;

/** Remix, static files, health and the sockets on one port. */
export async function startHttp(given: Given): Promise<{ server: Server; port: number; stop(): Promise<void> }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const handle = createRequestHandler(given.build, given.before ? "development" : "production");
  app.onError((error, context) => broke(error, context, given.log));
  addHealth(app, given);
  if (given.before) app.use(given.before);
  addStatic(app);
  app.all("/sync/*", async (context) => (await given.services.sync.answer(context.req.raw)) ?? context.notFound());
  // Beside Remix: other systems have tokens and no cookies, and are answered in JSON whatever happens. [T4]
  app.all("/api/*", (context) => given.services.api.answer(context.req.raw));
  app.use(
    bodyLimit({
      maxSize: BODY_LIMIT,
      onError: (c) => c.text("Det, der blev sendt, fylder for meget (højst 50 MB).", 413),
    }),
  );
  app.all("*", (context) => answer(context, { ...given, handle }));
  const { server, port } = await listen(app, given);
  server.on("upgrade", (request, socket, head) => {
    // Before anyone listens, an error on a half-open socket would end the process.
    socket.on("error", (error) => given.log.debug({ err: error }, "socket closed while upgrading"));
    if (given.services.sync.upgrade(request, socket, head)) return;
    if (!given.before) socket.destroy();
  });
  return { server, port, stop: () => close(server) };
}

function addHealth(app: Hono<{ Bindings: HttpBindings }>, { isReady }: Given): void {
  app.get("/health/live", (context) => context.json({ status: "live" }));
  app.get("/health/ready", async (context) => {
    const ready = await Promise.race([isReady().catch(() => false), tooLate()]);
    return context.json({ status: ready ? "ready" : "not-ready" }, ready ? 200 : 503);
  });
}

/** A database that hangs is no more ready than one that is gone. */
function tooLate(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), READY_MS).unref());
}

/** What breaks outside Remix, as when nobody can be looked up because the database is away. */
function broke(error: Error, context: Context, log: Log): Response {
  log.error({ err: error, path: context.req.path }, "a request failed");
  return context.text("Samsvar kan ikke svare lige nu. Prøv igen om lidt.", 503, {
    "Retry-After": "5",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
}

/** Files with a hash in their name may be kept for ever; the others are asked for again. */
function addStatic(app: Hono<{ Bindings: HttpBindings }>): void {
  const headers = [...ASSET_HEADERS, ["Cache-Control", `public, max-age=${YEAR}, immutable`], VARY] as const;
  const lasting = (_path: string, context: Context) => {
    for (const [name, value] of headers) context.header(name, value);
  };
  // What server/pack.mjs has packed goes out packed, to whoever can unpack it.
  app.use("/assets/*", serveStatic({ root: "build/client", precompressed: true, onFound: lasting }));
  app.use("/assets/*", (context) => Promise.resolve(context.notFound()));
  const brief = (_path: string, context: Context) => context.header("Cache-Control", "public, max-age=3600");
  for (const file of ["/favicon.svg", "/robots.txt"])
    app.use(file, serveStatic({ root: "build/client", onFound: brief }));
}

type Answering = Given & { handle: ReturnType<typeof createRequestHandler> };

async function answer(context: Context<{ Bindings: HttpBindings }>, given: Answering): Promise<Response> {
  const request = context.req.raw;
  if (!isOwnRequest(request, given.publicUrl))
    return context.text("Forespørgslen kom ikke fra Samsvar og blev afvist.", 403);
  const nonce = randomBytes(16).toString("base64");
  // A page that asks by itself whether anything is new says so: it is no use of its session. [D5]
  const { viewerOf, viewerStanding } = given.services.identity;
  const ask = request.headers.has("x-standing-open") ? viewerStanding : viewerOf;
  const viewer = await ask(request.headers.get("cookie"));
  if (viewer && (request.method === "GET" || request.method === "HEAD")) beginReading(viewer);
  const ip = context.env.incoming?.socket.remoteAddress ?? "";
  const load: AppLoadContext = { services: given.services, viewer, nonce, ip, log: given.log };
  const response = await given.handle(request, load);
  for (const [name, value] of securityHeaders(nonce, request)) {
    // Vite's own client in development needs inline scripts and a socket of its own.
    const isMeant = !(given.before && name === "Content-Security-Policy");
    if (isMeant && !response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

function listen(
  app: Hono<{ Bindings: HttpBindings }>,
  { port, host }: Given,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (info) =>
      resolve({ server, port: info.port }),
    ) as Server;
    server.once("error", reject);
  });
}

/** Open requests get a moment to end; sockets were drained before. One that was upgraded to nothing is not waited for. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, 3000);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
