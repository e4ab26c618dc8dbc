import { z } from "zod";
import { ADAPTERS } from "../../../../db/schema";
import { Refusal } from "../../../errors";
import { parse } from "../../../parse";
import type { AdapterName } from "../../shapes";
import { SETTINGS } from "./settings";

const Head = z.object({
  adapter: z.enum(ADAPTERS, "not-a-choice"),
  /** Kept as it was typed: a password may begin with a space. Left empty, the one that is kept stays. */
  secret: z.string().max(20_000, "too-long").default(""),
  choose: z.enum(["", "yes"], "not-a-choice").default(""),
});

export type SetupForm = {
  adapter: AdapterName;
  settings: Record<string, string>;
  secret: string;
  isChosen: boolean;
};

export function setupIn(form: unknown): SetupForm {
  const { adapter, secret, choose } = parse(Head, form);
  return { adapter, settings: parse(SETTINGS[adapter], form), secret, isChosen: choose === "yes" };
}

/** The settings that say who gets to hear the secret. */
const PLACES = ["address", "tokenAddress", "host", "port", "hostKey"];

/**
 * Whoever sends the kept secret to another place gets to know it, so there it must be typed again: who sets up the way in
 * may use the secret, and not read it. [F11]
 */
export function refuseElsewhere(kept: Record<string, string>, form: SetupForm): void {
  const isElsewhere = PLACES.some((name) => (kept[name] ?? "") !== (form.settings[name] ?? ""));
  if (form.secret === "" && isElsewhere) throw new Refusal("invalid", "form", { secret: "secret-again" });
}
