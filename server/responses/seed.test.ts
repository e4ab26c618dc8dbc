import { expect, test } from "vitest";
import { textOf } from "../../app/document-model/document";
import { isOutdated } from "../../app/document-model/quotes";
import { type CenterId, type ClauseId, type InitiativeId, newId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import { type SeedGround, seedOf } from "./seed";

type Sketch = [kind: ClauseRow["kind"], heading: string, text?: string, children?: Sketch[]];

function tree(sketches: readonly Sketch[], parentId: ClauseId | null = null, depth = 0): ClauseRow[] {
  return sketches.flatMap(([kind, heading, text = "", children = []]) => {
    const id = newId<ClauseId>();
    const row = { id, parentId, depth, kind, number: "1", heading, text, path: heading };
    return [row, ...tree(children, id, depth + 1)];
  });
}

const social = newId<CenterId>();
const elderly = newId<CenterId>();

function seeded(ground: Partial<SeedGround> & Pick<SeedGround, "kind" | "clauses">) {
  let made = 0;
  const usual = { municipality: "Prøve Kommune", given: [], answeredPer: "area", initiatives: [] } as const;
  return seedOf({ ...usual, ...ground }, () => `block${made++}`).text;
}

function written(ground: Parameters<typeof seeded>[0]): string[] {
  const document = seeded(ground);
  return document.blocks.map((block) => (block.type === "block" ? `${block.kind} ${textOf(block)}`.trim() : "table"));
}

const agreement = tree([
  ["section", "Indlæggelse", "", [["clause", "", "Der holdes møde."]]],
  ["section", "Udskrivning", "", [["section", "Varsling", "", [["clause", "", "Der varsles."]]]]],
  ["section", "Økonomi", "", [["clause", "", "Der betales."]]],
]);
const idOf = (text: string) => agreement.find((clause) => clause.text === text)!.id;

test("[H6] a hearing's text begins with general remarks, a heading for each section given out, and the signature", () => {
  const given = ["Der varsles.", "Der betales."].map((text) => ({ clauseId: idOf(text), centerId: social }));
  expect(written({ kind: "hearing", clauses: agreement, given })).toEqual([
    "heading Generelle bemærkninger",
    "paragraph",
    "heading Vedr. Udskrivning",
    "paragraph",
    "heading Vedr. Økonomi",
    "paragraph",
    "paragraph På vegne af Prøve Kommune",
  ]);
});

test("[H6] a paper that lies inside one section is headed by the sections of that one", () => {
  const clauses = tree([
    [
      "section",
      "Aftale",
      "",
      [
        ["section", "Mål", "", [["clause", "", "a"]]],
        ["section", "Midler", "", [["clause", "", "b"]]],
      ],
    ],
  ]);
  const given = clauses.filter(({ text }) => text === "b").map(({ id }) => ({ clauseId: id, centerId: social }));
  expect(written({ kind: "hearing", clauses, given })).toContain("heading Vedr. Midler");
});

test("[H6] nothing given out yet leaves general remarks and the signature", () => {
  expect(written({ kind: "hearing", clauses: agreement })).toHaveLength(3);
});

const goalPaper = tree([
  [
    "section",
    "Mål",
    "",
    [
      ["section", "KKR-mål for Unges trivsel", "", [["goal", "", "Flere unge trives."]]],
      [
        "section",
        "KKR-mål om IT-sikkerhed:",
        "",
        [
          ["goal", "Mål 2", ""],
          ["goal", "Mål 3", ""],
        ],
      ],
    ],
  ],
  ["area", "A", "Rusmidler"],
]);
const goal = (name: string) => goalPaper.find(({ heading, text }) => heading === name || text === name)!.id;

test("[H6] an assessment quotes each goal under its area, asks how the municipality works with it, and ends in the areas", () => {
  expect(written({ kind: "assessment", clauses: goalPaper })).toEqual([
    "heading KKR-mål for Unges trivsel",
    "quote Flere unge trives.",
    "heading Hvordan arbejder Prøve Kommune aktuelt med unges trivsel:",
    "paragraph",
    "heading KKR-mål om IT-sikkerhed:",
    "quote Mål 2",
    "quote Mål 3",
    "heading Hvordan arbejder Prøve Kommune aktuelt med IT-sikkerhed:",
    "paragraph",
    "heading Udviklingsområder",
    "bullet A",
    "heading Hvordan arbejder Prøve Kommune aktuelt med udviklingsområdet:",
    "paragraph",
    "paragraph På vegne af Prøve Kommune",
  ]);
});

test("[M3] each center that was given goals of an area has a paragraph there, linked to them, the owner's first", () => {
  const given = [
    { clauseId: goal("Mål 2"), centerId: elderly },
    { clauseId: goal("Mål 3"), centerId: elderly },
    { clauseId: goal("Mål 2"), centerId: social },
  ];
  const { blocks, links } = seeded({ kind: "assessment", clauses: goalPaper, given });
  const [first, second, ...none] = Object.entries(links);
  const link = (name: string, center: CenterId) => ({ kind: "clause", id: goal(name), center });
  expect(first?.[1]).toEqual([link("Mål 2", elderly), link("Mål 3", elderly)]);
  expect(second?.[1]).toEqual([link("Mål 2", social)]);
  expect(none).toEqual([]);
  const places = [first?.[0], second?.[0]].map((id) => blocks.findIndex((block) => block.id === id));
  expect(places[1]).toBe((places[0] ?? 0) + 1);
});

test("[M3] answered goal by goal, each goal is followed by its own answers", () => {
  const ground = { kind: "assessment", clauses: goalPaper, answeredPer: "goal" } as const;
  expect(written(ground).slice(4, 10)).toEqual([
    "heading KKR-mål om IT-sikkerhed:",
    "heading Hvordan arbejder Prøve Kommune aktuelt med IT-sikkerhed:",
    "quote Mål 2",
    "paragraph",
    "quote Mål 3",
    "paragraph",
  ]);
});

test("[J22] where guests alone were given an area's goals, they alone are asked; the host is asked about what nobody was given", () => {
  const given = [
    { clauseId: goal("Flere unge trives."), centerId: elderly, guest: "Nabo Kommune" },
    { clauseId: goal("Mål 2"), centerId: elderly, guest: "Nabo Kommune" },
  ];
  const asked = (answeredPer: "area" | "goal") =>
    written({ kind: "assessment", clauses: goalPaper, given, answeredPer }).filter(
      (line) => !line.startsWith("heading KKR"),
    );
  expect(asked("area").slice(0, 8)).toEqual([
    "quote Flere unge trives.",
    "heading Hvordan arbejder Nabo Kommune aktuelt med unges trivsel:",
    "paragraph",
    "quote Mål 2",
    "quote Mål 3",
    "heading Hvordan arbejder Prøve Kommune aktuelt med IT-sikkerhed:",
    "paragraph",
    "heading Hvordan arbejder Nabo Kommune aktuelt med IT-sikkerhed:",
  ]);
  expect(asked("goal").slice(3, 9)).toEqual([
    "heading Hvordan arbejder Prøve Kommune aktuelt med IT-sikkerhed:",
    "quote Mål 3",
    "paragraph",
    "heading Hvordan arbejder Nabo Kommune aktuelt med IT-sikkerhed:",
    "quote Mål 2",
    "paragraph",
  ]);
});

test("[E13] a goal is quoted with what it is and how it read", () => {
  const { blocks } = seeded({ kind: "assessment", clauses: goalPaper });
  const quotes = blocks.flatMap((block) => (block.type === "block" && block.kind === "quote" ? [block] : []));
  expect(quotes.map(({ of }) => of)).toEqual([goal("Flere unge trives."), goal("Mål 2"), goal("Mål 3")]);
  expect(quotes.map((quote) => isOutdated(quote, textOf(quote)))).toEqual([false, false, false]);
  expect(isOutdated(quotes[0]!, "Alle unge trives.")).toBe(true);
});

test("[H6] every block has an id of its own, and the same ground gives the same text", () => {
  const { blocks } = seeded({ kind: "assessment", clauses: goalPaper });
  expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
  expect(seeded({ kind: "assessment", clauses: goalPaper }).blocks).toEqual(blocks);
});

test("[M14] a follow-up has room for a center that was given a goal and answers for none of its initiatives", () => {
  const given = [
    { clauseId: goal("Mål 2"), centerId: social },
    { clauseId: goal("Mål 2"), centerId: elderly },
  ];
  const initiatives = [{ id: newId<InitiativeId>(), clauseId: goal("Mål 2"), title: "Kurset", centerId: social }];
  const ground = { kind: "follow-up", clauses: goalPaper, given, initiatives } as const;
  expect(written(ground).slice(4, 10)).toEqual([
    "heading KKR-mål om IT-sikkerhed:",
    "heading Mål: Mål 2",
    "paragraph",
    "heading Kurset",
    "paragraph",
    "heading Mål: Mål 3",
  ]);
  const centers = Object.values(seeded(ground).links).map((links) => links.map(({ center }) => center));
  expect(centers).toEqual([[elderly], [social]]);
});
