import type { z } from "zod";
import { type FieldCodes, Refusal } from "./errors";

/**
 * Checks a form against its schema at the door of a command. Each issue becomes a code at its field: the schema's own
 * message is the code (`z.string().min(1, "missing")`), and the first one per field counts.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, form: unknown): z.output<Schema> {
  const result = schema.safeParse(form instanceof FormData ? fromFormData(form) : form);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  throw new Refusal("invalid", "form", fields as FieldCodes);
}

/** A field that occurs several times becomes a list; a file stays a File. NUL is no letter, and PostgreSQL takes none. */
function fromFormData(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).map((value) => (typeof value === "string" ? value.replaceAll("\0", "") : value));
    fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}
