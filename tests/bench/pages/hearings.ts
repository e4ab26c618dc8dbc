import type { CenterId, ClauseId, ConsultationId, DocumentId, ResponseId } from "../../../db/ids";
import { at, type Chance, day } from "./chance";
import type { Rows } from "./rows";
import type { Hearing, Stage } from "./shapes";
import type { Line, Sources, Version } from "./sources";
import { text } from "./texts";
import type { Town } from "./towns";

const YEARS_BACK = 10 * 365;
/** So many are under way in the fullest municipality; the others have as large a part of theirs. */
const OPEN_SHARE = 0.07;
const STAGES: readonly Stage[] = ["in-review", "approved", "not-started", "writing", "writing", "approved", "writing"];

/** A town's hearings of ten years, the newest first. The first three are those whose coverage is measured. */
export async function hearings(rows: Rows, draw: Chance, given: { town: Town; sources: Sources; count: number }) {
  const { town, sources, count } = given;
  const open = Math.max(7, Math.round(count * OPEN_SHARE));
  const made: Hearing[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const stage = nth < 4 ? "writing" : nth < open ? (STAGES[(nth - 4) % STAGES.length] ?? "writing") : "filed";
    const due = nth < open ? 70 - Math.round((nth * 75) / open) : -Math.round(((nth - open + 1) * YEARS_BACK) / count);
    made.push(await hearing(rows, draw, { ...given, nth, stage, due, line: lineOf(sources, nth) }));
  }
  return { town, hearings: made };
}

/** Every tenth hearing is on the agreement that is revised each year, every fiftieth an assessment of the goals. */
function lineOf(sources: Sources, nth: number): Line {
  if (nth === 0) return sources.large;
  if (nth === 1) return sources.middle;
  if (nth % 50 === 2) return sources.goals;
  if (nth % 10 === 3) return sources.long;
  return sources.others[nth % sources.others.length] ?? sources.middle;
}

type Wanted = { town: Town; nth: number; stage: Stage; due: number; line: Line };

async function hearing(rows: Rows, draw: Chance, { town, nth, stage, due, line }: Wanted): Promise<Hearing> {
  const kind = line.kind === "goal-paper" ? "assessment" : "hearing";
  const year = new Date(at(due)).getFullYear();
  const version = versionAt(line, due);
  const id = draw.id<ConsultationId>();
  await rows.add("consultation", {
    ...{ id, municipality_id: town.id, kind, title: draw.title(), sender: "Region Eksempel", version_id: version.id },
    ...{ deadline: day(due), deadline_time: null, case_number: `${year}-${nth}`, kle: "29.30.00" },
    ...{ user_key: `${kind === "hearing" ? "HS" : "VU"}-${year}-${String(nth).padStart(4, "0")}` },
    ...{ coordinator_id: town.coordinator, created_at: at(due - 60), plan_template: "two-rounds", revision: 0 },
    plan_confirmed_at: at(due - 59),
  });
  const isWide = nth < 3 || kind === "assessment";
  const centers = isWide ? town.centers : town.centers.slice(nth % 6, (nth % 6) + 6);
  const begun =
    stage === "not-started" ? null : { responseId: draw.id<ResponseId>(), documentId: draw.id<DocumentId>() };
  const of: Hearing = {
    ...{ id, kind, stage, version, centers, due, by: town.coordinator },
    ...(begun ?? { responseId: null, documentId: null }),
  };
  await plan(rows, draw, of);
  await assignments(rows, draw, of, isWide ? centers.length : 3);
  await text(rows, draw, town, of);
  return of;
}

/** The version that was the newest then; what is under way is on the newest there is. */
function versionAt({ versions }: Line, due: number): Version {
  const age = due > 0 ? 0 : Math.floor((-due / YEARS_BACK) * versions.length);
  const version = versions[Math.max(0, versions.length - 1 - age)];
  if (!version) throw new Error("Expected a source to have a version.");
  return version;
}

const STEPS = ["draft", "comments", "second-round", "center-manager", "director", "sent"];

async function plan(rows: Rows, draw: Chance, { id, stage, due, by }: Hearing): Promise<void> {
  for (const [index, kind] of STEPS.entries()) {
    const ahead = due - (STEPS.length - index) * 5;
    const done =
      stage === "filed" || ahead < 0 ? { done_at: at(ahead), done_by: by } : { done_at: null, done_by: null };
    await rows.add("plan_step", { id: draw.id(), consultation_id: id, kind, day: day(ahead), revision: 0, ...done });
  }
}

/** Each clause to so many of the centers; of three cells one has been answered without text, of a filed hearing all. */
async function assignments(rows: Rows, draw: Chance, of: Hearing, perClause: number): Promise<void> {
  for (const [row, clause] of of.version.clauses.entries())
    for (let nth = 0; nth < perClause; nth += 1) {
      const center = of.centers[(row + nth) % of.centers.length];
      const place = { consultation_id: of.id, clause_id: clause, center_id: center };
      const given = { deadline: day(of.due - 15 + (row % 5)), is_owner: false };
      await rows.add("assignment", { ...place, ...given, assigned_by: of.by, assigned_at: at(of.due - 58) });
      if (of.kind === "assessment") await goal(rows, draw, of, place);
      else if (draw.below(3) === 0)
        await rows.add("answer", {
          ...place,
          answer: answerOf(draw),
          answered_by: of.by,
          answered_at: at(of.due - 20),
        });
    }
}

function answerOf(draw: Chance): string {
  return draw.oneOf(["no-remarks", "no-remarks", "not-relevant", "in-work"]);
}

type Place = { consultation_id: ConsultationId; clause_id: ClauseId; center_id: CenterId | undefined };

async function goal(rows: Rows, draw: Chance, { due, by }: Hearing, place: Place): Promise<void> {
  const status = draw.oneOf(["planned", "in-progress", "partly-met", "met", "not-relevant"]);
  const said = { status, next_step: draw.sentence(), due: day(due + 200), set_by: by, set_at: at(due - 10) };
  await rows.add("goal_status", { ...place, ...said });
}
