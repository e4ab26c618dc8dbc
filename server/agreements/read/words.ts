/** Small questions about how a line begins and ends. Each looks at a bounded piece of it, however long the line is. */
export { endsSentence, startsLower } from "../../../app/document-model/correction/sentences";

const MONTH = /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/i;

export function startsUpper(text: string): boolean {
  return /^["”“»«'(]?\p{Lu}/u.test(text.slice(0, 4));
}

export function startsWithMonth(text: string): boolean {
  return MONTH.test(text.slice(0, 12));
}

export function isAddress(text: string): boolean {
  return text.length < 300 && /^<?(?:https?:\/\/|www\.)\S+$/.test(text);
}

export function wordCount(text: string): number {
  return text.split(" ").length;
}

/** The line under a figure. The figure is gone, so its caption is set aside (a person may take it in again). */
export function isCaption(text: string): boolean {
  return /^(?:figur|billede|foto|illustration) \d{1,3} ?[:.–-]/i.test(text.slice(0, 40));
}
