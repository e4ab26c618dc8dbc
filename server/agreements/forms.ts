import { z } from "zod";
import type { Correction } from "../../app/document-model/correction/shapes";
import { NODE_KINDS } from "../../app/document-model/proposal";
import { chosenFile } from "../upload";
import { SOURCE_KINDS } from "./shapes";

const line = (max: number) =>
  z
    .string("missing")
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "missing").max(max, "too-long"));

const optionalLine = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, "too-long"))
    .optional();

/** A whole number, as a form sends it or as a script does. */
const whole = z.union(
  [
    z.number().int("missing").min(0, "missing"),
    z
      .string()
      .regex(/^\d{1,9}$/, "missing")
      .transform(Number),
  ],
  "missing",
);

export const ProposeForm = z.object({
  title: line(255),
  kind: z.enum(SOURCE_KINDS, "not-a-choice"),
  publisher: line(255),
  label: line(120),
  file: chosenFile,
  text: z.string().optional(),
  /** The source this is a new version of; its title, kind and publisher stay as they are. */
  sourceId: z.string().optional(),
  /** An accepted version of it, whose tree the new one begins with: then no paper is read. [S40] */
  fromVersionId: z.string().optional(),
  /** Under which the page asks how far it is; one that is none is left unasked. */
  uploadId: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional()
    .catch(undefined),
});

const nodeId = z.string("missing").min(1, "missing").max(100, "missing");
const revision = whole;
/** Textareas send CRLF; the tree has LF. */
const body = z
  .string("missing")
  .max(200_000, "too-long")
  .transform((text) => text.replace(/\r\n?/g, "\n").trim());

/** A form repeats the field for several nodes; a script sends a list. */
const nodes = z.union([nodeId.transform((id) => [id]), z.array(nodeId).min(1, "missing").max(10_000, "too-long")]);

const CORRECTIONS = z.discriminatedUnion(
  "op",
  [
    z.object({ op: z.literal("rename"), number: optionalLine(40), heading: optionalLine(500) }),
    z.object({ op: z.literal("rewrite"), text: body }),
    z.object({
      op: z.literal("retype"),
      kind: z.enum(NODE_KINDS, "not-a-choice"),
      /** A checkbox: what stands under the node becomes the same. */
      withChildren: z.union([z.boolean(), z.string().transform((text) => text !== "")]).optional(),
    }),
    z.object({ op: z.literal("split"), at: whole }),
    z.object({ op: z.literal("add"), text: body.pipe(z.string().min(1, "missing")) }),
    z.object({ op: z.literal("join") }),
    z.object({ op: z.literal("promote") }),
    z.object({ op: z.literal("demote") }),
    z.object({ op: z.literal("move"), direction: z.enum(["up", "down"], "not-a-choice") }),
    z.object({
      op: z.literal("place"),
      /** Empty: the top. */
      parentId: z.union([nodeId, z.null(), z.literal("").transform(() => null)], "missing"),
      index: whole,
    }),
  ],
  "not-a-choice",
);

/** A correction, and the revision (of an accepted version: the minor) that the person saw. [S3] */
export const CorrectForm = z
  .intersection(z.object({ revision, nodeId: nodes }), CORRECTIONS)
  .transform(({ revision: seen, nodeId: [first = "", ...also], ...op }) => {
    const correction: Correction = also.length > 0 ? { ...op, nodeId: first, also } : { ...op, nodeId: first };
    return { revision: seen, correction };
  });

export const UndoForm = z.object({ revision });

/** Accepting again is no mistake, so the revision may be left out; when named it must be the one that was read. */
export const AcceptForm = z.object({ revision: revision.optional() }).optional();
