import type { Block, Link } from "../../app/document-model/document";
import type { Head } from "../initiatives";

/** A block of a fresh text before it has its id, and what it is linked to from the beginning. */
export type SeedBlock = Omit<Block, "id"> & {
  links?: Link[];
  /** Of a follow-up's headings: whose it is. [M14] */
  heads?: Omit<Head, "blockId">;
};

export function heading(level: number, text: string): SeedBlock {
  return { ...line("heading", text), level };
}

export function paragraph(text = ""): SeedBlock {
  return line("paragraph", text);
}

export function line(kind: Block["kind"], text: string): SeedBlock {
  return { type: "block", kind, level: 0, content: text ? [{ text }] : [] };
}
