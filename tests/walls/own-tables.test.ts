import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** Who writes which table. The demo world (server/demo, seed) and tests fill what they like. */
const OWNERS: Record<string, string[]> = {
  agreements: ["source", "sourceVersion", "clause", "clauseCorrection"],
  api: ["apiToken"],
  attachments: ["attachment"],
  audit: ["auditEntry"],
  calendar: ["calendarFeed"],
  "carry-over": ["carryOver"],
  comments: ["commentThread", "comment", "commentMention"],
  consultations: [
    "consultation",
    "assignment",
    "centerHandover",
    "planStep",
    "deadlineChange",
    "missedDeadline",
    "invitation",
    "invitedCenter",
  ],
  "document-store": ["document", "documentUpdate", "documentSnapshot", "documentVersion", "documentClient"],
  exports: ["exportFile", "filing", "filingAttempt", "caseSystem", "wordTemplate"],
  goals: ["goalStatus", "assessmentForm"],
  identity: ["municipality", "center", "person", "membership", "session", "signInAttempt"],
  initiatives: ["initiative", "indicator", "indicatorValue", "initiativeHeading"],
  kle: ["kleList", "kleNumber", "kleChoice"],
  letters: ["letter"],
  links: ["answer", "secondLook"],
  notices: ["notice", "noticeChoice", "noticeDigest"],
  outcomes: ["outcome", "overview", "overviewRow"],
  projections: ["projection", "paragraph", "paragraphLink"],
  responses: ["response"],
  reviews: ["review", "reviewStep", "reviewRemark", "approvalPlan", "delegation"],
  // Kept by triggers.
  search: ["searchEntry", "searchWord"],
  "sign-offs": ["signOff", "signOffLapse", "givenSection", "addendum", "partReading"],
  suggestions: ["suggestion"],
  visits: ["documentVisit"],
  webhooks: ["webhook", "webhookDelivery"],
};

const ownerOf = new Map(Object.entries(OWNERS).flatMap(([module, tables]) => tables.map((table) => [table, module])));

const schema = sourcesIn("db/schema").map((file) => readFileSync(file, "utf8"));
const tables = schema.flatMap((text) => [...text.matchAll(/export const (\w+) = pgTable\(\s*"(\w+)"/g)]);

/** Each `insert`, `update` or `delete` in a file as `table`, whatever name the file gave the table. */
function tablesWrittenIn(text: string): string[] {
  const names = new Map(tables.map(([, name = ""]) => [name, name]));
  for (const [, name = "", alias = ""] of text.matchAll(/\b(\w+) as (\w+)\b/g)) {
    if (names.has(name)) names.set(alias, name);
  }
  const built = [...text.matchAll(/\.(?:insert|update|delete)\((?:schema\.)?(\w+)\)/g)];
  const written = built.map(([, name = ""]) => names.get(name));
  const spelled = [...text.matchAll(/\b(?:insert into|update|delete from|truncate)\s+(?:only\s+)?"?(\w+)"?/gi)];
  const inSql = spelled.map(([, word]) => tables.find(([, , sqlName]) => sqlName === word)?.[1]);
  return [...written, ...inSql].filter((name) => name !== undefined);
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => join(folder, name));
}

describe("the tables", () => {
  test("each have one module that writes them", () => {
    expect(tables.map(([, name]) => name).sort()).toEqual([...ownerOf.keys()].sort());
  });

  test("are written by the module that owns them and by no other", () => {
    const trespasses = [...sourcesIn("server"), ...sourcesIn("app"), ...sourcesIn("db")]
      .filter((file) => !/^server\/(demo\/|seed\.ts)/.test(file))
      .flatMap((file) => {
        const module = /^server\/([^/]+)\//.exec(file)?.[1];
        const foreign = tablesWrittenIn(readFileSync(file, "utf8")).filter((table) => ownerOf.get(table) !== module);
        return foreign.map((table) => `${file} writes ${table}, which is ${ownerOf.get(table)}'s: use its door`);
      });
    expect(trespasses).toEqual([]);
  });

  test("are found under another name, and in SQL", () => {
    const text = 'import { answer as answers } from "x"; tx.insert(answers); sql`delete from paragraph_link where 1`';
    expect(tablesWrittenIn(text)).toEqual(["answer", "paragraphLink"]);
  });
});
