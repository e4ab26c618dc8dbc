import type { REFERENCES } from "../../../db/schema/word-template";
import type { Field } from "./fields";

/** How a municipality's letters name the clauses they are about. */
export type References = (typeof REFERENCES)[number];

/** The municipality's own template, and what a letter in it says that the text does not. */
export type UsedTemplate = { bytes: Uint8Array; references: References; signer: string };

export type WordTemplatePage = {
  /** What is in use; null: the letters look as Samsvar draws them. */
  template: { fileName: string; bytes: number; uploadedBy: string; uploadedAt: Date; references: References } | null;
  fields: readonly Field[];
};
