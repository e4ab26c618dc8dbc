import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { ServerBuild } from "@remix-run/node";
import type { Context } from "hono";

/** Vite as middleware, for `npm run dev`: modules and HMR on the same port as everything else. */
export async function startVite() {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    loadBuild: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    before: (context: Context<{ Bindings: HttpBindings }>, next: () => Promise<void>) =>
      new Promise<Response | undefined>((resolve, reject) => {
        const { incoming, outgoing } = context.env;
        outgoing.once("finish", () => resolve(RESPONSE_ALREADY_SENT));
        vite.middlewares(incoming, outgoing, () => next().then(() => resolve(undefined), reject));
      }),
  };
}
