import { type AddressInfo, createConnection, createServer, type Socket } from "node:net";

/** A way to the database that a test can cut: `url` leads there through a port of ours. */
export type DatabaseLine = {
  url: string;
  /** Cuts what is connected, and refuses whoever comes, as when the database is stopped. */
  refuse(): Promise<void>;
  /** Nothing goes through any more and nobody is told, as when the network is gone. */
  hang(): void;
  restore(): Promise<void>;
  /** How many are connected to the database. */
  connections(): number;
  close(): Promise<void>;
};

export async function databaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isHanging = false;
  const server = createServer((near) => {
    near.on("error", () => near.destroy());
    if (isHanging) return;
    const far = createConnection(targetOf(databaseUrl));
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.pipe(other);
      one.on("error", () => one.destroy());
      one.on("close", () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
  });
  const open = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const refuse = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const [near, far] of pairs) for (const socket of [near, far]) socket.destroy();
    return closed;
  };
  await open(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: through(databaseUrl, port),
    refuse,
    hang: () => {
      isHanging = true;
      for (const [near, far] of pairs) for (const socket of [near, far]) socket.unpipe().pause();
    },
    restore: async () => {
      isHanging = false;
      if (!server.listening) await open(port);
    },
    connections: () => pairs.size,
    close: async () => {
      if (server.listening) await refuse();
    },
  };
}

/** Where the database itself is: a socket in a folder (`?host=/path`), or a host and a port. */
export function targetOf(databaseUrl: string) {
  const { hostname, port, searchParams } = new URL(databaseUrl);
  const folder = searchParams.get("host");
  return folder ? { path: `${folder}/.s.PGSQL.${port || "5432"}` } : { host: hostname, port: Number(port || 5432) };
}

export function through(databaseUrl: string, port: number): string {
  const address = new URL(databaseUrl);
  address.searchParams.delete("host");
  address.host = `127.0.0.1:${port}`;
  return address.href;
}
