import { type Answer, type Caller, createCaller } from "../http/caller";

export type WebdavSettings = { address: string; user: string; secret: string };

/** A WebDAV folder over HTTP: each part of a path is written so that no sign of it can mean something to the server. */
export type Line = {
  send(method: string, path: readonly string[], ask?: Ask): Promise<Answer>;
  urlOf(path: readonly string[]): string;
};

type Ask = { headers?: Record<string, string>; body?: Uint8Array | string };

export function createLine(settings: WebdavSettings, caller: Caller = createCaller()): Line {
  const base = settings.address.replace(/\/+$/, "");
  const authorization = `Basic ${Buffer.from(`${settings.user}:${settings.secret}`).toString("base64")}`;
  const urlOf = (path: readonly string[]) => `${base}/${path.map(encodeURIComponent).join("/")}`;
  return {
    urlOf,
    send: (method, path, { headers, body } = {}) =>
      caller({
        method,
        url: urlOf(path),
        headers: { authorization, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
  };
}
