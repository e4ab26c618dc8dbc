import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import mammoth from "mammoth";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { readDocument } from "../../app/document-model/read";
import type { CenterId, DocumentId } from "../../db/ids";
import { fileOf, form } from "../../tests/world/agreements";
import { type HearingWorld, hearingForm, hearingWorld } from "../../tests/world/hearing";
import { carriedTo } from "../carry-over";
import { replay } from "../document-store";
import { goalsSaid, withGoals } from "../goals";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { docxOf } from "./docx/write";
import { letterOf } from "./letter/letter";
import { draftFacts } from "./queries";

const seed = (name: string) => fileURLToPath(new URL(`../../../shared/seeds/${name}`, import.meta.url));
const PAPER = seed("001-kkr-maal-for-sundhed-2017.txt");
const MODEL = seed("000-vurdering-af-implementering.txt");

const AREAS = [
  "KKR-mål for fælles retning for akutfunktioner",
  "KKR-mål om akuttilbud til borgere i akut psykiatrisk tilstand",
  "KKR-mål for unges fysiske og mentale sundhed",
];

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

test("[H6] [M3] [M5] from the real goal paper comes the real assessment: its headings, goals and order", async (context) => {
  if (!existsSync(PAPER) || !existsSync(MODEL)) return context.skip("../shared/seeds is not beside the repository");
  const { people, centers, links, goals } = world;
  const { id, responseId, documentId, clauses } = await assessmentOf(PAPER);
  const goal = clauses.filter(({ kind }) => kind === "goal");
  expect(goal).toHaveLength(5);
  await fills(people.elsa, documentId, centers.elderly, "Akutteamet kører hele døgnet.");
  for (const { id: clauseId } of goal.slice(1))
    await goals.say(people.sune, id, { clauseId, centerId: centers.social, status: "not-current" });
  await goals.say(people.elsa, id, { clauseId: goal[0]?.id, centerId: centers.elderly, status: "in-progress" });
  expect((await links.coverage(people.tove, id)).holes).toBe(0);

  const seen = await inWord(responseId);
  expect(seen.headings).toEqual([...AREAS, "Udviklingsområder"]);
  expect(seen.questions).toHaveLength(4);
  expect(seen.questions[1]).toBe(
    "Hvordan arbejder Prøve Kommune aktuelt med akuttilbud til borgere i akut psykiatrisk tilstand:",
  );
  // The model has the same goals in the same order, under the same headings; how they are broken into lines is its own.
  const model = lettersOf(readFileSync(MODEL, "utf8"));
  const places = [AREAS[0], seen.goals[0], AREAS[1], ...seen.goals.slice(1, 3), AREAS[2], ...seen.goals.slice(3)].map(
    (words) => model.indexOf(lettersOf(words ?? "?")),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(seen.text).toContain("Akutteamet kører hele døgnet.");
  expect(seen.text.match(/Status: Ikke aktuelt i gang \(Center for Social, ansvarlig/g)).toHaveLength(4);
  expect(seen.areas).toHaveLength(3);
});

/** The first goal is Ældre's, the others and the areas are Social's. */
async function assessmentOf(path: string) {
  const { people, centers, agreements, consultations, responses } = world;
  const head = { title: "KKR-mål for sundhed", kind: "goal-paper", publisher: "KKR", label: "Endelig" };
  const versionId = await agreements.propose(
    people.tove,
    form({ ...head, file: fileOf(readFileSync(path), "maal.txt") }),
  );
  const { revision } = await agreements.proposal(people.tove, versionId);
  await agreements.accept(people.tove, versionId, { revision: String(revision) });
  const { clauses } = await agreements.version(people.tove, versionId);
  const id = await consultations.open(people.tove, hearingForm(world, { kind: "assessment", versionId }));
  const [first, ...others] = clauses.flatMap((one) => (one.kind === "goal" ? [one.id] : []));
  const give = (clauseId: unknown, centerId: CenterId) =>
    consultations.assign(people.tove, id, { clauseId, centerId, deadline: "2026-03-12" });
  await give(first, centers.elderly);
  await give(others, centers.social);
  const responseId = await responses.start(people.tove, id);
  const { documentId } = await responses.page(people.tove, responseId);
  return { id, responseId, documentId, clauses };
}

/** Typed into the first paragraph that is laid out for the center, as the sync server would commit it. */
async function fills(viewer: Viewer, documentId: DocumentId, center: CenterId, words: string): Promise<void> {
  const { documents, projections } = world;
  const loaded = await documents.load(documentId);
  const doc = replay(loaded!.updates);
  const before = Y.encodeStateVector(doc);
  const { blocks, links } = readDocument(doc);
  const at = blocks.findIndex(({ id }) => links[id]?.some((link) => link.center === center));
  const block = doc.getXmlFragment("body").get(at);
  if (block instanceof Y.XmlElement) block.insert(0, [new Y.XmlText(words)]);
  const payload = Y.encodeStateAsUpdate(doc, before);
  const update = { payload, origin: "client" as const, userId: viewer.id, sessionId: viewer.sessionId, claim: null };
  await documents.append(new Map([[documentId, { epoch: loaded!.epoch, updates: [update] }]]));
  await projections.refreshNow(documentId);
}

/** The draft's Word file as a reader gets it. */
async function inWord(responseId: string) {
  const { db, clock, people, documents } = world;
  const matter = await matterOfResponse(db, people.tove, responseId);
  const { consultation, response } = matter;
  const loaded = await documents.load(response.documentId);
  const carried = await carriedTo(db, consultation.versionId);
  const text = withGoals(readDocument(loaded!.doc), await goalsSaid(db, consultation, carried));
  const about = { text, title: response.title, municipality: "Prøve Kommune" };
  const bytes = await docxOf(letterOf(text, await draftFacts({ db, clock }, matter, about)));
  const styleMap = ["p[style-name='Quote'] => blockquote:fresh", "p[style-name='Title'] => p.title:fresh"];
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap });
  const all = (tag: string) =>
    [...value.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "g"))].map(([, inner = ""]) => plain(inner));
  return {
    headings: all("h1"),
    questions: all("h2"),
    goals: all("blockquote"),
    areas: all("li"),
    text: plain(value),
  };
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
