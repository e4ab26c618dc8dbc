import {
  type Block,
  type Link,
  type ResponseDocument,
  SCHEMA_VERSION,
  type Table,
} from "../../../app/document-model/document";
import type { ConsultationId, MunicipalityId, ResponseId, UserId, VersionId } from "../../../db/ids";
import { CLAUSE_IDS, sampleFacts } from "../../../server/exports/letter/sample";
import type { VersionToExport } from "../../../server/exports/queries";

const CENTER = "44444444-4444-4444-8444-444444444444";
export const centers = new Map([[CENTER, "Center for Socialservice"]]);

/** So many sections, each with clauses named; in the PDF they are about 50 pages. */
const SECTIONS = 72;
const SENTENCE =
  "Kommunen er enig i, at udskrivning varsles skriftligt, men fristen er i praksis kort, når borgeren skal have hjælp fra flere centre. ";

const clauses = Array.from({ length: SECTIONS }, (_, at) => ({
  id: at === 0 ? CLAUSE_IDS.discharge : `11111111-1111-4111-8111-${String(at).padStart(12, "0")}`,
  kind: "clause" as const,
  number: `${1 + Math.floor(at / 6)}.${1 + (at % 6)}`,
  heading: `Bestemmelse ${at + 1}`,
  text: "Udskrivning varsles.",
  position: at,
}));

export const facts = { ...sampleFacts, clauses };

export function longText(): ResponseDocument {
  const links: Record<string, Link[]> = {};
  const blocks = clauses.flatMap((clause, at): (Block | Table)[] => {
    const id = (part: string) => `b${at}-${part}`;
    links[id("a")] = [{ kind: "clause", id: clause.id, center: CENTER }];
    links[id("b")] = [{ kind: "clause", id: clause.id, center: CENTER, stance: "change-proposal" }];
    const noted = { text: "fristen", notes: [id("n")] };
    return [
      block(id("h"), "heading", [{ text: `Vedr. bestemmelse ${at + 1}` }], 1),
      block(id("a"), "paragraph", [{ text: SENTENCE.repeat(6) }, noted, { text: " er kort.", bold: true }]),
      block(id("n"), "footnote", [{ text: "Tre hverdage." }]),
      block(id("b"), "paragraph", [{ text: SENTENCE.repeat(5) }]),
      ...["x", "y", "z"].map((part) => block(id(part), "bullet", [{ text: SENTENCE.repeat(2) }])),
      ...(at % 5 === 0 ? [table(at)] : []),
    ];
  });
  return { schemaVersion: SCHEMA_VERSION, blocks, links };
}

function block(id: string, kind: Block["kind"], content: Block["content"], level = 0): Block {
  return { type: "block", id, kind, level, content };
}

function table(at: number): Table {
  const cell = (y: number, x: number) => ({
    header: y === 0,
    colspan: 1,
    rowspan: 1,
    blocks: [block(`t${at}-${y}-${x}`, "paragraph", [{ text: `Række ${y}, kolonne ${x}` }])],
  });
  return {
    type: "table",
    id: `t${at}`,
    rows: Array.from({ length: 8 }, (_, y) => [0, 1, 2, 3].map((x) => cell(y, x))),
  };
}

const at = facts.version.frozenAt;
const id = "11111111-1111-4111-8111-111111111111";

/** What the files are told of their version; the database's own ids matter to none of them. */
export const found = {
  version: {
    id: id as VersionId,
    number: 3,
    sha256: facts.version.sha256,
    frozenAt: at,
    canonical: JSON.stringify(longText()),
  },
  response: { id: id as ResponseId, title: facts.title },
  consultation: {
    id: id as ConsultationId,
    title: facts.title,
    deadline: "2026-03-20",
    coordinatorId: id as UserId,
    ...facts.consultation,
  },
  municipality: { id: id as MunicipalityId, name: facts.municipality, cvr: "11223344", isDemo: false },
  source: { kind: facts.source.kind, title: "Samarbejdsaftale" },
  edition: { label: "Udkast" },
} as unknown as VersionToExport;
