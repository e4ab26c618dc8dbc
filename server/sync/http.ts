/** What the two askers over HTTP (a claim, a line) have in common: nobody on the way keeps an answer, no body is trusted. */
export const NEVER_KEPT = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

/** What is left of a body is not read, so its connection cannot be used again. */
export const NOT_READ = { ...NEVER_KEPT, Connection: "close" };

/** A verdict, by the close code that a socket would have got. */
export function refusal(status: number, code: number, headers: Record<string, string> = NEVER_KEPT): Response {
  return Response.json({ code }, { status, headers });
}

/** The body as far as it is wanted: "too-large" beyond `most` bytes, null when it did not come to its end within `ms`. */
export async function readBody(
  { body }: Request,
  { most, ms }: { most: number; ms: number },
): Promise<Uint8Array | "too-large" | null> {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  let isLate = false;
  const stop = () => void reader.cancel().catch(() => {});
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, ms).unref();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.byteLength;
      if (bytes > most) {
        stop();
        return "too-large";
      }
      chunks.push(part.value);
    }
    return isLate ? null : Buffer.concat(chunks);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
