import { expect, test } from "vitest";
import { emptyRow, mayBeOurs, rowsIn, type SenderRow } from "./columns";
import { type Comparable, clearest, matchRows } from "./match";
import { verdictIn } from "./verdict";

const HEAD = ["Dato", "Høringssvar-id", "Emne", "Afsender", "Udtaler sig som", "Resumé", "Vurdering"];

function rowsOf(...tables: string[][][]): SenderRow[] {
  const rows = rowsIn(tables);
  if (typeof rows === "string") throw new Error(`Expected rows; got ${rows}.`);
  return rows;
}

test("[Q10] a receiver's overview is read by the names of its columns, whatever stands above them and in whatever order", () => {
  const cells = [
    "02-03-2026",
    "HS-7",
    "Vinterdæk",
    "Sandby Kommune",
    "Myndighed",
    "Dækkene skiftes for sent.",
    "Medtages.",
  ];
  expect(rowsOf([["Overblik over høringssvar"], HEAD, cells])).toEqual([
    {
      dated: "02-03-2026",
      reference: "HS-7",
      subject: "Vinterdæk",
      sender: "Sandby Kommune",
      speaksAs: "Myndighed",
      summary: "Dækkene skiftes for sent.",
      assessment: "Medtages.",
      verdict: "",
    },
  ]);
  const others = rowsOf([
    ["Pkt.", "Bemærkning", "Ændringsforslag", "Medtaget?", "Sekretariatets kommentar"],
    ["2.1", "For dyrt", "Halvér prisen", "Nej", "Prisen er aftalt"],
  ]);
  const read = { subject: "2.1", summary: "For dyrt\nHalvér prisen", verdict: "Nej", assessment: "Prisen er aftalt" };
  expect(others).toEqual([{ ...emptyRow(), ...read }]);
});

test("[Q10] a table goes on over a page; its names are no row, and a sender stands once above all it says", () => {
  const first = [HEAD, ["", "1", "A", "Sandby", "", "Et", "Ja"], ["", "", "B", "", "", "To", "Nej"]];
  const second = [HEAD, ["", "2", "C", "Lund", "", "Tre", "Nej"]];
  const third = [["", "", "D", "", "", "Fire", "Ja"]];
  const rows = rowsOf(first, second, third, [["Uden", "tabel"]]);
  expect(rows.map(({ sender, reference, subject }) => [sender, reference, subject])).toEqual([
    ["Sandby", "1", "A"],
    ["Sandby", "1", "B"],
    ["Lund", "2", "C"],
    ["Lund", "2", "D"],
  ]);
});

test("[Q10] what is no overview is refused by what it lacks", () => {
  expect(rowsIn([])).toBe("no-table");
  expect(
    rowsIn([
      [
        ["Navn", "Telefon"],
        ["A", "1"],
      ],
    ]),
  ).toBe("no-columns");
  expect(rowsIn([[HEAD, ["", "", "", "", "", "", ""]]])).toBe("no-rows");
  const many = Array.from({ length: 2001 }, () => ["", "", "", "", "", "Et", "Ja"]);
  expect(rowsIn([[HEAD, ...many]])).toBe("too-many-rows");
  expect(rowsIn([[HEAD, ["", "", "", "", "", "x".repeat(20_001), "Ja"]]])).toBe("cell-too-long");
});

test("[Q10] whatever cells a table has, reading it answers and loses no word of a known column", () => {
  const pieces = ["", "Emne", "Resumé", "Vurdering", "Medtaget", "=1+1", "<b>x</b>", "pkt. 1", "\u202e", "æøå", "0"];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let turn = 0; turn < 500; turn += 1) {
    const table = Array.from({ length: next(6) }, () => Array.from({ length: next(5) }, () => pieces[next(11)] ?? ""));
    const read = rowsIn([[["Emne", "Resumé", "Vurdering"], ...table]]);
    if (typeof read === "string") continue;
    for (const { summary } of read) expect(table.some((cells) => cells[1] === summary)).toBe(true);
  }
});

test.each([
  ["Sandby Kommune", true],
  ["SANDBY", true],
  ["Center for Vej, Sandby", true],
  ["", true],
  ["Nysandby Kommune", false],
  ["Lund Kommune", false],
  ["Kommunernes forening", false],
])("[Q10] a row from “%s” may be Sandby Kommune's own: %s", (sender, isOurs) => {
  expect(mayBeOurs({ ...emptyRow(), sender }, "Sandby Kommune")).toBe(isOurs);
});

test.each([
  ["Medtages.", "accepted"],
  ["Bemærkningen er indarbejdet i afsnit 2.", "accepted"],
  ["Forslaget tages til følge", "accepted"],
  ["Teksten er præciseret.", "accepted"],
  ["Ja", "accepted"],
  ["Medtages ikke.", "not-accepted"],
  ["Ikke medtaget, da prisen er aftalt", "not-accepted"],
  ["Forslaget kan desværre ikke imødekommes", "not-accepted"],
  ["Bemærkningen giver ikke anledning til ændringer", "not-accepted"],
  ["Formuleringen fastholdes", "not-accepted"],
  ["Afvises", "not-accepted"],
  ["Nej", "not-accepted"],
  ["Delvist medtaget", "partly"],
  ["Fristen ændres, men prisen ændres ikke", "partly"],
  ["Tages til efterretning", null],
  ["Der henvises til svaret ovenfor", null],
  ["", null],
] as const)("[Q11] what “%s” seems to say is %s", (assessment, outcome) => {
  expect(verdictIn({ verdict: "", assessment })).toBe(outcome);
});

test("[Q11] a column of its own says it before the words beside it", () => {
  expect(verdictIn({ verdict: "Delvist", assessment: "Forslaget afvises" })).toBe("partly");
  expect(verdictIn({ verdict: "Se vurdering", assessment: "Forslaget afvises" })).toBe("not-accepted");
});

const REMARKS: Comparable[] = [
  {
    blockId: "tyre",
    text: "Vinterdæk bør skiftes en måned tidligere, så biltilsynet kan nå det.",
    about: [{ number: "2.1", heading: "Dækskifte" }],
  },
  {
    blockId: "salt",
    text: "Saltning af cykelstier mangler helt i planen for glatføre.",
    about: [{ number: "2.2", heading: "Glatføre" }],
  },
  {
    blockId: "salt-price",
    text: "Prisen på salt til veje og stier er sat for lavt.",
    about: [{ number: "4", heading: "Økonomi" }],
  },
  {
    blockId: "snow",
    text: "Snerydning foran skoler skal ske før klokken syv.",
    about: [{ number: "2.3", heading: "Snerydning" }],
  },
];

function proposed(subject: string, summary: string) {
  return matchRows([{ reference: "", subject, summary }], REMARKS)(0);
}

test("[Q11] a row is matched by its words, however the sender has put them", () => {
  expect(clearest(proposed("", "Kommunen ønsker, at der ryddes sne ved skolerne inden kl. syv"))?.blockId).toBe("snow");
  expect(clearest(proposed("", "Der mangler salt på kommunens cykelstier"))?.blockId).toBe("salt");
});

test("[Q11] the clause's number or its heading is enough where the words say nothing", () => {
  expect(clearest(proposed("Pkt. 2.1", "Forkert tidspunkt"))).toMatchObject({ blockId: "tyre", because: ["number"] });
  expect(clearest(proposed("Vedr. økonomi", "Beløbet"))).toMatchObject({
    blockId: "salt-price",
    because: expect.arrayContaining(["heading"]),
  });
  expect(clearest(proposed("", "Til punkt 2.2: Uklart"))?.blockId).toBe("salt");
  expect(proposed("", "Der er 4 biler")).toEqual([]);
});

test("[Q11] number, heading and words together weigh more than each alone, and a score stays below certainty", () => {
  const words = proposed("", "Prisen på salt")[0]?.score ?? 0;
  const all = proposed("4 Økonomi", "Prisen på salt")[0]?.score ?? 0;
  expect(all).toBeGreaterThan(words);
  expect(all).toBeLessThanOrEqual(1);
});

test("[Q11] where nothing is alike nothing is proposed, and where two are as likely neither is chosen", () => {
  expect(proposed("Biblioteker", "Åbningstiderne om søndagen")).toEqual([]);
  const [first] = REMARKS;
  const twins = matchRows(
    [{ reference: "", subject: "", summary: "Vinterdæk skiftes" }],
    [first!, { ...first!, blockId: "other" }],
  );
  expect(twins(0)).toHaveLength(2);
  expect(clearest(twins(0))).toBe(null);
});

test("[Q11] each remark's own words find it among all, in whatever order they stand", () => {
  for (const order of [REMARKS, REMARKS.toReversed()]) {
    const found = matchRows(
      order.map(({ text, about }) => ({ reference: "", subject: about[0]?.heading ?? "", summary: text })),
      REMARKS,
    );
    expect(order.map((_, at) => clearest(found(at))?.blockId)).toEqual(order.map(({ blockId }) => blockId));
  }
});
