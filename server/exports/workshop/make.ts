import { agendaOf } from "../agenda/agenda";
import { docxOf } from "../docx/write";
import { letterOf } from "../letter/letter";
import type { Letter } from "../letter/shapes";
import { letterFile } from "../letter-file";
import { liveDocx } from "../live/docx";
import { packageOf } from "../package/pack";
import type { Press } from "../pdf/press";
import { remarkLetter, withAppendix } from "../remarks/letter";
import { remarksOf } from "../remarks/remarks";
import { remarkSheet } from "../remarks/sheet";
import { fileNameOf } from "../rules";
import { wordLetter } from "../word-template/letter";
import { exampleTemplate, trialLetter } from "../word-template/sample";
import type { Material, Order, PlainKind } from "./orders";

/** The bytes of what was ordered. It asks nobody for anything, so that it can be done anywhere. */
export async function bytesOf(press: Press, order: Order): Promise<Uint8Array> {
  switch (order.make) {
    case "draft":
      return letterFile(press, letterOf(order.text, order.facts), order.kind);
    case "version":
      return ofVersion(press, order.material, order.kind);
    case "word":
      return wordLetter(order.material, order.template);
    case "package":
      return packageOf(order.found, order.files, order.attached);
    case "live":
      return liveDocx(order.text);
    case "trial":
      return trialLetter(order.template);
    case "example-template":
      return exampleTemplate();
  }
}

async function ofVersion(press: Press, material: Material, kind: PlainKind): Promise<Uint8Array> {
  const { found, text, facts, centers } = material;
  const letter = letterOf(text, facts);
  const remarks = () => remarksOf(text, facts, centers);
  switch (kind) {
    case "pdf-remarks":
      return press.pdfOf(withAppendix(letter, remarks()));
    case "pdf-data":
      return press.pdfOf(letter, { name: "document.json", text: found.version.canonical });
    case "remarks-docx":
      return docxOf(remarkLetter(letter, remarks()));
    case "remarks-xlsx":
      return remarkSheet(letter, remarks());
    case "agenda-docx":
      return docxOf(agenda(material, letter));
    default:
      return letterFile(press, letter, kind);
  }
}

function agenda({ found, text, facts, centers, attached = [] }: Material, letter: Letter): Letter {
  const { consultation, version, source, edition } = found;
  return agendaOf(letter, {
    hearing: consultation,
    sender: consultation.sender,
    source: `${source.title}, ${edition.label}`,
    files: [...(["pdf", "remarks-docx"] as const).map((kind) => fileNameOf(version, consultation, kind)), ...attached],
    table: remarksOf(text, facts, centers),
    initiatives: text.initiatives?.said ?? [],
  });
}
