import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import type { Role, Viewer } from "../server/identity/viewer";
import type { Services } from "../server/services";
import type { Place } from "../server/standing";
import { asAnswer, throwAsResponse } from "./refusals";
import { requireViewer } from "./session";

export type Asked = { services: Services; viewer: Viewer; request: Request; params: Readonly<Params>; url: URL };
type Params = Record<string, string | undefined>;

/**
 * A loader: who is there, one question to the services. A refusal becomes the page of its status.
 * `loads(({ services, viewer, params }) => services.consultations.page(viewer, idIn(params)))`
 */
export function loads<Page>(read: (asked: Asked) => Promise<Page> | Page) {
  return async ({ context, request, params }: LoaderFunctionArgs): Promise<Page> => {
    const person = requireViewer({ context, request });
    try {
      const viewer = await whoIsHere(context.services, person, params);
      return await read({ services: context.services, viewer, request, params, url: new URL(request.url) });
    } catch (error) {
      throw throwAsResponse(error);
    }
  };
}

/** An action: who is there, one command. A refusal comes back to the form together with what was typed. */
export function acts<Done>(run: (asked: Asked & { form: FormData }) => Promise<Done>) {
  return async ({ context, request, params }: ActionFunctionArgs) => {
    const form = await formOf(request);
    try {
      const viewer = await whoIsHere(context.services, requireViewer({ context, request }), params);
      return await run({ services: context.services, viewer, request, params, url: new URL(request.url), form });
    } catch (error) {
      return asAnswer(error, form);
    }
  };
}

/**
 * The action of a route without a page, which pages ask by themselves: a refusal is answered as JSON with its own status,
 * where Remix would say 200. `app/taken.ts` reads it.
 */
export function actsAlone<Done>(run: (asked: Asked & { form: FormData }) => Promise<Done>) {
  const act = acts(run);
  return (args: ActionFunctionArgs) => act(args).then(asResponse, (thrown) => Promise.reject(asResponse(thrown)));
}

/**
 * The address says where somebody stands: inside a hearing that their municipality is a guest of, they are who they are
 * there. One place for all routes, so that none forgets it. [J11]
 */
async function whoIsHere(services: Services, viewer: Viewer, params: Readonly<Params>): Promise<Viewer> {
  const place = placeIn(params);
  return place ? services.consultations.guests.viewerAt(viewer, place) : viewer;
}

/** The parameters of routes inside a hearing have names that no other route uses. */
function placeIn({ id, responseId, attachmentId, letterId }: Readonly<Params>): Place | null {
  if (responseId !== undefined) return { responseId };
  if (attachmentId !== undefined) return { attachmentId };
  if (letterId !== undefined) return { letterId };
  return id === undefined ? null : { consultationId: id };
}

/** What Remix's `data` has put together, as it says it is. */
function asResponse<Answer>(answer: Answer): Answer | Response {
  if (typeof answer !== "object" || answer === null || !("init" in answer) || !("data" in answer)) return answer;
  const { data: said, init } = answer as { data: unknown; init: ResponseInit | null }; // Only `data` makes both.
  return Response.json(said, init ?? {});
}

/** What a page of ours sends is a form. Anything else, or one cut short, is refused plainly. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw data({ code: "not-a-form" }, { status: 400 });
  }
}

/** A part of the path that the route's own name promises. */
export function param(params: Params, name: string): string {
  return params[name] ?? "";
}

/** A text field of a form that decides which command is meant. */
export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

export function holds(viewer: Viewer, role: Role): boolean {
  return viewer.roles.some((held) => held.role === role);
}

/** Auditors and administrators keep the house; hearings are not for them, and so not in their menu. [D10] */
export function readsHearings(viewer: Viewer): boolean {
  return viewer.roles.some(({ role }) => role !== "auditor" && role !== "administrator");
}
