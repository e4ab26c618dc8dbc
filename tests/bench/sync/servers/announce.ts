import { writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { Session } from "node:inspector/promises";
import type { AddressInfo } from "node:net";
import type { Asked, ServerFigures } from "../messages";

/** Tells the bench the port, answers what it asks, and ends when it lets go. */
export function announce(port: number, loads: () => Record<string, number> = () => ({})): void {
  const session = new Session();
  process.on("message", async (asked: Asked) => {
    if (asked.type === "profile") await profile(session);
    if (asked.type === "write-profile") await writeProfile(session, asked.file);
    const figures: ServerFigures = { cpu: process.cpuUsage(), memory: process.memoryUsage(), loads: loads() };
    process.send?.(figures);
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ port });
}

/** From now on, without the start: what is compiled and loaded then says nothing of the load. */
async function profile(session: Session): Promise<void> {
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 500 });
  await session.post("Profiler.start");
}

async function writeProfile(session: Session, file: string): Promise<void> {
  const { profile } = await session.post("Profiler.stop");
  await writeFile(file, JSON.stringify(profile));
  session.disconnect();
}

export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", 1024, resolve));
  const address = server.address() as AddressInfo;
  return address.port;
}
