import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CenterId, MunicipalityId, ResponseId, SignOffId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { center, municipality, person } from "./identity";
import { response } from "./responses";

/** What a center's manager said of the center's part as it read then; the newest of a center counts. Append only. */
export const signOff = pgTable(
  "sign_off",
  {
    id: idOf<SignOffId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    /** One, two, … for each center: the highest counts. */
    number: integer("number").notNull(),
    decision: text("decision", { enum: ["signed", "returned"] }).notNull(),
    /** Of the words of the part that `part` holds; a sign-off stands as long as the part still has this hash. */
    sha256: text("sha256").notNull(),
    part: jsonb("part").notNull(),
    /** Where the log stood: what was written after it names the edit that made a sign-off lapse. */
    epoch: integer("epoch").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    by: idOf<UserId>("by")
      .notNull()
      .references(() => person.id),
    at: moment("at").notNull(),
    /** Why it was returned. */
    reason: text("reason"),
  },
  (table) => [uniqueIndex("sign_off_number").on(table.responseId, table.centerId, table.number)],
);

/** Sign-offs that no longer stand and whose manager has been told so; one that stands again has no row. */
export const signOffLapse = pgTable("sign_off_lapse", {
  signOffId: idOf<SignOffId>("sign_off_id")
    .primaryKey()
    .references(() => signOff.id),
  toldAt: moment("told_at").notNull(),
});

/** A section of the text (a heading and what stands under it) that is a center's, whatever it is linked to. */
export const givenSection = pgTable(
  "given_section",
  {
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    /** The heading's block. */
    blockId: text("block_id").notNull(),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    givenBy: idOf<UserId>("given_by")
      .notNull()
      .references(() => person.id),
    givenAt: moment("given_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.responseId, table.blockId] })],
);

/** The section that a guest municipality has added at the end of a joint text: one for each. [J16] */
export const addendum = pgTable(
  "addendum",
  {
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    /** The guest's. */
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    /** Its heading's block. */
    blockId: text("block_id").notNull(),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    addedBy: idOf<UserId>("added_by")
      .notNull()
      .references(() => person.id),
    addedAt: moment("added_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.responseId, table.municipalityId] })],
);

/** What of a center's part somebody had before them at the visit before this one: what has changed since is marked. */
export const partReading = pgTable(
  "part_reading",
  {
    personId: idOf<UserId>("person_id")
      .notNull()
      .references(() => person.id),
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    part: jsonb("part").notNull(),
    at: moment("at").notNull(),
    /** And what they have had before them since; it takes the place of the other when another visit begins. */
    seenPart: jsonb("seen_part").notNull(),
    seenAt: moment("seen_at").notNull(),
    /** No visit came before this one. */
    isFirst: boolean("is_first").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.personId, table.responseId, table.centerId] })],
);
