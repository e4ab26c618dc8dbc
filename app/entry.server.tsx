import { PassThrough } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { allParts } from "./components/apart";
import { NonceContext } from "./nonce";

const GIVE_UP_MS = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, log }: AppLoadContext,
): Promise<Response> {
  await allParts();
  return new Promise((resolve, reject) => {
    let current = status;
    const page = (
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remix} url={request.url} abortDelay={GIVE_UP_MS} nonce={nonce} />
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: current }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        current = 500;
        log.error({ err: error }, "a page did not render");
      },
    });
    setTimeout(abort, GIVE_UP_MS + 1000).unref();
  });
}

/** Faults end here, once. Refusals were answered before; a visitor who left is no fault. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(error) || (error instanceof Error && error.name === "Refusal")) return;
  context.log.error({ err: error, path: new URL(request.url).pathname }, "a request failed");
}
