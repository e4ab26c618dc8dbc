import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * A network between page and server that can fall silent: connections stay open, new ones are accepted, and not a byte
 * comes through. What was silent once stays silent; only connections made afterwards carry again.
 */
export async function startSilentNetwork(target: string) {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const state = { isSilent: false, swallowed: 0 };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const line = { isDead: state.isSilent };
    const pass = (to: Socket) => (bytes: Buffer) => {
      line.isDead ||= state.isSilent;
      if (line.isDead) state.swallowed += bytes.length;
      else to.write(bytes);
    };
    near.on("data", pass(far));
    far.on("data", pass(near));
    const ends: [Socket, Socket][] = [
      [near, far],
      [far, near],
    ];
    for (const [from, to] of ends) {
      open.add(from);
      from.on("error", () => {});
      from.on("close", () => {
        open.delete(from);
        // Whoever is left on a dead line does not hear of it.
        if (!line.isDead && !state.isSilent) to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    silence: () => {
      state.isSilent = true;
    },
    carry: () => {
      state.isSilent = false;
    },
    get swallowed() {
      return state.swallowed;
    },
    stop: () => {
      for (const socket of open) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
