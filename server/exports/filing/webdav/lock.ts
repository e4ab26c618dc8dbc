import { failureOf, isOk } from "../http/answers";
import { escaped } from "../metadata-xml";
import type { Line } from "./line";

/** Longer than a filing takes, and no longer than we wait before the next try: what a crash leaves locked opens by itself. */
const LOCK_SECONDS = 55;

const LOCK = `<?xml version="1.0" encoding="utf-8"?>
<D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype>
<D:owner>${escaped("Samsvar")}</D:owner></D:lockinfo>`;

/**
 * Does the work while nobody else can write in the folder: the work is handed the headers that say we hold the lock. A
 * server that knows no locks is written to without: what is there already is never written over all the same.
 */
export async function whileLocked<Result>(
  line: Line,
  path: readonly string[],
  work: (headers: Record<string, string>) => Promise<Result>,
): Promise<Result> {
  const headers = { depth: "infinity", timeout: `Second-${LOCK_SECONDS}`, "content-type": "application/xml" };
  const answer = await line.send("LOCK", path, { headers, body: LOCK });
  if ([405, 501].includes(answer.status)) return work({});
  const token = answer.headers["lock-token"];
  if (!isOk(answer) || typeof token !== "string") throw failureOf(answer);
  try {
    return await work({ if: `<${line.urlOf(path)}/> (${token})` });
  } finally {
    // It ends by itself when this fails, and the work is what counts.
    await line.send("UNLOCK", path, { headers: { "lock-token": token } }).catch(() => {});
  }
}
