import { type AddressInfo, createConnection, createServer } from "node:net";
import { targetOf, through } from "../../world/database-line";

/** A way to the database that counts the statements that go through it. */
export async function countedLine(databaseUrl: string) {
  let count = 0;
  const server = createServer((near) => {
    const far = createConnection(targetOf(databaseUrl));
    const counted = reader(() => {
      count += 1;
    });
    near.on("data", counted);
    near.pipe(far).pipe(near);
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on("error", () => one.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = through(databaseUrl, (server.address() as AddressInfo).port);
  return { url, count: () => count, close: () => server.close() };
}

const EXECUTE = "E".charCodeAt(0);
const QUERY = "Q".charCodeAt(0);

/** Of what a client sends: the first message has no kind, the others a letter before their length. */
function reader(onStatement: () => void) {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      if (!isFirst && (rest[0] === EXECUTE || rest[0] === QUERY)) onStatement();
      isFirst = false;
      rest = rest.subarray(end);
    }
  };
}
