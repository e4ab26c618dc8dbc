import type { ClientActionFunctionArgs } from "@remix-run/react";
import { type Answer, valuesOf } from "~/refusals";

/** Where nobody is reached the page stays, with what was done on it, and says so. */
export async function sendOrSay({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const answer: Answer = { refusal: { code: "not-reached", fields: {} }, values: valuesOf(form) };
    // With this status nothing is asked for anew, which would fail too. Remix keeps that of a Response alone.
    return Response.json(answer, { status: 422 });
  }
}
