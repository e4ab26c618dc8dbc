import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId, type ResponseId, type ReviewId } from "../../db/ids";
import { planForm, planned } from "../../tests/world/approval";
import { type HearingWorld, hearingWorld, neighbour, textWritten } from "../../tests/world/hearing";
import type { Role, Viewer } from "../identity/viewer";

/** docs/approval.md says what each command does in each state for whom; this holds the house to every cell of it. [A10] [D3] */
const DOC = readFileSync(join(import.meta.dirname, "../../docs/approval.md"), "utf8");
const STATES = ["written", "first", "second", "approved", "filed", "returned", "reopened"] as const;
const COMMANDS = ["plan", "send", "approve", "return", "reopen", "day ends"] as const;
type State = (typeof STATES)[number];
type Command = (typeof COMMANDS)[number];
type Text = { responseId: ResponseId; reviewId: ReviewId; sha256: string };

let world: HearingWorld;
let cast: Record<string, Viewer>;
beforeAll(async () => {
  world = await hearingWorld();
  cast = await casting();
}, 60_000);
afterAll(() => world.close());

/** The rows of the table under a command's heading: who → what comes of it in each state. */
function tableOf(command: Command): [string, string[]][] {
  const [, section = ""] = DOC.split(`\n### ${command}\n`);
  const lines =
    section
      .split("\n### ")[0]
      ?.split("\n")
      .filter((line) => line.startsWith("|")) ?? [];
  const rows = lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
  expect(rows[0]?.slice(1)).toEqual([...STATES]);
  return rows.slice(2).map(([who = "", ...cells]) => [who, cells]);
}

async function casting(): Promise<Record<string, Viewer>> {
  const { people, reviews } = world;
  const also = async (viewer: Viewer, role: Role): Promise<Viewer> => {
    await world.sql`insert into membership (id, user_id, role) values (gen_random_uuid(), ${viewer.id}, ${role})`;
    return { ...viewer, roles: [...viewer.roles, { role, center: null }] };
  };
  const sender = await also(people.tove, "manager");
  const delegate = await also(people.elsa, "manager");
  const period = { firstDay: "2026-03-02", lastDay: "2026-03-31" };
  await reviews.delegate(people.lars, { toId: delegate.id, ...period });
  await reviews.delegate(people.dorte, { toId: sender.id, ...period });
  return {
    "the sender, to whom the second has handed theirs": sender,
    "another coordinator": await also(people.unni, "coordinator"),
    "the first approver": people.lars,
    "the first one's substitute": people.lone,
    "whoever the first has handed it to": delegate,
    "the second approver": people.dorte,
    "another manager": await also(people.ulla, "manager"),
    "the only author, who manages too": await also(people.sune, "manager"),
    "a case officer": people.jens,
    "a reader": people.lise,
    "an auditor": people.rita,
    "an administrator": people.adam,
    "a coordinator next door": (await neighbour(world)).people.tove,
    nobody: people.lise,
  };
}

const planOf = () =>
  planForm(
    {
      approver: cast["the first approver"]!,
      substitute: cast["the first one's substitute"]!,
      due: "2026-03-02",
      isTacit: true,
    },
    { approver: cast["the second approver"]! },
  );

/** A text brought to that state by the shortest way. */
async function brought(state: State): Promise<Text> {
  const { reviews, people } = world;
  world.clock.at = new Date("2026-03-02T09:00:00Z");
  const { responseId } = await textWritten(world);
  if (state === "written") return { responseId, reviewId: newId<ReviewId>(), sha256: "none" };
  await reviews.plan(people.tove, responseId, planOf());
  const { reviewId, sha256 } = await planned(world, responseId);
  const text = { responseId, reviewId, sha256 };
  if (state === "returned") await reviews.giveBack(people.lars, reviewId, { reason: "Nej" });
  if (state === "reopened") await reviews.reopen(people.tove, responseId, { reason: "Vent" });
  if (["second", "approved", "filed"].includes(state)) await reviews.approve(people.lars, reviewId, { sha256 });
  if (["approved", "filed"].includes(state)) await reviews.approve(people.dorte, reviewId, { sha256 });
  if (state === "filed") await file(text);
  return text;
}

async function file({ reviewId }: Text): Promise<void> {
  await world.sql`insert into filing (id, response_id, version_id, adapter, metadata, state, requested_by, requested_at)
    select gen_random_uuid(), response_id, version_id, 'folder', '{}', 'filed', sent_by, sent_at from review where id = ${reviewId}`;
}

async function stateOf({ responseId }: Text): Promise<State> {
  const { status, rounds } = await world.reviews.page(world.people.lise, responseId);
  const [newest] = rounds;
  if (status === "in-review") return newest?.steps[0]?.state === "turn" ? "first" : "second";
  if (status !== "writing") return status;
  return newest?.state === "returned" || newest?.state === "reopened" ? newest.state : "written";
}

async function run(command: Command, viewer: Viewer, { responseId, reviewId, sha256 }: Text): Promise<unknown> {
  const { reviews, people } = world;
  switch (command) {
    case "plan":
      return reviews.plan(viewer, responseId, { ...planOf(), "isTacit.1": "" });
    case "send": {
      const { planStamp } = await reviews.page(people.lise, responseId);
      const to = { plan: planStamp, approverId: people.lars.id };
      return reviews.send(viewer, responseId, { ...to, holesAccepted: "yes" });
    }
    case "approve":
      return reviews.approve(viewer, reviewId, { sha256 });
    case "return":
      return reviews.giveBack(viewer, reviewId, { reason: "Nej" });
    case "reopen":
      return reviews.reopen(viewer, responseId, { reason: "Vent" });
    case "day ends":
      world.clock.at = new Date("2026-03-02T23:00:00Z");
      return reviews.lapse({ reviewId });
  }
}

/** The state it leads to ("→ second"), "stays", or the code of the refusal. */
async function outcomeOf(command: Command, viewer: Viewer, text: Text, state: State): Promise<string> {
  try {
    await run(command, viewer, text);
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  const now = await stateOf(text);
  return now === state ? "stays" : `→ ${now}`;
}

test("the document tells of every command, and of everybody in each", () => {
  for (const command of COMMANDS) {
    const who = tableOf(command).map(([name]) => name);
    expect(who).toEqual(command === "day ends" ? ["nobody"] : Object.keys(cast).filter((name) => name !== "nobody"));
    for (const [, cells] of tableOf(command)) expect(cells).toHaveLength(STATES.length);
  }
});

test.each(STATES)(
  "[A10] [A6] [D3] in the state %s each command does for each what is written",
  async (state) => {
    const index = STATES.indexOf(state);
    const found: string[] = [];
    const written: string[] = [];
    let text = await brought(state);
    for (const command of COMMANDS)
      for (const [who, cells] of tableOf(command)) {
        const outcome = await outcomeOf(command, cast[who]!, text, state);
        found.push(`${command}: ${who}: ${outcome}`);
        written.push(`${command}: ${who}: ${cells[index]}`);
        if (outcome.startsWith("→") || outcome === "stays") text = await brought(state);
      }
    expect(await stateOf(text)).toBe(state);
    expect(found).toEqual(written);
  },
  120_000,
);
