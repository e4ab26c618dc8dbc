import { z } from "zod";
import { Refusal } from "./errors";

/** A file that a form may leave out: a browser sends an empty one when none is chosen. */
export const chosenFile = z
  .union([z.instanceof(File), z.literal("")], "missing")
  .transform((file) => (file === "" || (file.size === 0 && file.name === "") ? undefined : file))
  .optional();

/** A file as it came, under the name it is kept by. */
export type Upload = { fileName: string; bytes: Uint8Array };

type Terms = {
  /** Bytes. */
  most: number;
  /** The code at its field when it has more; "too-large" says 50 MB where the field has no sentence of its own. */
  tooLarge?: string;
  field?: string;
  /** What it is called when nothing of its own name can be kept. */
  unnamed: string;
};

/** Reads what was sent, once its size is known to be within the terms; else it is refused at its field. */
export async function uploaded(file: File, { most, tooLarge, field, unnamed }: Terms): Promise<Upload> {
  if (file.size > most) throw new Refusal("invalid", "form", { [field ?? "file"]: tooLarge ?? "too-large" });
  return { fileName: keptName(file.name) || unnamed, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Some browsers send a path; the name alone is kept, on one line. */
function keptName(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "");
  return plain.slice(-200).toWellFormed();
}
