import { factsOf } from "../facts";
import { escaped } from "../metadata-xml";
import type { Parcel } from "../port";

/** What a filing is, as properties of its folder. */
export function saidOf({ clientId, contentHash, metadata }: Parcel): string {
  const said = {
    KlientId: clientId,
    Sagsnummer: metadata.caseNumber,
    Titel: metadata.title,
    BrugervendtNoegle: metadata.userKey,
    Brevdato: metadata.letterDate,
    Dokumenttype: metadata.documentType,
    Retning: metadata.direction,
    KLEEmne: metadata.kle,
    ...Object.fromEntries(factsOf(metadata)),
    GodkendtIndholdSha256: contentHash,
  };
  const lines = Object.entries(said).map(([name, value]) => `<S:${name}>${escaped(value)}</S:${name}>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<D:propertyupdate xmlns:D="DAV:" xmlns:S="urn:samsvar:journalisering"><D:set><D:prop>
<D:displayname>${escaped(metadata.title)}</D:displayname>${lines.join("\n")}
</D:prop></D:set></D:propertyupdate>`;
}
