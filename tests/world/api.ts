import { startHttp } from "../../server/http";
import type { Viewer } from "../../server/identity/viewer";
import { servicesOver } from "./demo";
import { filingWorld } from "./filing";
import { temporaryFolder } from "./folder";

export type ApiWorld = Awaited<ReturnType<typeof apiWorld>>;

/** A filing's world with the real server before it. */
export async function apiWorld() {
  const world = await filingWorld();
  const dataDir = temporaryFolder();
  const services = servicesOver({ url: world.url, db: world.db, dataDir, clock: world.clock });
  const build = () => Promise.reject(new Error("There are no pages here."));
  const given = { services, log: world.log, host: "127.0.0.1", port: 0, publicUrl: undefined };
  const http = await startHttp({ ...given, build, isReady: async () => true });
  const close = async () => {
    await http.stop();
    services.exports.stop();
    await world.close();
  };
  return { ...world, services, api: services.api, root: `http://127.0.0.1:${http.port}`, close };
}

const ALL = ["responses:read", "files:read", "webhooks:manage"];

/** A token of this administrator's municipality. */
export async function tokenOf(
  { api }: ApiWorld,
  admin: Viewer,
  scopes: readonly string[] = ALL,
  more: Record<string, string> = {},
) {
  const name = `ESDH ${crypto.randomUUID().slice(0, 8)}`;
  return api.makeToken(admin, { name, scopes: [...scopes], ...more });
}

/** Asks as another system does. */
export function ask({ root }: Pick<ApiWorld, "root">, path: string, token: string | null, init: RequestInit = {}) {
  const headers = { ...(token === null ? {} : { Authorization: `Bearer ${token}` }), ...init.headers };
  return fetch(`${root}${path.startsWith("/api") ? path : `/api/v1${path}`}`, { ...init, headers, redirect: "manual" });
}

/** "403 scope-missing", or the status alone. */
export async function saidTo(response: Response): Promise<string> {
  if (response.headers.get("content-type") !== "application/problem+json") return String(response.status);
  const { status, code } = await response.json();
  return `${status === response.status ? "" : "!"}${response.status} ${code}`;
}

/** The newest approved text of a world, as its list says it. */
export async function listed(world: ApiWorld, token: string, query = "") {
  const page = await ask(world, `/responses${query}`, token).then((answer) => answer.json());
  return page as { items: Listed[]; next: string; hasMore: boolean };
}

type Listed = { id: string; status: string; version: { id: string; sha256: string }; links: Record<string, string> };
