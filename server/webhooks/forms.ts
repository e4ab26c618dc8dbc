import { z } from "zod";
import { WEBHOOK_EVENTS } from "../../db/schema";

const address = z
  .string("missing")
  .trim()
  .min(1, "missing")
  .max(500, "too-long")
  .refine((value) => value === "" || URL.canParse(value), "not-a-webhook-address");

const event = z.enum(WEBHOOK_EVENTS, "not-a-choice");

export const WebhookForm = z.object({
  url: address,
  events: z
    .union([event.transform((one) => [one]), z.array(event)], "not-a-choice")
    .transform((events) => [...new Set(events)])
    .refine((events) => events.length > 0, "not-a-choice"),
});
