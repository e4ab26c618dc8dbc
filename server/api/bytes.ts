import { problem } from "./problem";

type Content = { bytes: Uint8Array; mediaType: string; etag: string; headers?: Record<string, string> };

/** Bytes with their tag: nothing where the asker has them already, a part where a part is asked for (RFC 9110). */
export function served(request: Request, { bytes, mediaType, etag, headers = {} }: Content): Response {
  const all = { ...headers, ETag: etag, "Cache-Control": "private, no-cache", "Accept-Ranges": "bytes" };
  if (isKnown(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers: all });
  const range = rangeIn(request, bytes.length, etag);
  if (range === "none") {
    return problem("range-not-satisfiable", { headers: { "Content-Range": `bytes */${bytes.length}` } });
  }
  const { first, last } = range ?? { first: 0, last: bytes.length - 1 };
  const part: Record<string, string> = range ? { "Content-Range": `bytes ${first}-${last}/${bytes.length}` } : {};
  const size = { "Content-Type": mediaType, "Content-Length": String(last - first + 1) };
  const body = new Uint8Array(bytes.subarray(first, last + 1));
  return new Response(body, { status: range ? 206 : 200, headers: { ...all, ...size, ...part } });
}

function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

/** One part alone; several at once, and what is no range, are answered with all of it, as the standard allows. */
function rangeIn(request: Request, length: number, etag: string): { first: number; last: number } | "none" | null {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "") ?? [];
  const isOfThese = [null, etag].includes(request.headers.get("if-range"));
  if ((from === "" && to === "") || !isOfThese) return null;
  if (from === "") return length === 0 || +to === 0 ? "none" : { first: Math.max(0, length - +to), last: length - 1 };
  if (to !== "" && +to < +from) return null;
  return +from >= length ? "none" : { first: +from, last: to === "" ? length - 1 : Math.min(+to, length - 1) };
}
