import type { LoaderFunctionArgs } from "@remix-run/node";
import { param } from "~/answering";

const HEADERS = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

/** For calendars, which have no session: whoever knows the address is shown what it shows. [H20] */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const fed = await context.services.calendar.feed(param(params, "file"), context.ip);
  if (fed === "not-there") return new Response("", { status: 404, headers: HEADERS });
  if (fed === "too-often") return new Response("", { status: 429, headers: { ...HEADERS, "Retry-After": "900" } });
  return new Response(fed.file, { headers: { ...HEADERS, "Content-Type": "text/calendar; charset=utf-8" } });
}
