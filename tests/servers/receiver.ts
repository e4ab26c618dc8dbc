import { createServer, type IncomingHttpHeaders } from "node:http";

type Received = { path: string; headers: IncomingHttpHeaders; body: string };
export type Receiver = {
  url: string;
  /** What came in, in order. */
  received: Received[];
  /** The next answers: statuses, or "nothing" for none at all; then 204. */
  answers: (number | "nothing")[];
  /** What it says beside its statuses (but 204). */
  says: string | Uint8Array;
  stop: () => Promise<void>;
};

/** Somebody else's server that is told what has happened. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: Receiver["answers"] = [];
  const receiver: Pick<Receiver, "says"> = { says: "x".repeat(100_000) };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() });
      const answer = answers.shift() ?? 204;
      if (answer === "nothing") return request.socket.destroy();
      response.writeHead(answer, answer < 400 && answer >= 300 ? { location: "/elsewhere" } : {});
      response.end(answer === 204 ? "" : receiver.says);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(receiver, { url: `http://127.0.0.1:${port}`, received, answers, stop });
}
