import { and, eq, gte, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../db/client";
import { type DelegationId, isId, newId, type UserId } from "../../db/ids";
import { delegation, person } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import { isDay } from "../deadline";
import { notFound, Refusal } from "../errors";
import { hasRole, type Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { ReviewDeps } from "./deps";
import { managersOf } from "./queries";
import { wakeStandIn } from "./stand-in";

const day = z.string("missing").trim().min(1, "missing").refine(isDay, "not-a-day");
const DelegateForm = z.object({
  /** Whose; one's own where nothing is said. */
  fromId: z.string().default(""),
  toId: z.string("missing").min(1, "missing"),
  firstDay: day,
  lastDay: day,
});
type Given = z.output<typeof DelegateForm>;

/** For these days the one decides in the other's place: one's own absence, or, for an administrator, anybody's. [A12] */
export async function delegate(deps: ReviewDeps, viewer: Viewer, form: unknown): Promise<void> {
  const given = parse(DelegateForm, form);
  const fromId = given.fromId || viewer.id;
  if (fromId !== viewer.id && !hasRole(viewer, "administrator")) throw new Refusal("forbidden", "not-your-absence");
  await deps.db.transaction(async (tx) => {
    const pair = await judged(tx, viewer, { ...given, fromId }, danishDay(deps.clock.now()));
    // One absence of a person after the other: two at once could overlap.
    await tx.select({ id: person.id }).from(person).where(eq(person.id, pair.fromId)).for("no key update");
    const { firstDay, lastDay } = given;
    const [other] = await tx
      .select()
      .from(delegation)
      .where(and(eq(delegation.fromId, pair.fromId), isNull(delegation.endedAt), overlaps(given)))
      .limit(1);
    if (other && other.toId === pair.toId && other.firstDay === firstDay && other.lastDay === lastDay) return;
    if (other) throw new Refusal("invalid", "form", { firstDay: "overlaps-another" });
    const id = newId<DelegationId>();
    const row = { id, municipalityId: viewer.municipality.id, ...pair, firstDay, lastDay };
    await tx.insert(delegation).values({ ...row, givenBy: viewer.id, givenAt: deps.clock.now() });
    const data = { ...pair, firstDay, lastDay };
    await deps.audit.record(tx, actorOf(viewer), { event: "delegated", objectKind: "delegation", objectId: id, data });
    await wakeStandIn(deps, tx, { id, firstDay });
  });
}

const overlaps = ({ firstDay, lastDay }: Pick<Given, "firstDay" | "lastDay">) =>
  and(lte(delegation.firstDay, lastDay), gte(delegation.lastDay, firstDay));

/** Both are active managers of the municipality, and the days are days to come. */
async function judged(tx: Transaction, viewer: Viewer, { fromId, toId, firstDay, lastDay }: Given, today: string) {
  const managers = await managersOf(tx, viewer);
  const from = managers.find(({ id }) => id === fromId);
  const to = managers.find(({ id }) => id === toId);
  const wrong = {
    fromId: from ? null : "not-a-manager",
    toId: toId === fromId ? "delegate-is-self" : to ? null : "not-a-manager",
    lastDay: lastDay < firstDay ? "ends-before-it-begins" : lastDay < today ? "absence-passed" : null,
  };
  const problems = Object.entries(wrong).flatMap(([name, code]) => (code ? [[name, code]] : []));
  if (problems.length > 0 || !from || !to) throw new Refusal("invalid", "form", Object.fromEntries(problems));
  return { fromId: from.id satisfies UserId, toId: to.id satisfies UserId };
}

/** From now on it no longer holds; its row stays. Ended twice is ended once. */
export async function endDelegation(deps: ReviewDeps, viewer: Viewer, delegationId: string): Promise<void> {
  if (!isId<DelegationId>(delegationId)) throw notFound();
  await deps.db.transaction(async (tx) => {
    const isIt = and(eq(delegation.id, delegationId), eq(delegation.municipalityId, viewer.municipality.id));
    const [found] = await tx.select().from(delegation).where(isIt).for("update");
    if (!found) throw notFound();
    if (found.fromId !== viewer.id && !hasRole(viewer, "administrator"))
      throw new Refusal("forbidden", "not-your-absence");
    if (found.endedAt) return;
    await tx.update(delegation).set({ endedAt: deps.clock.now() }).where(isIt);
    const { fromId, toId } = found;
    const told = { event: "delegation-ended", objectKind: "delegation", objectId: found.id, data: { fromId, toId } };
    await deps.audit.record(tx, actorOf(viewer), told);
  });
}
