import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerFigures } from "../messages";

/** Tells the bench the port, answers what it asks, and ends when it lets go. */
export function announce(port: number, loads: () => Record<string, number> = () => ({})): void {
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    const figures: ServerFigures = { cpuMicroseconds: user + system, memory: process.memoryUsage(), loads: loads() };
    process.send?.(figures);
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ port });
}

export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", 1024, resolve));
  const address = server.address() as AddressInfo;
  return address.port;
}
