import { z } from "zod";
import { isBlockId } from "../../app/document-model/block-id";
import { BLOCK_KINDS, type Block, type Inline } from "../../app/document-model/document";
import { tidyInline } from "../../app/document-model/inline";
import { isAllowedHref, isClauseId, isFingerprint } from "../../app/document-model/names";
import { readLevel } from "../../app/document-model/read";
import { blockHash } from "../../app/document-model/suggestions/hash";
import type { KeptRun, ProposedBlock } from "../../app/document-model/suggestions/shapes";
import { isId, type SuggestionId } from "../../db/ids";
import { parse } from "../parse";

/** Of each side: as much as one paste may bring, and far more than anybody reads in a margin. [G4] */
const LARGEST = 64 * 1024;
/** Open ones of one person in one text. */
export const MOST_OPEN = 500;
/** Of all of them: everybody who reads the text is handed them. */
export const MOST_BYTES = 1024 * 1024;
/** Saved at once; the page sends more in turns. */
const MOST_AT_ONCE = 500;

const NOT_ONE = "not-a-suggestion";

/** PostgreSQL takes neither NUL nor half a sign, and by the others we tell paragraphs and breaks apart (rich.ts). */
const NO_LETTERS = ["\0", "\uFFFC", "\u2029"];
const words = z
  .string(NOT_ONE)
  .min(1, NOT_ONE)
  .refine((text) => text.isWellFormed() && !NO_LETTERS.some((sign) => text.includes(sign)), NOT_ONE);
const blockId = z.custom<string>(isBlockId, NOT_ONE);

const InlineForm = z.union(
  [
    z.strictObject({ break: z.literal(true) }, NOT_ONE),
    z.strictObject({
      text: words,
      bold: z.literal(true).optional(),
      italic: z.literal(true).optional(),
      href: z.custom<string>(isAllowedHref, NOT_ONE).optional(),
      notes: z.array(blockId).max(50, NOT_ONE).optional(),
    }),
  ],
  NOT_ONE,
);

const looks = {
  kind: z.enum(BLOCK_KINDS, NOT_ONE),
  level: z.int(NOT_ONE).min(0, NOT_ONE).max(3, NOT_ONE),
  content: z.array(InlineForm, NOT_ONE),
  of: z.custom<string>(isClauseId, NOT_ONE).optional(),
  seen: z.custom<string>(isFingerprint, NOT_ONE).optional(),
};
const isProper = ({ kind, level, of, seen }: { kind: Block["kind"]; level: number; of?: unknown; seen?: unknown }) =>
  readLevel(kind, level) === level && (kind === "quote" || (of === undefined && seen === undefined));

const BaseForm = z
  .strictObject({ type: z.literal("block", NOT_ONE), id: blockId, ...looks, hash: z.string().optional() }, NOT_ONE)
  .refine(isProper, NOT_ONE);
const ProposedForm = z
  .strictObject({ id: blockId.nullable(), note: blockId.optional(), ...looks }, NOT_ONE)
  .refine(isProper, NOT_ONE);

const RunForm = z
  .strictObject(
    {
      id: z.custom<SuggestionId>((id) => isId<SuggestionId>(id), NOT_ONE),
      after: blockId.nullable(),
      base: z.array(BaseForm, NOT_ONE),
      proposed: z.array(ProposedForm, NOT_ONE),
    },
    NOT_ONE,
  )
  .refine(({ base, proposed }) => base.length + proposed.length > 0, NOT_ONE)
  .refine(namesOnlyItsOwn, NOT_ONE)
  .refine(({ base, proposed }) => isWithin(base) && isWithin(proposed), "suggestion-too-large");

type Given = z.output<typeof RunForm>;

/**
 * Ids are those of the text: a suggestion makes none of its own, and calls a new footnote by a name that only its own words
 * know. Words that name a footnote which is not there draw nothing. [E12]
 */
function namesOnlyItsOwn({ base, proposed }: { base: readonly Block[]; proposed: readonly ProposedBlock[] }): boolean {
  const own = base.map(({ id }) => id);
  const kept = proposed.flatMap(({ id }) => id ?? []);
  const named = proposed.flatMap(({ note }) => note ?? []);
  const isNote = (id: string | null) => base.some((block) => block.id === id && block.kind === "footnote");
  return (
    new Set(own).size === own.length &&
    new Set(kept).size === kept.length &&
    kept.every((id) => own.includes(id)) &&
    new Set(named).size === named.length &&
    named.every((name) => !own.includes(name)) &&
    proposed.every(({ id, kind, note }) => (kind === "footnote") === (isNote(id) || note !== undefined)) &&
    proposed.every(({ id, note }) => note === undefined || id === null)
  );
}

function isWithin(blocks: readonly unknown[]): boolean {
  return Buffer.byteLength(JSON.stringify(blocks)) <= LARGEST;
}

const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((given) => (given === undefined || Array.isArray(given) ? (given ?? []) : [given]), z.array(item));

const SaveForm = z.object({
  suggestions: z
    .string(NOT_ONE)
    .default("[]")
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue(NOT_ONE);
        return z.NEVER;
      }
    })
    .pipe(z.array(RunForm, NOT_ONE).max(MOST_AT_ONCE, "too-many-suggestions")),
  withdrawn: list(z.custom<SuggestionId>((id) => isId<SuggestionId>(id), NOT_ONE)),
});

export type GivenRun = { id: SuggestionId } & KeptRun;

export function readSave(form: unknown): { suggestions: GivenRun[]; withdrawn: SuggestionId[] } {
  const { suggestions, withdrawn } = parse(SaveForm, form);
  return { suggestions: suggestions.map(kept), withdrawn };
}

/** In one form, so that what reads the same is the same. */
function kept({ id, after, base, proposed }: Given): GivenRun {
  const tidy = <Some extends { content: Inline[] }>(block: Some): Some => ({
    ...block,
    content: tidyInline(block.content),
  });
  return {
    id,
    after,
    base: base.map((block) => ({ ...tidy(block), hash: blockHash(block) })),
    proposed: proposed.map(tidy),
  };
}

/** `<id>|<changedAt>`: in which form they have seen it. */
const Seen = z
  .string(NOT_ONE)
  .transform((text) => ({ id: text.slice(0, 36), changedAt: text.slice(37) }))
  .refine(({ id }) => isId(id), NOT_ONE);

export const AcceptForm = z.object({
  suggestion: list(Seen).refine((all) => all.length > 0 && all.length <= MOST_OPEN, NOT_ONE),
  anyway: z.string().optional(),
});

export const RejectForm = AcceptForm.pick({ suggestion: true }).extend({
  reason: z.string().trim().max(2000, "too-long").default(""),
});
