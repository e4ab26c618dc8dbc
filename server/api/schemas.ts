import { z } from "zod";
import { FILE_KINDS, PAUSE_REASONS, WEBHOOK_EVENTS } from "../../db/schema";

// What goes out and what comes in, said once: answers are checked against these, and openapi.json is drawn from them.

const moment = z.iso.datetime();
const link = z.string().meta({ format: "uri-reference" });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.guid();

const Consultation = z.object({
  id,
  userKey: z.string().meta({ description: "Løbenummeret, som folk siger det.", examples: ["HS-2026-0007"] }),
  kind: z.enum(["hearing", "assessment", "follow-up"]),
  title: z.string(),
  sender: z.string(),
  caseNumber: z.string(),
  kle: z.string(),
});

const Version = z.object({
  id,
  number: z.int(),
  sha256: sha256.meta({ description: "SHA-256 af det frosne dokument, byte for byte: det, der er godkendt." }),
  approvedAt: moment,
  isTacit: z.boolean().meta({ description: "Godkendt stiltiende: ingen har skrevet under." }),
});

const Filing = z.object({ caseNumber: z.string(), documentNumber: z.string(), filedAt: moment });

const ResponseSummary = z.object({
  id,
  status: z.enum(["approved", "filed", "reopened"]).meta({
    description: "reopened: teksten er åbnet igen; version er den, der sidst var godkendt, og gælder ikke mere.",
  }),
  title: z.string(),
  consultation: Consultation,
  version: Version,
  filing: Filing.nullable(),
  changedAt: moment,
  links: z.object({ self: link, document: link }),
});

const ResponseList = z.object({
  items: z.array(ResponseSummary),
  next: z.string().meta({ description: "Sendes som cursor næste gang, også når der ikke er mere lige nu." }),
  hasMore: z.boolean(),
});

const FileLink = z.object({ kind: z.enum(FILE_KINDS), fileName: z.string(), mediaType: z.string(), url: link });

const ResponseWithFiles = ResponseSummary.extend({ files: z.array(FileLink) });

const events = z.array(z.enum(WEBHOOK_EVENTS));
const Paused = z
  .object({ at: moment, reason: z.enum(PAUSE_REASONS), waiting: z.int() })
  .meta({ description: "gone: modtageren svarede 410. waiting: det, der sendes, når adressen genoptages." });
const Webhook = z.object({
  ...{ id, url: z.string(), events, addedAt: moment, lastDeliveredAt: moment.nullable() },
  paused: Paused.nullable(),
});
const WebhookList = z.object({ items: z.array(Webhook) });
const WebhookMade = z.object({
  id,
  secret: z.string().meta({ description: "Vises kun her. Med den efterprøves webhook-signature." }),
});
export const WebhookWanted = z.object({ url: z.string("missing"), events: z.array(z.string("missing"), "missing") });

/** What an address is sent. */
export const WebhookCall = z.object({
  type: z.enum(WEBHOOK_EVENTS),
  timestamp: moment.meta({ description: "Hvornår det skete." }),
  data: z.object({
    responseId: id,
    versionId: id,
    sha256,
    filingId: id.optional().meta({ description: "Kun i filing.filed." }),
    url: link.meta({ description: "Her hentes svaret med en adgangsnøgle." }),
  }),
});
export const WebhookTest = z.object({ type: z.literal("test"), timestamp: moment, data: z.object({ url: link }) });

const Problem = z.object({
  type: link,
  title: z.string(),
  status: z.int(),
  code: z.string().meta({ description: "Stabil; den kan et program rette sig efter." }),
  errors: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
  instance: z.string().optional(),
});

/** What stands under components/schemas. */
export const SCHEMAS = {
  ResponseList,
  Response: ResponseWithFiles,
  Webhook,
  WebhookList,
  WebhookMade,
  WebhookWanted,
  WebhookCall,
  WebhookTest,
  Problem,
} as const;
export type SchemaName = keyof typeof SCHEMAS;

const MOST = 100;

export const ListQuery = z.object({
  cursor: z
    .string()
    .regex(/^c\d{1,15}$/, "not-a-cursor")
    .optional()
    .meta({ description: "next fra den forrige side." }),
  limit: z.coerce
    .number("out-of-range")
    .int("out-of-range")
    .min(1, "out-of-range")
    .max(MOST, "out-of-range")
    .default(50),
  changedSince: z.iso
    .datetime({ offset: true, error: "not-a-moment" })
    .optional()
    .meta({ description: "Kun det, der er godkendt, åbnet igen eller journaliseret fra det tidspunkt af." }),
});
