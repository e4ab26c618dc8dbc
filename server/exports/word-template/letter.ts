import { docxOf } from "../docx/write";
import { letterOf } from "../letter/letter";
import type { Material } from "../workshop/orders";
import type { Values } from "./fields";
import { judged } from "./judge";
import type { UsedTemplate } from "./shapes";
import { templatedDocx } from "./write";

/** The letter as the municipality's Word files look: in its own template, where it has one. [X16] */
export async function wordLetter({ found, text, facts }: Material, used: UsedTemplate | null): Promise<Uint8Array> {
  if (!used) return docxOf(letterOf(text, facts));
  const { bytes, references, signer } = used;
  const parts = judged(bytes);
  if ("refused" in parts) throw new Error(`Expected the kept template to be usable; it is ${parts.refused}.`);
  const shown = references === "none" || references === "bookmark" ? references : "inline";
  const letter = letterOf(text, facts, { references: shown });
  const of = (label: string) => letter.about.find((each) => each.label === label)?.value ?? "";
  const values: Values = {
    titel: letter.title,
    art: letter.kind,
    sagsnummer: found.consultation.caseNumber,
    nummer: found.consultation.userKey,
    kle: of("KLE"),
    dato: of("Dato"),
    modtager: of("Modtager"),
    afsender: letter.municipality,
    underskriver: signer,
    version: String(found.version.number),
  };
  return templatedDocx(parts, letter, values, references);
}
