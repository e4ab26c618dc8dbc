import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import mammoth from "mammoth";
import { afterAll, expect, test } from "vitest";
import * as Y from "yjs";
import { textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import type { DocumentId } from "../../db/ids";
import { type HearingWorld, hearingForm, hearingWorld } from "../../tests/world/hearing";
import type { Sketch } from "../../tests/world/source";
import { documentIn, replay } from "../document-store";
import type { Viewer } from "../identity/viewer";
import { docxOf } from "./docx/write";
import { letterOf } from "./letter/letter";
import { factsOf, versionToExport } from "./queries";

const MODEL = fileURLToPath(
  new URL("../../../shared/seeds/002-opfoelgning-paa-sundhedsstrategien-2018.txt", import.meta.url),
);

let world: HearingWorld | undefined;
afterAll(() => world?.close());

test("[M10] [M13] [M14] [M16] [M17] the real memo is rebuilt: its goals, initiatives, order, text by two centers, and figures", async (context) => {
  if (!existsSync(MODEL)) return context.skip("../shared/seeds is not beside the repository");
  const original = readFileSync(MODEL, "utf8");
  const model = modelOf(original);
  expect([model.areas.length, model.goals.length, model.initiatives.length]).toEqual([3, 8, 10]);
  world = await hearingWorld(sketchesOf(model));
  world.clock.at = new Date("2018-03-15T09:00:00Z");
  const { id, responseId } = await followed(world, model);
  const figures = await boblberg(world, id, original);
  await typed(world, responseId, model);
  const seen = await inWord(world, responseId);

  expect(seen.all("h1")).toEqual(model.areas);
  expect(seen.all("h2")).toEqual(model.goals.map(({ name }) => `Mål: ${name}`));
  expect(seen.all("h3")).toEqual(model.initiatives.map(({ title }) => title));
  const letters = lettersOf(original);
  const places = model.initiatives.map(({ text }) => letters.indexOf(lettersOf(text)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  for (const { text } of model.initiatives) expect(lettersOf(seen.text)).toContain(lettersOf(text));
  const { users, share, from, to, answered, wanted, before } = figures;
  for (const line of [
    `Brugere – ${users} 8. marts 2018 ${before} (7. december 2017)`,
    `Andel af borgere over 14 år ${from}–${to} % ${share} % 8. marts 2018 –`,
    `Andel, der får svar mindst ${wanted} % ${answered} % 8. marts 2018 –`,
    "Ansvarlig: Center for Social. Periode: 2018. Frist: inden sommerferien.",
  ])
    expect(seen.text).toContain(line);
});

type Model = {
  areas: string[];
  goals: { area: string; name: string }[];
  initiatives: { goal: string; title: string; text: string }[];
};

/** Where a page begins, its text does with a space; a call-out, which names the area of its page, stands at its end. */
const PAGE = /\n (?=\S)/;
const CALL_OUT = /\n([^\n]+)\n\s*\nOverordnede mål/;

/** The memo's own structure. */
function modelOf(original: string): Model {
  const model: Model = { areas: [], goals: [], initiatives: [] };
  for (const page of original.split(PAGE)) {
    const [rest = "", area] = page.split(CALL_OUT);
    if (area) model.areas.push(plain(area));
    for (const words of rest.split(/\n\s*\n/).map(plain)) read(words, model);
  }
  return model;
}

function read(words: string, model: Model): void {
  const goal = model.goals.at(-1);
  const last = model.initiatives.at(-1);
  if (words.startsWith("Mål: ")) model.goals.push({ area: model.areas.at(-1) ?? "", name: words.slice(5) });
  else if (!goal || words === "" || /^http/.test(words)) return;
  else if (last?.goal !== goal.name || (/^\p{Lu}/u.test(words) && words.length <= 40 && !/[.:]$/.test(words)))
    model.initiatives.push({ goal: goal.name, title: words, text: "" });
  else if (last.text === "") last.text = words;
}

function sketchesOf({ areas, goals }: Model): Sketch[] {
  const goalsOf = (area: string) => goals.filter((goal) => goal.area === area);
  return areas.map(
    (area): Sketch => ["section", area, "", goalsOf(area).map(({ name }): Sketch => ["goal", name, ""])],
  );
}

/** What is added later stands later. */
function tick(): void {
  if (world) world.clock.at = new Date(world.clock.at.getTime() + 60_000);
}

const isElderly = (index: number) => index % 2 === 1;

/** Goals and initiatives turn by turn Social's and Ældre's. */
async function followed(
  { people, centers, consultations, initiatives, responses, called }: HearingWorld,
  model: Model,
) {
  const id = await consultations.open(people.tove, hearingForm(world!, { kind: "follow-up", deadline: "2018-04-20" }));
  for (const centerId of [centers.social, centers.elderly])
    await consultations.assign(people.tove, id, {
      clauseId: model.goals.map(({ name }) => called(name)),
      centerId,
      deadline: "2018-04-10",
    });
  for (const [index, { goal, title }] of model.initiatives.entries()) {
    tick();
    await initiatives.add(people.tove, id, {
      clauseId: called(goal),
      centerId: isElderly(index) ? centers.elderly : centers.social,
      title,
      ...(/^\p{Lu}\p{L}+\.dk$/u.test(title) ? { period: "2018", deadline: "inden sommerferien" } : {}),
    });
  }
  return { id, responseId: await responses.start(people.tove, id) };
}

async function boblberg({ people, initiatives }: HearingWorld, id: string, original: string) {
  const words = plain(original);
  const found = (pattern: RegExp) => pattern.exec(words)?.slice(1) ?? [];
  const [users = "", share = ""] = found(/(\d+) brugere svarende til ([\d,]+) %/);
  const [from = "", to = ""] = found(/mellem (\d+)-(\d+) procent/);
  const [more = ""] = found(/steget med (\d+) siden/);
  const [answered = "", wanted = ""] = found(/Mere end (\d+) procent .{0,60}Målsætningen er (\d+) procent/);
  expect([users, share, from, to, answered, wanted]).toEqual(["323", "2,04", "1", "3", "75", "50"]);
  const before = String(Number(users) - Number(more));
  const board = await initiatives.board(people.tove, id);
  const of = board!.initiatives.find(({ deadline }) => deadline !== "")!;
  const say = async (form: Record<string, string>, ...figures: [string, string][]) => {
    tick();
    const indicatorId = await initiatives.addIndicator(people.tove, id, of.id, form);
    for (const [value, day] of figures) await initiatives.say(people.tove, id, indicatorId, { value, day });
  };
  await say({ name: "Brugere" }, [users, "2018-03-08"], [before, "2017-12-07"]);
  const target = { unit: "%", targetFrom: from, targetTo: to };
  await say({ name: "Andel af borgere over 14 år", ...target }, [share, "2018-03-08"]);
  await say({ name: "Andel, der får svar", unit: "%", targetFrom: wanted }, [answered, "2018-03-08"]);
  return { users, share, from, to, answered, wanted, before };
}

/** Each center's people write under their own headings, as the sync server would commit it. */
async function typed({ people, documents, responses }: HearingWorld, responseId: string, model: Model): Promise<void> {
  const { documentId } = await responses.page(people.tove, responseId);
  for (const [index, { title, text }] of model.initiatives.entries())
    await types(documents, isElderly(index) ? people.elsa : people.sune, documentId, { title, text });
}

type Typed = { title: string; text: string };

async function types(documents: HearingWorld["documents"], viewer: Viewer, id: DocumentId, { title, text }: Typed) {
  const loaded = await documents.load(id);
  const doc = replay(loaded!.updates);
  const before = Y.encodeStateVector(doc);
  const { blocks } = readDocument(doc);
  const at = blocks.findIndex((block) => block.type === "block" && block.kind === "heading" && textOf(block) === title);
  const block = doc.getXmlFragment("body").get(at + 1);
  if (block instanceof Y.XmlElement) block.insert(0, [new Y.XmlText(text)]);
  const payload = Y.encodeStateAsUpdate(doc, before);
  const update = { payload, origin: "client" as const, userId: viewer.id, sessionId: viewer.sessionId, claim: null };
  await documents.append(new Map([[id, { epoch: loaded!.epoch, updates: [update] }]]));
}

/** Approved, and the Word file as a reader gets it. */
async function inWord({ db, people, reviews, id: municipalityId }: HearingWorld, responseId: string) {
  const reviewId = await reviews.send(people.tove, responseId, { approverId: people.lars.id, holesAccepted: "yes" });
  const [round] = (await reviews.page(people.lars, responseId)).rounds;
  await reviews.approve(people.lars, reviewId, { sha256: round!.sha256 });
  const found = await versionToExport(db, municipalityId, round!.versionId);
  const text = documentIn(found.version);
  const letter = letterOf(text, await factsOf(db, found, text), { references: "none" });
  expect(letter.kind).toBe("Udvalgsnotat");
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(await docxOf(letter)) },
    {
      styleMap: ["p[style-name='Title'] => p.title:fresh"],
    },
  );
  const all = (tag: string) =>
    [...value.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "g"))].map(([, inner = ""]) => plain(inner));
  return { all, text: plain(value) };
}

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, "");
}
