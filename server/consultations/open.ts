import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { z } from "zod";
import { isAboutGoals } from "../../app/document-model/goals";
import type { Transaction } from "../../db/client";
import { type ConsultationId, isId, newId, type SourceVersionId, type UserId } from "../../db/ids";
import { clause, consultation, municipality, source, sourceVersion } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { isCoordinator } from "../standing/rules";
import type { ConsultationDeps } from "./deps";
import { OpenForm } from "./forms";
import { bestTemplate, propose } from "./plan/propose";
import { writePlan } from "./plan/steps";
import { coordinatorsOf } from "./proposal";
import { nextUserKey } from "./rules";
import type { ConsultationKind } from "./shapes";

/** Opens a hearing or an assessment on an accepted source, and gives it its number. [H1] [H2] */
export async function open(deps: ConsultationDeps, viewer: Viewer, form: unknown): Promise<ConsultationId> {
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const given = parse(OpenForm, form);
  const today = danishDay(deps.clock.now());
  if (given.deadline < today) throw new Refusal("invalid", "form", { deadline: "deadline-passed" });
  const wrong = await deps.kle.wrongWith(viewer.municipality.id, { kle: given.kle }, today);
  if (wrong["kle"]) throw new Refusal("invalid", "form", wrong);
  return deps.db.transaction(async (tx) => {
    const versionId = await acceptedVersion(tx, viewer, given.versionId);
    if (isAboutGoals(given.kind) && !(await hasGoals(tx, versionId)))
      throw new Refusal("invalid", "form", { versionId: "source-without-goals" });
    const coordinatorId = await coordinatorFor(tx, viewer, given.coordinatorId);
    const userKey = await freshUserKey(tx, viewer, given.kind, today.slice(0, 4));
    return write(deps, tx, viewer, { ...given, versionId, coordinatorId, userKey });
  });
}

type Opened = z.output<typeof OpenForm> & { versionId: SourceVersionId; coordinatorId: UserId; userKey: string };

async function write({ clock, audit, letters }: ConsultationDeps, tx: Transaction, viewer: Viewer, opened: Opened) {
  const id = newId<ConsultationId>();
  const { kind, versionId, userKey, deadline } = opened;
  await tx.insert(consultation).values({
    ...opened,
    id,
    municipalityId: viewer.municipality.id,
    createdAt: clock.now(),
  });
  if (opened.letterId) await letters.belongs(tx, viewer, opened.letterId, id);
  await proposePlan(tx, id, opened, danishDay(clock.now()));
  await audit.record(tx, actorOf(viewer), {
    event: "hearing-opened",
    objectKind: "consultation",
    objectId: id,
    data: { kind, versionId, userKey, deadline },
  });
  return id;
}

/** The fullest plan there is time for, proposed; with too little time for any, its page says so. [H12] */
async function proposePlan(tx: Transaction, id: ConsultationId, { deadline, deadlineTime }: Opened, today: string) {
  const end = { day: deadline, time: deadlineTime ?? null };
  const template = bestTemplate(today, end);
  const proposal = template && propose(template, today, end);
  if (template && proposal?.fits) await writePlan(tx, id, template, proposal.steps);
}

/** A field's refusal, not a 404: the choice came from a list that may have aged. */
async function acceptedVersion(tx: Transaction, viewer: Viewer, id: string): Promise<SourceVersionId> {
  const noSuchSource = new Refusal("invalid", "form", { versionId: "no-such-source" });
  if (!isId<SourceVersionId>(id)) throw noSuchSource;
  const isOurs = eq(source.municipalityId, viewer.municipality.id);
  const [found] = await tx
    .select({ id: sourceVersion.id })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(and(eq(sourceVersion.id, id), isNotNull(sourceVersion.acceptedAt), isOurs));
  if (!found) throw noSuchSource;
  return found.id;
}

/** An assessment without goals would have nothing to ask. [H2] */
async function hasGoals(tx: Transaction, versionId: SourceVersionId): Promise<boolean> {
  const isGoal = and(eq(clause.versionId, versionId), eq(clause.kind, "goal"), isNull(clause.joinedIntoId));
  return (await tx.$count(clause, isGoal)) > 0;
}

/** Whoever opens it leads it, unless another coordinator of the municipality is named. */
async function coordinatorFor(tx: Transaction, viewer: Viewer, id: string): Promise<UserId> {
  if (id === "" || id === viewer.id) return viewer.id;
  const found = (await coordinatorsOf(tx, viewer)).find((one) => one.id === id);
  if (!found) throw new Refusal("invalid", "form", { coordinatorId: "not-a-choice" });
  return found.id;
}

/** The municipality's row is the lock: two who open at once get two numbers. [H1] */
async function freshUserKey(tx: Transaction, viewer: Viewer, kind: ConsultationKind, year: string): Promise<string> {
  const { id } = viewer.municipality;
  await tx.select({ id: municipality.id }).from(municipality).where(eq(municipality.id, id)).for("no key update");
  const { userKey } = consultation;
  const inUse = await tx.select({ userKey }).from(consultation).where(eq(consultation.municipalityId, id));
  const keys = inUse.map((row) => row.userKey);
  return nextUserKey(kind, year, keys);
}
