import type { Clock } from "../../../clock";
import { spokenFacts } from "../facts";
import { parcelHash, safelyNamed } from "../manifest";
import { escaped } from "../metadata-xml";
import type { Earlier, FiledFile, Parcel } from "../port";

/** A file under the name it has in the OUT folder: no two filings share one. */
export type SentFile = FiledFile & { sentAs: string };

export function sentFiles(parcel: Parcel): SentFile[] {
  return safelyNamed(parcel).map((file, index) => ({
    ...file,
    sentAs: `${parcel.clientId}_${index + 1}_${file.name}`,
  }));
}

export function envelopeName({ clientId }: Pick<Parcel, "clientId">): string {
  return `${clientId}.xml`;
}

const V3 = "http://serviceplatformen.dk/xml/wsdl/soap11/DistributionService/3/types";
const V2 = "http://serviceplatformen.dk/xml/wsdl/soap11/DistributionService/2/types";
const SYSTEM = "<URN>urn:samsvar:it-system</URN>";

type Sending = { parcel: Parcel; earlier: Earlier | null; files: readonly SentFile[]; cvr: string; at: Date };

/**
 * What Fordelingskomponenten (SF2900) is told of a document, its elements in the schema's order. The transaction is our
 * client id: a receiver that gets it twice knows that it is the same.
 */
export function envelopeOf(
  parcel: Parcel,
  earlier: Earlier | null,
  { cvr, clock }: { cvr: string; clock: Clock },
): string {
  const sending = { parcel, earlier, files: sentFiles(parcel), cvr, at: clock.now() };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<v3:FordelingsobjektAfsendRequest xmlns:v3="${V3}" xmlns="${V2}">`,
    "<v3:anmodning>",
    contextOf(sending),
    "<DistributionObject><ObjektType>DOKUMENT</ObjektType><ObjektIndhold>",
    documentOf(sending),
    "</ObjektIndhold></DistributionObject>",
    "</v3:anmodning>",
    "</v3:FordelingsobjektAfsendRequest>",
    "",
  ].join("\n");
}

function contextOf({ parcel: { clientId, metadata }, files: [main], cvr }: Sending): string {
  return [
    "<DistributionContext>",
    element("AnvenderTransaktionsID", clientId),
    element("AfsendendeMyndighed", cvr),
    element("RoutingMyndighed", cvr),
    "<RoutingValg><RoutingKLEEmneHandling>",
    element("RoutingKLEEmne", metadata.kle),
    element("RoutingHandlingFacet", metadata.facet),
    "</RoutingKLEEmneHandling></RoutingValg>",
    element("DokumentFilNavn", main?.sentAs ?? ""),
    "</DistributionContext>",
  ].join("\n");
}

function documentOf(sending: Sending): string {
  const { clientId, metadata } = sending.parcel;
  return [
    "<DistributionDokument>",
    element("ID", clientId),
    element("KLEEmneForslag", metadata.kle),
    element("HandlingFacetForslag", metadata.facet),
    "<Registrering>",
    element("FraTidsPunkt", sending.at.toISOString()),
    element("LivscyklusKode", "Oprettet"),
    `<RegistreringItSystem>${SYSTEM}</RegistreringItSystem>`,
    `<RelationListe><VariantListe>${sending.files.map(variantOf).join("\n")}</VariantListe>${partOf(sending)}</RelationListe>`,
    `<TilstandsListe><Tilstand>${element("Fremdrift", "Endeligt")}${effectOf("")}</Tilstand></TilstandsListe>`,
    attributesOf(sending),
    "</Registrering>",
    "</DistributionDokument>",
  ].join("\n");
}

function variantOf({ name, sentAs, mediaType, bytes, sha256 }: SentFile, index: number): string {
  const kind = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toUpperCase() ?? "FIL";
  return [
    `<Variant>${effectOf(`SHA-256 ${sha256}`)}${element("Rolle", "Variant")}${element("Indeks", String(index + 1))}`,
    `<VariantAttributter>${element("VariantType", kind)}</VariantAttributter>`,
    "<DelAttributter>",
    element("DelTekst", name),
    element("Indeks", "1"),
    element("Filstoerrelse", String(bytes.length)),
    element("MimeType", mediaType),
    element("Location", sentAs),
    "</DelAttributter></Variant>",
  ].join("\n");
}

/** To whom it goes, where that is an organisation that has a number. */
function partOf({ parcel: { metadata } }: Sending): string {
  const { recipientId, recipient } = metadata;
  if (recipientId === "") return "";
  const isCvr = /^\d{8}$/.test(recipientId);
  const id = isCvr ? element("URN", `urn:oio:cvr-nr:${recipientId}`) : element("UUID", recipientId);
  return [
    `<DokumentPartListe><DokumentPart>${effectOf(recipient)}`,
    `${element("Rolle", "PrimaerPart")}${element("Indeks", "1")}`,
    `<Part>${element("ObjektType", isCvr ? "Virksomhed" : "Organisation")}<ReferenceID>${id}</ReferenceID></Part>`,
    "</DokumentPart></DokumentPartListe>",
  ].join("");
}

function attributesOf({ parcel, earlier }: Sending): string {
  const { metadata } = parcel;
  const follows = earlier ? `Ny version af ${earlier.documentNumber}.\n` : "";
  return [
    "<AttributListe><Attributter>",
    element("BrugervendtNoegleTekst", metadata.userKey),
    element("TitelTekst", metadata.title),
    // The schema has room for a case's UUID alone; people know it by its number.
    element(
      "BeskrivelseTekst",
      `Sagsnummer ${metadata.caseNumber}.\n${follows}${metadata.description}${spokenFacts(metadata)}`,
    ),
    element("Dokumenttype", metadata.documentType),
    element("Retning", metadata.direction),
    element("Brevdato", metadata.letterDate),
    element("Fristdato", metadata.deadline),
    element("VersionIdentifikator", metadata.version === 0 ? "" : String(metadata.version)),
    element("KassationskodeTekst", metadata.disposal),
    effectOf(markOf(parcel)),
    exemptionOf(metadata),
    "</Attributter></AttributListe>",
  ].join("\n");
}

function exemptionOf({ exemptionTitle, exemptionLaw }: Parcel["metadata"]): string {
  if (exemptionLaw === "") return "";
  const told = element("TitelAlternativTekst", exemptionTitle) + element("HjemmelTekst", exemptionLaw);
  return `<OffentlighedUndtaget>${told}</OffentlighedUndtaget>`;
}

/** Tells an envelope of the same files from one of others. */
export function markOf(parcel: Parcel): string {
  return `Pakke ${parcelHash(parcel)}`;
}

function effectOf(note: string): string {
  return `<Virkning><Aktoer>${SYSTEM}</Aktoer>${element("AktoerType", "ItSystem")}${element("NoteTekst", note)}</Virkning>`;
}

function element(name: string, text: string): string {
  return text === "" ? "" : `<${name}>${escaped(text)}</${name}>`;
}
