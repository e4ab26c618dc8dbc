import { sql } from "drizzle-orm";
import { customType, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { MunicipalityId } from "../ids";
import { idOf, moment } from "./columns";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What can be searched for: a row for each clause, accepted source version, response, and paragraph of a response, of the
 * view `search_ground`. Triggers on the tables that hold the words keep it in the same transaction; `search_rebuild()`
 * makes it anew. Nobody else writes it. [Q1]
 */
export const searchEntry = pgTable(
  "search_entry",
  {
    /** The clause, version, response, or (with `part`, the block) document. */
    holder: uuid("holder").notNull(),
    part: text("part").notNull(),
    kind: text("kind", { enum: ["source", "clause", "response", "remark"] }).notNull(),
    municipalityId: idOf<MunicipalityId>("municipality_id").notNull(),
    at: moment("at").notNull(),
    /**
     * Danish stems, those of the title weigh more. And what is filtered by, as words nobody can write: "#remark/2026/<municipality>",
     * "#s<source>", "#c<center>", "#t<stance>". So one index answers both, and a filter makes a search faster, not slower.
     */
    terms: tsvector("terms").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.holder, table.part] }),
    index("search_entry_terms").using("gin", table.terms).with({ fastupdate: false }),
  ],
);

/**
 * The words that a municipality's entries have ever held: what a beginning or a misspelt word is looked up in.
 * Words that two transactions learn at once stand twice, which harms nobody; a key would make them wait for each other.
 */
export const searchWord = pgTable(
  "search_word",
  {
    municipalityId: idOf<MunicipalityId>("municipality_id").notNull(),
    word: text("word").notNull(),
  },
  (table) => [
    index("search_word_beginning").on(table.municipalityId, table.word.op("text_pattern_ops")),
    // pg_trgm counts æ, ø and å as letters in some locales only; digits are in all.
    index("search_word_near")
      .using("gin", sql`translate(${table.word}, 'æøå', '012') gin_trgm_ops`)
      .with({ fastupdate: false }),
  ],
);
