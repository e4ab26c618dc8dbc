import { afterAll, beforeAll, expect, test } from "vitest";
import { type HearingWorld, hearingWorld, neighbour, textWritten, writes } from "../../tests/world/hearing";
import type { Sketch } from "../../tests/world/source";
import { createSearch } from "./index";
import type { Asked, Hit, Part, Search } from "./shapes";

const AGREEMENT: Sketch[] = [
  [
    "section",
    "Indlæggelse",
    "",
    [
      ["clause", "Besked", "Afdelingen giver kommunen besked om borgere med et rusmiddelproblem."],
      ["clause", "Kontakt", "Kommunen har en kontaktperson for ældre medborgere."],
    ],
  ],
  [
    "section",
    "Udskrivning",
    "",
    [
      ["clause", "Varsling", "Der varsles tre dage før hjemsendelse."],
      ["clause", "Plan", "Der aftales en genoptræningsplan."],
    ],
  ],
];

let world: HearingWorld;
let hearing: Awaited<ReturnType<typeof textWritten>>;
let doors: Search;
let blocks: Record<string, string>;

const SAID = {
  drugs: "Center for Social bemærker, at rusmidler kræver en fælles indsats mellem sygehus og kommune.",
  elderly: "ÆLDREPLEJEN skal have besked senest tre dage før udskrivning; borgere/pårørende informeres samtidig.",
  signs: "Prisen er <b>steget</b> & vi siger “nej” til 50 % -2027- og C:\\stien 'her'.",
};

beforeAll(async () => {
  world = await hearingWorld(AGREEMENT);
  doors = createSearch(world);
  hearing = await textWritten(world);
  const { people, centers, called } = world;
  const linked = (heading: string, center: string) => ({ kind: "clause" as const, id: called(heading), center });
  const say = (viewer: typeof people.sune, text: string, ...links: ReturnType<typeof linked>[]) =>
    writes(world, viewer, hearing.documentId, text, links);
  blocks = {
    drugs: await say(people.sune, SAID.drugs, linked("Besked", centers.social), linked("Besked", centers.elderly)),
    elderly: await say(people.elsa, SAID.elderly, linked("Varsling", centers.elderly)),
    signs: await say(people.elsa, SAID.signs),
  };
});
afterAll(() => world.close());

const ask = (query: string, more: Partial<Asked> = {}) => doors.search(world.people.lise, { query, ...more });
const plain = (parts: Part[]) => parts.map(({ text }) => text).join("");
const marked = (hit: Hit | undefined) => [...(hit?.title ?? []), ...(hit?.text ?? [])].filter(({ isHit }) => isHit);
const markedWords = (hit: Hit | undefined) => marked(hit).map(({ text }) => text);
const nameOf = (hit: Hit) =>
  hit.kind === "remark" ? `remark ${plain(hit.text).slice(0, 10)}` : `${hit.kind} ${plain(hit.title)}`;
const foundBy = async (query: string, more: Partial<Asked> = {}) => (await ask(query, more)).hits.map(nameOf);

test("[Q2] inflections are found first, then beginnings, then words that are nearly those asked for", async () => {
  const { hits } = await ask("rusmidler");
  expect(hits.map((hit) => [hit.kind, hit.way])).toEqual([
    ["remark", "stem"],
    ["clause", "near"],
  ]);
  expect(markedWords(hits[0])).toEqual(["rusmidler"]);
  expect(markedWords(hits[1])).toEqual(["rusmiddelproblem"]);
  expect((await ask("genopt")).hits.map((hit) => [nameOf(hit), hit.way])).toEqual([["clause 2 Plan", "beginning"]]);
});

test.each(["rusmidlre", "rusmider", "rusmiddler", "RUSMIDLER"])("[Q2] %s finds rusmidler", async (typed) => {
  expect(await foundBy(typed)).toContain("remark Center for");
});

test.each(["ældreplejen", "Ældreplejen", "ÆLDREPLEJE", "ælreplejen"])(
  "[Q2] %s finds ÆLDREPLEJEN, æ being a letter",
  async (typed) => {
    expect(await foundBy(typed)).toContain("remark ÆLDREPLEJE");
  },
);

test("[Q2] of words that are nearly those asked for, the closest come first", async () => {
  expect(await foundBy("rusmidlre")).toEqual(["remark Center for", "clause 1 Besked"]);
});

test("[Q2] a part of a compound is found, and words that a stroke or a quote parts", async () => {
  expect(await foundBy("borgere")).toContain("clause 2 Kontakt");
  expect(await foundBy("pårørende")).toEqual(["remark ÆLDREPLEJE"]);
  expect(await foundBy("nej")).toContain("remark Prisen er ");
  expect(await foundBy("2027")).toContain("remark Prisen er ");
});

test("[Q3] all words must be there; between quotes in just that order and form", async () => {
  expect(await foundBy("besked udskrivning")).toEqual(["remark ÆLDREPLEJE"]);
  expect(await foundBy('"tre dage før"')).toEqual(expect.arrayContaining(["clause 1 Varsling", "remark ÆLDREPLEJE"]));
  expect(await foundBy('"tre dage før hjemsendelse"')).toEqual(["clause 1 Varsling"]);
  expect(await foundBy('"tre dag før"')).toEqual([]);
  expect(await foundBy("”senest tre dage” udskrivning")).toEqual(["remark ÆLDREPLEJE"]);
});

test.each([
  "",
  " ",
  '"',
  '""',
  "'",
  "!",
  "& | !",
  ":*",
  "<->",
  "a & !b",
  "'; drop table clause; --",
  "\\",
  "%",
  "_",
  "(((",
  "foo:bar*",
  "\0",
  "😀",
])("[Q3] %j is answered, and finds nothing", async (typed) => {
  expect((await ask(typed)).hits).toEqual([]);
});

test("[Q3] what cannot be searched for says why", async () => {
  expect(await ask("  ")).toMatchObject({ unsearched: "nothing-asked", total: 0, page: 1, pages: 1 });
  expect(await ask("og i")).toMatchObject({ unsearched: "only-small-words", hits: [] });
  expect(await ask("zebra")).toMatchObject({ unsearched: null, hits: [] });
  expect((await ask("å")).hits).toEqual([]);
});

test("[Q3] of a pasted text the first 500 characters count, and a paragraph finds itself", async () => {
  expect(await foundBy(SAID.drugs)).toEqual(["remark Center for"]);
  expect(await foundBy(`"${SAID.drugs}"`)).toEqual(["remark Center for"]);
  expect((await ask("x".repeat(5000))).query).toHaveLength(500);
  expect(await foundBy('rusmidler "fælles indsats')).toEqual(["remark Center for"]);
});

test("[Q2] the words come back as they were written, in parts", async () => {
  const [hit] = (await ask("steget")).hits;
  expect(plain(hit!.text)).toBe(SAID.signs);
  expect(markedWords(hit)).toEqual(["steget"]);
});

test("[Q3] filters: kind, year, center, source; what is none filters nothing", async () => {
  const { centers } = world;
  expect(await foundBy("besked", { kind: "clause" })).toEqual(["clause 1 Besked"]);
  expect(await foundBy("besked", { kind: "remark" })).toEqual(["remark ÆLDREPLEJE"]);
  expect(await foundBy("rusmidler", { center: centers.social })).toEqual(["remark Center for"]);
  expect(await foundBy("rusmidler", { center: centers.youth })).toEqual([]);
  const { choices, filters } = await ask("rusmidler", { year: "x", center: "1", source: "'", kind: "all" });
  expect(filters).toEqual({ year: "", center: "", source: "", kind: "", stance: "" });
  expect(choices).toMatchObject({ years: [2026], sources: [{ title: "Samarbejdsaftale" }] });
  expect(await foundBy("rusmidler", { source: choices.sources[0]!.id, year: "2026" })).toHaveLength(2);
  expect(await foundBy("rusmidler", { year: "2025" })).toEqual([]);
  expect(await foundBy("rusmidler", { source: crypto.randomUUID() })).toEqual([]);
});

test("[Q2] sources and responses are found by title, number and sender, and say where they stand", async () => {
  expect(await foundBy("samarbejdsaftalen")).toEqual(
    expect.arrayContaining(["source Samarbejdsaftale", "response Høring om samarbejdsaftalen"]),
  );
  expect((await ask("HS-2026-0001")).hits).toMatchObject([{ kind: "response", responseId: hearing.responseId }]);
  const [remark] = (await ask("rusmidler")).hits;
  expect(remark).toMatchObject({
    kind: "remark",
    responseId: hearing.responseId,
    blockId: blocks.drugs,
    centers: ["Social", "Ældre"],
    clauses: ["1"],
  });
});

test("[Q1] entries follow the words: reworded, moved, unlinked and deleted paragraphs, and clauses", async () => {
  const { sql } = world;
  const at = { documentId: hearing.documentId, block: blocks.signs! };
  await sql`update paragraph set text = 'Noget om giraffer' where document_id = ${at.documentId} and block_id = ${at.block}`;
  expect(await foundBy("steget")).toEqual([]);
  expect(await foundBy("giraf")).toEqual(["remark Noget om g"]);
  await sql`insert into paragraph_link (document_id, block_id, target_kind, target_id, center_id) values
    (${at.documentId}, ${at.block}, 'clause', ${world.called("Plan")}, ${world.centers.youth})`;
  expect(await foundBy("giraf", { center: world.centers.youth })).toHaveLength(1);
  await sql`delete from paragraph_link where center_id = ${world.centers.youth}`;
  expect(await foundBy("giraf", { center: world.centers.youth })).toEqual([]);
  await sql`update document set state = 'deleted' where id = ${at.documentId}`;
  expect(await foundBy("giraf")).toEqual([]);
  expect(await doors.remarks(world.people.lise, [world.called("Besked")])).toEqual([]);
  await sql`update document set state = 'active' where id = ${at.documentId}`;
  expect(await foundBy("giraf")).toHaveLength(1);
  await sql`update clause set heading = 'Elefanter' where id = ${world.called("Plan")}`;
  expect(await foundBy("elefant")).toEqual(["clause 2 Elefanter"]);
});

test("[Q1] made anew, the entries are those the triggers kept", async () => {
  const { sql } = world;
  const rows = () =>
    sql`select holder, part, kind, municipality_id, at, terms::text from search_entry order by holder, part`;
  const before = await rows();
  await sql`select search_rebuild()`;
  expect(await rows()).toEqual(before);
});

test("[Q4] no more than 200 are ranked, twenty a page; a page beyond the last is the last", async () => {
  const { sql } = world;
  await sql`insert into paragraph (document_id, block_id, position, kind, text, heading)
    select ${hearing.documentId}, 'many-' || n, 1000 + n, 'paragraph', 'Flodhest nummer ' || n, '' from generate_series(1, 230) n`;
  const first = await ask("flodhest");
  expect(first).toMatchObject({ total: 200, isBounded: true, page: 1, pages: 10 });
  const all = await Promise.all(Array.from({ length: 10 }, (_, index) => ask("flodhest", { page: index + 1 })));
  expect(new Set(all.flatMap(({ hits }) => hits.map(({ id }) => id))).size).toBe(200);
  expect((await ask("flodhest", { page: 99 })).page).toBe(10);
  expect((await ask("flodhest", { page: -1 })).page).toBe(1);
  await sql`delete from paragraph where block_id like 'many-%'`;
});

test("[Q4] many words find the same whether few or very many texts have them all, the newest years first, and nothing else", async () => {
  const { sql } = world;
  const plant = (
    from: number,
    to: number,
  ) => sql`insert into paragraph (document_id, block_id, position, kind, text, heading)
    select ${hearing.documentId}, 'herd-' || n, 2000 + n, 'paragraph', 'Zebraer giraffer antiloper næsehorn nummer ' || n, '' from generate_series(${from}::int, ${to}::int) n`;
  await plant(1, 3);
  const asked = "zebraer giraffer antiloper næsehorn";
  expect(await ask(asked)).toMatchObject({ total: 3, isBounded: false });
  expect(await ask(`${asked} nummer`)).toMatchObject({ total: 3 });
  expect(await ask(`${asked} flodhest`)).toMatchObject({ total: 0 });
  expect(await ask(asked, { kind: "clause" })).toMatchObject({ total: 0 });
  expect(await ask(asked, { year: "2001" })).toMatchObject({ total: 0 });
  await plant(4, 4200);
  expect(await ask(asked)).toMatchObject({ total: 200, isBounded: true });
  await sql`delete from paragraph where block_id like 'herd-%'`;
});

test("[Q5] a clause has the remarks ever linked to it, once each, with all its centers", async () => {
  const { people, called } = world;
  expect(await doors.remarks(people.sune, [called("Besked"), called("Kontakt"), "none"])).toMatchObject([
    {
      blockId: blocks.drugs,
      clauseIds: [called("Besked")],
      centers: ["Social", "Ældre"],
      text: SAID.drugs,
      status: "writing",
      userKey: "HS-2026-0001",
    },
  ]);
  expect(await doors.remarks(people.sune, [])).toEqual([]);
});

test("[Q6] who reads hearings searches; who keeps the house does not; a neighbour's words are not there", async () => {
  const there = await neighbour(world);
  await writes(world, there.people.sune, there.documentId, "Naboens næsehorn", []);
  const { people } = world;
  for (const viewer of [people.tove, people.sune, people.lars, people.dorte, people.jens, people.lise, people.ras]) {
    const { hits } = await doors.search(viewer, { query: "rusmidler" });
    expect(hits.map(({ kind }) => kind)).toEqual(["remark", "clause"]);
    expect((await doors.search(viewer, { query: "næsehorn" })).hits).toEqual([]);
    expect(await doors.remarks(viewer, [there.called("Besked")])).toEqual([]);
  }
  for (const viewer of [people.rita, people.adam]) {
    await expect(doors.search(viewer, { query: "rusmidler" })).rejects.toMatchObject({ code: "not-for-your-role" });
    expect(await doors.remarks(viewer, [world.called("Besked")])).toEqual([]);
  }
  const [found] = (await doors.search(there.people.lise, { query: "næsehorn" })).hits;
  expect(found).toMatchObject({ kind: "remark", responseId: there.responseId });
  expect((await doors.search(there.people.lise, { query: "rusmidler" })).hits).toEqual([]);
});
