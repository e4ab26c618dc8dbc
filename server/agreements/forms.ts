import { z } from "zod";
import { NODE_KINDS } from "../../app/document-model/proposal";
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

/** A browser sends an empty file when none is chosen. */
const chosenFile = z
  .union([z.instanceof(File), z.literal("")], "missing")
  .transform((file) => (file === "" || (file.size === 0 && file.name === "") ? undefined : file))
  .optional();

export const ProposeForm = z.object({
  title: line(255),
  kind: z.enum(SOURCE_KINDS, "not-a-choice"),
  publisher: line(255),
  label: line(120),
  file: chosenFile,
  text: z.string().optional(),
  /** The source this is a new version of; its title, kind and publisher stay as they are. */
  sourceId: z.string().optional(),
});

const nodeId = z.string("missing").min(1, "missing").max(100, "missing");
const revision = whole;
/** Textareas send CRLF; the tree has LF. */
const body = z
  .string("missing")
  .max(200_000, "too-long")
  .transform((text) => text.replace(/\r\n?/g, "\n").trim());

export const CorrectForm = z.discriminatedUnion(
  "op",
  [
    z.object({ op: z.literal("rename"), revision, nodeId, number: optionalLine(40), heading: optionalLine(500) }),
    z.object({ op: z.literal("rewrite"), revision, nodeId, text: body }),
    z.object({
      op: z.literal("retype"),
      revision,
      nodeId,
      kind: z.enum(NODE_KINDS, "not-a-choice"),
      /** A checkbox: what stands under the node becomes the same. */
      withChildren: z.union([z.boolean(), z.string().transform((text) => text !== "")]).optional(),
    }),
    z.object({ op: z.literal("split"), revision, nodeId, at: whole }),
    z.object({ op: z.literal("join"), revision, nodeId }),
    z.object({ op: z.literal("promote"), revision, nodeId }),
    z.object({ op: z.literal("demote"), revision, nodeId }),
    z.object({ op: z.literal("move"), revision, nodeId, direction: z.enum(["up", "down"], "not-a-choice") }),
  ],
  "not-a-choice",
);

export const UndoForm = z.object({ revision });

/** Accepting again is no mistake, so the revision may be left out; when named it must be the one that was read. */
export const AcceptForm = z.object({ revision: revision.optional() }).optional();
