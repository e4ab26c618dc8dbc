import { data } from "@remix-run/node";
import { actsAlone, field, loads, param } from "~/answering";
import type { ThreadCommand } from "../../server/comments/shapes";

const COMMANDS: readonly ThreadCommand[] = [
  "reply",
  "edit",
  "take-back",
  "assign",
  "must-be-solved",
  "resolve",
  "reopen",
  "attach",
];

/** For the desk that stands open: what has been said since, or (`personer`) who can be mentioned. */
export const loader = loads(async ({ services: { comments }, viewer, params, url }) => {
  const responseId = param(params, "responseId");
  const called = url.searchParams.get("personer");
  const answer =
    called === null
      ? await comments.since(viewer, responseId, url.searchParams.get("siden"))
      : await comments.people(viewer, responseId, called);
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
});

export const action = actsAlone(async ({ services: { comments }, viewer, params, form }) => {
  const asked = field(form, "command");
  const threadId = field(form, "threadId");
  const command = COMMANDS.find((one) => one === asked);
  if (asked === "start") await comments.start(viewer, param(params, "responseId"), form);
  else if (command) await comments.act(viewer, threadId, command, form);
  else throw data({ code: "not-found" }, { status: 404 });
  return Response.json({ done: true });
});
