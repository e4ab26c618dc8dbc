import { PDFBool, PDFDict, type PDFDocument, PDFName, PDFRawStream } from "pdf-lib";

const NAMESPACE = "http://www.aiim.org/pdfua/ns/id/";

/** PDF/A wants every property it does not know itself described: so the UA mark comes with its schema. */
const SCHEMA = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

/**
 * Says in a PDF/A-2a file that it is PDF/UA-1 too. Typst writes one standard at a time; the letter has passed its
 * UA-1 checks before, and the tags of both are the same.
 */
export function markAsUa(document: PDFDocument): void {
  const name = PDFName.of("Metadata");
  const metadata = document.catalog.lookup(name);
  if (!(metadata instanceof PDFRawStream))
    throw new Error("Expected a PDF with plain metadata from Typst; found none.");
  const marked = document.context.stream(Buffer.from(withMark(Buffer.from(metadata.contents).toString("utf8"))), {
    Type: "Metadata",
    Subtype: "XML",
  });
  document.catalog.set(name, document.context.register(marked));
  document.context.delete(document.context.getObjectRef(metadata) ?? document.context.nextRef());
  const preferences =
    document.catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict) ?? document.context.obj({});
  preferences.set(PDFName.of("DisplayDocTitle"), PDFBool.True);
  document.catalog.set(PDFName.of("ViewerPreferences"), preferences);
}

function withMark(xmp: string): string {
  const marked = xmp
    .replace("<pdfaExtension:schemas><rdf:Bag>", `<pdfaExtension:schemas><rdf:Bag>${SCHEMA}`)
    .replace("<pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>")
    .replace(' xmlns:pdfaid="', ` xmlns:pdfuaid="${NAMESPACE}" xmlns:pdfaid="`);
  if (!marked.includes(SCHEMA) || !marked.includes(`xmlns:pdfuaid="${NAMESPACE}"`))
    throw new Error("Expected PDF/A metadata with extension schemas from Typst; found another shape. See ua-mark.ts.");
  return marked;
}
