import { afterAll, beforeAll, expect, test } from "vitest";
import { paragraphsIn } from "../../app/document-model/comment-anchors";
import { type HearingWorld, hearingWorld, textSent, textWritten } from "../../tests/world/hearing";
import type { Viewer } from "../identity/viewer";
import { createJobs } from "../jobs";
import { createLog } from "../log";
import { createNotices } from "../notices";
import { createComments } from ".";
import type { ThreadCommand } from "./shapes";

let world: HearingWorld;
let comments: ReturnType<typeof createComments>;
beforeAll(async () => {
  world = await hearingWorld();
  const jobs = createJobs({ databaseUrl: world.url, log: createLog("silent") });
  const notices = createNotices({ ...world, jobs });
  comments = createComments({ ...world, notices, onAmended: () => {} });
});
afterAll(() => world.close());

const id = () => crypto.randomUUID();

const STATES = {
  writing: textWritten,
  "in-review": textSent,
  approved: async (of: HearingWorld) => {
    const text = await textSent(of);
    await of.reviews.approve(of.people.lars, text.reviewId, { sha256: text.sha256 });
    return text;
  },
};

const COMMANDS: readonly (ThreadCommand | "start")[] = [
  "start",
  "reply",
  "edit",
  "take-back",
  "assign",
  "must-be-solved",
  "resolve",
  "reopen",
  "attach",
];

/** What a role is answered: null when it may. */
function expected(viewer: Viewer, state: keyof typeof STATES): string | null {
  const role = viewer.roles[0]?.role;
  if (role === "auditor" || role === "administrator") return "not-found";
  if (role === "reader") return "may-not-comment";
  return state === "approved" ? "approved" : null;
}

async function answerTo(run: Promise<unknown>): Promise<string | null> {
  try {
    await run;
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

test.each(Object.keys(STATES) as (keyof typeof STATES)[])(
  "[K3] who may do what to a comment while the text is %s",
  async (state) => {
    const { people } = world;
    const { responseId, documentId } = await STATES[state](world);
    const loaded = await world.documents.load(documentId);
    const [blockId] = [...paragraphsIn(loaded!.doc)].find(([, { text }]) => text === "Vi støtter forslaget.")!;
    const place = { blockId, quote: "støtter", place: "3" };
    const found: string[] = [];
    for (const viewer of Object.values(people)) {
      const own = { threadId: id(), commentId: id(), comment: "Et spørgsmål", ...place };
      const theirs = state === "approved" ? null : await startedBy(viewer, responseId, own);
      for (const command of COMMANDS) {
        const form = { ...place, commentId: command === "reply" ? id() : own.commentId };
        const more = { comment: "Andet", assignedTo: people.elsa.id, isSo: "yes" };
        const run =
          command === "start"
            ? comments.start(viewer, responseId, { ...own, threadId: id(), commentId: id() })
            : comments.act(viewer, theirs ?? (await anyThread(responseId)), command, { ...form, ...more });
        const answer = await answerTo(run);
        const wanted = expected(viewer, state);
        // In an approved text nobody has begun one: there a thread is not found before anything else is asked.
        const isRight = state === "approved" && command !== "start" ? answer !== null : answer === wanted;
        if (!isRight) found.push(`${viewer.name} ${command}: ${answer}, expected ${wanted}`);
      }
    }
    expect(found).toEqual([]);
  },
);

/** The viewer's own thread where they may begin one, else Tove's with a comment of hers. */
async function startedBy(viewer: Viewer, responseId: string, form: { threadId: string }): Promise<string> {
  const isTheirs = (await answerTo(comments.start(viewer, responseId, form))) === null;
  if (!isTheirs) await comments.start(world.people.tove, responseId, form);
  return form.threadId;
}

async function anyThread(responseId: string): Promise<string> {
  const { page } = await comments.since(world.people.tove, responseId, null);
  return page?.threads[0]?.id ?? id();
}

test("[K3] everybody who reads hearings reads the comments, and is told whether they may comment", async () => {
  const { people } = world;
  const { responseId } = await textWritten(world);
  const seen: Record<string, boolean | string> = {};
  for (const [key, viewer] of Object.entries(people)) {
    try {
      seen[key] = (await comments.since(viewer, responseId, null)).page!.can.comment;
    } catch (error) {
      seen[key] = (error as { code: string }).code;
    }
  }
  const workers = ["tove", "sune", "elsa", "unni", "ras", "lars", "lone", "ulla", "dorte", "jens"];
  const rest = { lise: false, rita: "not-found", adam: "not-found" };
  expect(seen).toEqual({ ...Object.fromEntries(workers.map((key) => [key, true])), ...rest });
});
