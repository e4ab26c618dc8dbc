import { z } from "zod";
import { Refusal } from "../errors";

/** Giving back and reopening both say why. */
export const ReasonForm = z.object({
  reason: z.string("missing").trim().min(1, "missing").max(2000, "too-long"),
});

const REMARK = "remark.";
const LONGEST = 2000;

/** What a form says of single paragraphs: the field `remark.<block>`, where anything is written in it. */
export function remarksIn(form: unknown): Map<string, string> {
  const fields = entriesOf(form).filter(([name]) => name.startsWith(REMARK));
  const remarks = new Map<string, string>();
  for (const [name, value] of fields) {
    const text = typeof value === "string" ? value.replaceAll("\0", "").trim() : "";
    if (text.length > LONGEST) throw new Refusal("invalid", "form", { [name]: "too-long" });
    if (text) remarks.set(name.slice(REMARK.length), text);
  }
  return remarks;
}

function entriesOf(form: unknown): [string, unknown][] {
  if (form instanceof FormData) return [...form.entries()];
  return typeof form === "object" && form !== null ? Object.entries(form) : [];
}
