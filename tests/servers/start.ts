import { spawn } from "node:child_process";
import { connect, createServer, type Socket } from "node:net";

export type Started = { port: number; stop: () => Promise<void>; output: () => string };

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Somebody else's server in the foreground; here when it takes connections, gone when it is stopped. */
export async function startServer(program: string, args: readonly string[], port: number): Promise<Started> {
  let output = "";
  let ended: string | null = null;
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const isGone = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    // Not "close": a session that is still open holds on to what it would print to.
    child.on("exit", (code) => resolve(`exit ${code}`));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await isGone;
  };
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  isGone.then((how) => {
    ended = how;
    process.off("exit", kill);
  });
  while (!(await listens(port))) if (ended) throw new Error(`${program} did not start (${ended}): ${output}`);
  return { port, stop, output: () => output };
}

/** Waits a moment by itself when nobody is there. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, "127.0.0.1");
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => setTimeout(resolve, 20, false));
  });
}
