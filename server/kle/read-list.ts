import { Refusal } from "../errors";
import type { KleKind } from "./shapes";

/** A number as a file has it. */
export type ReadNumber = {
  number: string;
  title: string;
  validFrom: string | null;
  validTo: string | null;
  successor: string | null;
  keywords: string;
};

export type ReadList = { kind: KleKind; edition: string | null; numbers: ReadNumber[] };

/** KLE has some 2,400 topics in use and as many that are history. */
export const MOST_NUMBERS = 20_000;
const LONGEST_TITLE = 300;

/** At the field of the file, and with the line where there is one. */
export function refused(code: string, line?: number): Refusal {
  return new Refusal("invalid", "form", { file: line === undefined ? code : `${code}|${line}` });
}

/** A title is one line of text, without what no text holds. */
export function isTitle(title: string): boolean {
  return title !== "" && title.length <= LONGEST_TITLE && !/[\p{Cc}\ufffd]/u.test(title);
}
