import type { ProblemCode } from "./problem";

const MOST_BYTES = 64 * 1024;

/** The JSON of a request, read no further than it may be long. */
export async function jsonIn(request: Request): Promise<{ json: unknown } | ProblemCode> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type)) return "not-json";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    if (size > MOST_BYTES) return "too-large";
    chunks.push(read.value);
  }
  try {
    // PostgreSQL takes no NUL, and no address has one.
    return { json: JSON.parse(Buffer.concat(chunks).toString("utf8").replaceAll("\\u0000", "")) };
  } catch {
    return "not-json";
  }
}
