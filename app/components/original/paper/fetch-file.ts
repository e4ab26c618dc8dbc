export type FetchFailure = "signed-out" | "not-fetched";
export type Fetched = { bytes: Uint8Array } | { failed: FetchFailure };

/** The original's bytes, told as they come. Nothing is kept by the browser: the answer says so. [S30] */
export async function fetchFile(
  url: string,
  told: (done: number, of: number | null) => void,
  signal: AbortSignal,
): Promise<Fetched> {
  try {
    const response = await fetch(url, { signal, credentials: "same-origin" });
    // The way in is a page of its own; a file never sends anyone elsewhere.
    if (response.redirected || response.status === 401) return { failed: "signed-out" };
    if (!response.ok || !response.body) return { failed: "not-fetched" };
    return { bytes: await readAll(response.body, Number(response.headers.get("Content-Length")) || null, told) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { failed: "not-fetched" };
  }
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  of: number | null,
  told: (done: number, of: number | null) => void,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let done = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    done += part.value.length;
    told(done, of);
  }
  const bytes = new Uint8Array(done);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
