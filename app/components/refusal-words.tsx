import { fieldSentence, refusalSentence } from "~/words/refusals";

export type Refused = { code: string; field?: string };

export function RefusalWords({ code, field }: Refused) {
  return <>{field === undefined ? refusalSentence(code) : fieldSentence(field, code)}</>;
}
