import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Viewer } from "../server/identity/viewer";

type Asked = { context: AppLoadContext; request: Request };

/** As thrown by server/errors.ts; the class itself lives in the other bundle. */
class SignedOut extends Error {
  override readonly name = "Refusal";
  readonly kind = "forbidden";
  readonly code = "session-expired";
  readonly fields = {};
  readonly status = 401;
}

/**
 * Who asks, or the way to the sign-in page. A form that is sent after the session ran out is answered on its own page
 * (code `session-expired`), so nothing that was typed is lost.
 */
export function requireViewer({ context, request }: Asked): Viewer {
  if (context.viewer) return context.viewer;
  if (request.method !== "GET") throw new SignedOut();
  const { pathname, search } = new URL(request.url);
  const here = `${pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/")}${search}`;
  throw redirect(here === "/" ? "/log-ind" : `/log-ind?til=${encodeURIComponent(here)}`);
}

const HERE = "http://here.invalid";

/** Where to go after signing in: a path of ours, never another site. Read as a browser reads it: it skips tabs and turns backslashes. */
export function safePath(path: string | null): string {
  if (!path?.startsWith("/") || !URL.canParse(path, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(path, HERE);
  // "/.//elsewhere" is a path of ours until it stands alone.
  return origin === HERE && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : "/";
}
