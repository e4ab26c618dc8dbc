import type { IndicatorId, SourceVersionId } from "../../db/ids";
import { FOLLOW_UP_ASSIGNMENTS, FOLLOW_UP_BEFORE, FOLLOW_UP_NOW, FOLLOW_UPS, INITIATIVES, STATUSES } from "./follow-up";
import { type Call, clauseNamed, importPaper, itIs, type Matter, openMatter, type Stage, write } from "./stage";
import { STRATEGY_PUBLISHER, STRATEGY_TITLE, strategy } from "./strategy";

/** What each initiative is measured by, by its title. */
type Measured = Map<string, IndicatorId>;
type Day = (typeof INITIATIVES)[number]["figures"][number]["day"];

export async function adoptStrategy(stage: Stage): Promise<SourceVersionId> {
  const { year, lastYear } = stage.calendar;
  itIs(stage, lastYear("08-12"), "10:20");
  return importPaper(stage, {
    title: STRATEGY_TITLE,
    kind: "goal-paper",
    publisher: STRATEGY_PUBLISHER,
    label: `Vedtaget ${year - 1}`,
    fileName: "sundhedsstrategi.md",
    text: strategy(year - 1),
  });
}

/** Last year's: its initiatives added, measured, and written of. */
export async function followUpOfLastYear(
  stage: Stage,
  versionId: SourceVersionId,
): Promise<{ matter: Matter; measured: Measured }> {
  const { lastYear, year } = stage.calendar;
  const measured: Measured = new Map();
  itIs(stage, lastYear("08-18"), "09:10");
  const [title, caseNumber] = [FOLLOW_UPS.title(year - 1), `${year - 1}-${FOLLOW_UPS.serialBefore}`];
  const call = callOf(versionId, { title, deadline: lastYear("10-10"), caseNumber });
  const shares = FOLLOW_UP_ASSIGNMENTS.map((share) => ({ ...share, deadline: lastYear("09-19") }));
  const matter = await openMatter(stage, call, shares, (hearing) => begin(stage, hearing, measured));
  itIs(stage, lastYear("09-15"), "13:05");
  await figures(stage, measured, ["spring", "autumn"]);
  await statuses(stage, matter, "before");
  for (const passage of FOLLOW_UP_BEFORE) await write(stage, matter, passage);
  return { matter, measured };
}

/** When last year's was filed, the next figures came. */
export async function countOn(stage: Stage, measured: Measured): Promise<void> {
  itIs(stage, stage.calendar.lastYear("11-25"), "11:45");
  await figures(stage, measured, ["winter"]);
}

/** This one: figures have come since, one center has written, the other has not. */
export async function followUpUnderWay(stage: Stage, versionId: SourceVersionId, measured: Measured): Promise<void> {
  const { year, ago, ahead } = stage.calendar;
  itIs(stage, ago(17), "14:05");
  const [title, caseNumber] = [FOLLOW_UPS.title(year), `${year}-${FOLLOW_UPS.serialNow}`];
  const call = callOf(versionId, { title, deadline: ahead(40), caseNumber });
  const shares = FOLLOW_UP_ASSIGNMENTS.map((share) => ({ ...share, deadline: ahead(25) }));
  const matter = await openMatter(stage, call, shares);
  itIs(stage, ago(17), "15:10");
  await figures(stage, measured, ["lately"]);
  await statuses(stage, matter, "now");
  for (const passage of FOLLOW_UP_NOW) await write(stage, matter, passage);
}

function callOf(versionId: SourceVersionId, matter: Pick<Call, "title" | "deadline" | "caseNumber">): Call {
  const { sender, kle } = FOLLOW_UPS;
  return { kind: "follow-up", versionId, sender, kle, ...matter };
}

async function begin(stage: Stage, { consultationId, clauses }: Omit<Matter, "responseId">, measured: Measured) {
  const { doors, person, center, calendar } = stage;
  for (const [index, { by, goal, indicator, title, period, deadline, center: whose }] of INITIATIVES.entries()) {
    // They are listed in the order in which they came.
    itIs(stage, calendar.lastYear("08-18"), `09:${20 + index}`);
    const form = { clauseId: clauseNamed(clauses, goal).id, centerId: center(whose), title, period, deadline };
    const id = await doors.initiatives.add(person(by), consultationId, form);
    measured.set(title, await doors.initiatives.addIndicator(person(by), consultationId, id, indicator));
  }
}

/** Said when they came. */
async function figures({ doors, person, calendar }: Stage, measured: Measured, which: readonly Day[]): Promise<void> {
  const days: Record<Day, string> = {
    spring: calendar.lastYear("05-29"),
    autumn: calendar.lastYear("09-11"),
    winter: calendar.lastYear("11-20"),
    lately: calendar.ago(18),
  };
  for (const { by, title, figures: own } of INITIATIVES) {
    const indicator = measured.get(title);
    for (const { day, value } of own.filter((one) => which.includes(one.day)))
      if (indicator) await doors.initiatives.count(person(by), indicator, { day: days[day], value });
  }
}

type Said = (typeof STATUSES)[number]["before"] | undefined;

async function statuses({ doors, person, center }: Stage, { consultationId, clauses }: Matter, when: "before" | "now") {
  for (const { by, center: whose, goal, ...said } of STATUSES) {
    const status: Said = said[when];
    const place = { clauseId: clauseNamed(clauses, goal).id, centerId: center(whose) };
    if (status) await doors.goals.say(person(by), consultationId, { ...place, status });
  }
}
