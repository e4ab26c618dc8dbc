import { AGREEMENT_SENDER, AGREEMENT_TEXT, AGREEMENT_TITLE } from "./agreement";
import { ASSESSMENT, ASSESSMENT_ASSIGNMENTS, ASSESSMENT_TEXT, STATUSES } from "./assessment";
import { momentOf } from "./calendar";
import { FOLLOW_UPS } from "./follow-up";
import { adoptStrategy, countOn, followUpOfLastYear, followUpUnderWay } from "./follow-up-story";
import { GOAL_PAPER_PUBLISHER, GOAL_PAPER_TITLE, goalPaperDraft, goalPaperFinal } from "./goal-paper";
import { ANSWERS, ASSIGNMENTS, HEARING, HEARING_TEXT } from "./hearing";
import { LAST_YEAR, LAST_YEAR_ASSIGNMENTS, LAST_YEAR_TEXT, OUTCOMES } from "./last-year";
import { DEMO_PEOPLE } from "./people";
import {
  clauseNamed,
  importPaper,
  itIs,
  type Matter,
  openMatter,
  type Paper,
  personIn,
  type Stage,
  write,
} from "./stage";
import { talkAboutIt } from "./talk";

/** Everything that has happened in the demo municipality, in the order in which it happened. */
export async function tellStory(stage: Stage): Promise<void> {
  const answered = await hearingOfLastYear(stage);
  const spring = { sent: "04-02", approved: "04-04", filed: "04-07" };
  await approveAndFile(stage, answered, { note: LAST_YEAR.note, on: spring });
  await noteOutcomes(stage, answered);
  const strategyId = await adoptStrategy(stage);
  const { matter, measured } = await followUpOfLastYear(stage, strategyId);
  const autumn = { sent: "09-22", approved: "09-26", filed: "09-30" };
  await approveAndFile(stage, matter, { note: FOLLOW_UPS.note, on: autumn });
  await countOn(stage, measured);
  await readNews(stage);
  await assessmentUnderWay(stage);
  await followUpUnderWay(stage, strategyId, measured);
  await hearingUnderWay(stage);
}

async function hearingOfLastYear(stage: Stage): Promise<Matter> {
  const { year, lastYear } = stage.calendar;
  const draft = goalPaperDraft(year - 1);
  itIs(stage, lastYear("03-03"), "09:20");
  const versionId = await importPaper(stage, goalPaper(`Udkast ${year - 1}`, "faelles-maal-udkast.md", draft));
  itIs(stage, lastYear("03-04"), "10:05");
  const { title, kle, caseSerial } = LAST_YEAR;
  const call = { kind: "hearing", versionId, title, sender: GOAL_PAPER_PUBLISHER, kle, deadlineTime: "12:00" } as const;
  const deadline = lastYear("03-24");
  const matter = await openMatter(
    stage,
    { ...call, deadline: lastYear("04-11"), caseNumber: `${year - 1}-${caseSerial}` },
    LAST_YEAR_ASSIGNMENTS.map((share) => ({ ...share, deadline })),
  );
  await writeAll(stage, matter, LAST_YEAR_TEXT, (index) => lastYear(`03-${11 + 2 * index}`));
  return matter;
}

/** What the demo municipality files hearings under. */
const FACET = "K02";

type Approving = { note: string; on: { sent: string; approved: string; filed: string } };

async function approveAndFile(stage: Stage, { responseId }: Matter, { note, on }: Approving): Promise<void> {
  const { doors, person, calendar } = stage;
  itIs(stage, calendar.lastYear(on.sent), "13:40");
  const sent = { approverId: person("direktoer").id, note };
  const reviewId = await doors.reviews.send(person("tovholder"), responseId, sent);
  itIs(stage, calendar.lastYear(on.approved), "08:55");
  const { rounds } = await doors.reviews.page(person("direktoer"), responseId);
  await doors.reviews.approve(person("direktoer"), reviewId, { sha256: rounds[0]?.sha256 ?? "" });
  itIs(stage, calendar.lastYear(on.filed), "09:30");
  await doors.kle.chooseFacet(person("admin"), { facet: FACET });
  const { approved, suggested } = await doors.exports.page(person("journal"), responseId);
  if (!approved) throw new Error(`Expected an approved version of response ${responseId}; found none.`);
  await doors.exports.file(person("journal"), approved.versionId, "docx");
  await doors.exports.file(person("journal"), approved.versionId, "pdf");
  const filingId = await doors.exports.requestFiling(person("journal"), responseId, suggested);
  await doors.exports.deliver({ filingId });
}

/** The sender has answered: what it made of each remark. */
async function noteOutcomes(stage: Stage, { responseId }: Matter): Promise<void> {
  const { doors, person, calendar } = stage;
  itIs(stage, calendar.lastYear("06-12"), "10:10");
  const { remarks } = await doors.outcomes.page(person("tovholder"), responseId);
  for (const { of, ...made } of OUTCOMES) {
    const remark = remarks.find(({ text }) => text.startsWith(of));
    if (!remark) throw new Error(`Expected a remark that begins "${of}"; found none.`);
    await doors.outcomes.record(person("tovholder"), responseId, { blockId: remark.blockId, ...made });
  }
}

/** Whatever people were told of last year they have read. */
async function readNews(stage: Stage): Promise<void> {
  const { doors, person, calendar } = stage;
  itIs(stage, calendar.lastYear("11-26"), "15:30");
  const until = momentOf(calendar.lastYear("11-26"), "15:30").toISOString();
  for (const { key } of DEMO_PEOPLE) await doors.notices.markAllRead(person(key), { until });
}

async function assessmentUnderWay(stage: Stage): Promise<void> {
  const { year, ago, ahead } = stage.calendar;
  itIs(stage, ago(30), "11:10");
  const versionId = await importPaper(
    stage,
    goalPaper(`Endelig ${year}`, "faelles-maal-endelig.md", goalPaperFinal(year - 1)),
  );
  itIs(stage, ago(27), "09:45");
  const { title, kle, caseSerial } = ASSESSMENT;
  const call = { kind: "assessment", versionId, title, sender: GOAL_PAPER_PUBLISHER, kle } as const;
  const deadline = ahead(21);
  const matter = await openMatter(
    stage,
    { ...call, deadline: ahead(35), caseNumber: `${year}-${caseSerial}` },
    ASSESSMENT_ASSIGNMENTS.map((share) => ({ ...share, deadline })),
  );
  await writeAll(stage, matter, ASSESSMENT_TEXT, (index) => ago(22 - 2 * index));
  itIs(stage, ago(17), "13:30");
  await sayHowFar(stage, matter);
}

async function sayHowFar(stage: Stage, matter: Matter): Promise<void> {
  const { doors, center: centerOf } = stage;
  for (const { by, center, goal, ...said } of STATUSES) {
    const place = { clauseId: clauseNamed(matter.clauses, goal).id, centerId: centerOf(center) };
    await doors.goals.say(await personIn(stage, matter, by), matter.consultationId, { ...place, ...said });
  }
}

async function hearingUnderWay(stage: Stage): Promise<void> {
  const { year, ago, ahead } = stage.calendar;
  itIs(stage, ago(14), "08:40");
  const head = { title: AGREEMENT_TITLE, publisher: AGREEMENT_SENDER, label: `Udkast ${year}` };
  const fileName = "samarbejdsaftale-udkast.md";
  const versionId = await importPaper(stage, { ...head, kind: "agreement", fileName, text: AGREEMENT_TEXT });
  itIs(stage, ago(13), "09:15");
  const { title, kle, caseSerial, deadlineTime } = HEARING;
  const call = { kind: "hearing", versionId, title, sender: AGREEMENT_SENDER, kle, deadlineTime } as const;
  const days = { overdue: ago(2), next: ahead(1), later: ahead(6) };
  const matter = await openMatter(
    stage,
    { ...call, deadline: ahead(14), caseNumber: `${year}-${caseSerial}` },
    ASSIGNMENTS.map((share) => ({ ...share, deadline: days[share.deadline] })),
  );
  await writeAll(stage, matter, HEARING_TEXT, (index) => ago(Math.max(1, 11 - index)));
  await answerInOtherWords(stage, matter);
  await talkAboutIt(stage, matter);
}

/** What the centers have said without writing: nothing to remark, not relevant, still at it. */
async function answerInOtherWords(stage: Stage, matter: Matter): Promise<void> {
  const { doors, person, center: centerOf, calendar } = stage;
  itIs(stage, calendar.ago(1), "14:20");
  for (const { by, center, clause, answer } of ANSWERS) {
    const clauseId = clauseNamed(matter.clauses, clause).id;
    await doors.links.answer(person(by), matter.consultationId, { clauseId, centerId: centerOf(center), answer });
  }
}

type Passages = typeof HEARING_TEXT;

async function writeAll(stage: Stage, matter: Matter, passages: Passages, dayOf: (index: number) => string) {
  for (const [index, passage] of passages.entries()) {
    itIs(stage, dayOf(index), hourOf(index));
    await write(stage, matter, passage);
  }
}

/** Later with every passage, so that two days that fall on one Friday keep their order. */
function hourOf(index: number): string {
  return `${10 + Math.floor(index / 3)}:${15 + 20 * (index % 3)}`;
}

function goalPaper(label: string, fileName: string, text: string): Paper {
  return { title: GOAL_PAPER_TITLE, kind: "goal-paper", publisher: GOAL_PAPER_PUBLISHER, label, fileName, text };
}
