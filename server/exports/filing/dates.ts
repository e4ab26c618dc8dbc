import type { FieldCodes } from "../../errors";
import type { TypedMetadata } from "./metadata";

export type When = {
  /** The Danish day it is. */
  today: string;
  /** The day it was asked for: what was in time then is not late for having to be sent again. */
  askedOn: string;
  /** The hearing's external deadline. */
  deadline: string;
  /** The officer has said that the letter is dated ahead. */
  isAheadMeant: boolean;
};

type Dated = Pick<TypedMetadata, "letterDate" | "receivedDate" | "sentDate">;

/** Whether the letter goes out after the external deadline: on the day it was sent, or else was asked to be filed. [F23] */
export function isLate(
  { sentDate }: Pick<Dated, "sentDate">,
  { askedOn, deadline }: Pick<When, "askedOn" | "deadline">,
) {
  return deadline !== "" && (sentDate || askedOn) > deadline;
}

/** What cannot be so, by field: days in the wrong order, a deadline passed without a word, half an exemption. [F22] [F23] */
export function wrongIn(form: TypedMetadata, when: When): FieldCodes {
  const { letterDate, receivedDate, sentDate, lateReason, exemptionLaw, exemptionTitle } = form;
  const { today, deadline } = when;
  const wrong: Record<string, string> = {};
  if (letterDate > today && !when.isAheadMeant) wrong["letterDate"] = "letter-ahead";
  if (receivedDate > today) wrong["receivedDate"] = "day-ahead";
  else if (receivedDate > letterDate) wrong["receivedDate"] = "received-after-letter";
  if (sentDate > today) wrong["sentDate"] = "day-ahead";
  else if (sentDate !== "" && sentDate < letterDate) wrong["sentDate"] = "sent-before-letter";
  if (isLate(form, when) && lateReason === "") wrong["lateReason"] = `late-needs-reason|${deadline}`;
  if (exemptionLaw !== "" && exemptionTitle === "") wrong["exemptionTitle"] = "exemption-needs-title";
  if (exemptionTitle !== "" && exemptionLaw === "") wrong["exemptionLaw"] = "exemption-needs-law";
  return wrong;
}
