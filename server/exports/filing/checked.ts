import type { MunicipalityId } from "../../../db/ids";
import { danishDay } from "../../clock";
import { Refusal } from "../../errors";
import { parse } from "../../parse";
import type { ExportDeps } from "../deps";
import type { FilingMetadata } from "../shapes";
import { isLate, wrongIn } from "./dates";
import { Confirmations, MetadataForm } from "./metadata";

export type About = {
  deadline: string;
  version: number;
  /** The day it was first asked for; today where it is asked for now. */
  askedOn?: string;
};

/**
 * The form as it is kept: each field by itself, the days against each other and against the hearing's deadline, and KLE
 * against the list on the letter's date. What the numbers are called is kept with it. [F20] [F22] [F23]
 */
export async function checkedMetadata(
  { kle, clock }: Pick<ExportDeps, "kle" | "clock">,
  municipalityId: MunicipalityId,
  form: unknown,
  { deadline, version, askedOn }: About,
): Promise<FilingMetadata> {
  const typed = parse(MetadataForm, form);
  const { datedAhead } = parse(Confirmations.pick({ datedAhead: true }), form);
  const today = danishDay(clock.now());
  const when = { today, askedOn: askedOn ?? today, deadline, isAheadMeant: datedAhead === "yes" };
  const wrong = {
    ...(await kle.wrongWith(municipalityId, typed, typed.letterDate)),
    ...wrongIn(typed, when),
  };
  if (Object.keys(wrong).length > 0) throw new Refusal("invalid", "form", wrong);
  const titles = await kle.titles(municipalityId, typed);
  // A reason for being late is none of a letter that was in time.
  const lateReason = isLate(typed, when) ? typed.lateReason : "";
  return { ...typed, lateReason, kleTitle: titles.kle, facetTitle: titles.facet, deadline, version };
}
