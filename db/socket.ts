import { createConnection, type Socket } from "node:net";

/** As postgres.js says it: lists, of which ours have one element. */
type Server = { host: readonly string[]; port: readonly number[] };

/**
 * How a pool's connections are opened, instead of by postgres.js itself (3.4.9): that takes a server that accepts and
 * closes at once, as a proxy does whose database is away, for one to try again without end and without a pause, and the
 * query waits for ever. Here such a close is an error, as a refusal is.
 */
export function opener(path: string | undefined): (server: Server) => Socket {
  return ({ host: [host = "localhost"], port: [port = 5432] }) => {
    const socket = createConnection(path ? { path } : { host, port });
    // An error that comes before postgres.js listens must not end the process.
    socket.on("error", () => {});
    socket.once("end", () => {
      if (socket.bytesRead === 0)
        socket.destroy(new Error("Expected PostgreSQL to answer; the connection was closed."));
    });
    // What postgres.js sets on its own: the name that a certificate must be for, and what its errors tell.
    return Object.assign(socket, { host, port });
  };
}
