/** A list as OS2KLE.txt is written, of our own making. */
export const OUR_TOPICS = [
  "KLENummer='00.15.00':KLETitel='Planer og vejledninger i almindelighed':Keywords[Weight]=plan[5];vejledning[10];",
  "KLENummer='29.30.00':KLETitel='Samarbejde om sundhed i almindelighed':Keywords[Weight]=Samarbejde[5];Høringssvar[5];",
  "KLENummer='29.30.05':KLETitel='Råd for sundhed':Keywords[Weight]=sundhedsråd[5];",
  "KLENummer='29.30.08':KLETitel='Aftaler om sundhed [udgår 2027]':Keywords[Weight]=Sundhedsaftale[5];Ærø 'ny'[5];",
  "KLENummer='29.30.09':KLETitel='Klynger om sundhed [udgår 30.06.2026, se 29.30.05]':Keywords[Weight]=klynge[5];",
  "KLENummer='15.62.05':KLETitel='Dagpenge [fagsystem]':Keywords[Weight]=dp100[1000];",
  "",
].join("\n");

/** Facets as KLE-Online's XML has them. */
export const OUR_FACETS = `<?xml version="1.0" encoding="UTF-8"?>
<KLE-Handlingsfacetter>
  <UdgivelsesDato>2026-02-01</UdgivelsesDato>
  <HandlingsfacetKategori>
    <Handlingsfacet>
      <HandlingsfacetNr>G01</HandlingsfacetNr>
      <HandlingsfacetTitel>Sager af almen art &amp; andet</HandlingsfacetTitel>
      <HandlingsfacetAdministrativInfo><OprettetDato>2001-01-01</OprettetDato></HandlingsfacetAdministrativInfo>
    </Handlingsfacet>
    <Handlingsfacet>
      <HandlingsfacetNr>K02</HandlingsfacetNr>
      <HandlingsfacetTitel>Høringer</HandlingsfacetTitel>
      <HandlingsfacetAdministrativInfo><OprettetDato>2013-01-01</OprettetDato></HandlingsfacetAdministrativInfo>
    </Handlingsfacet>
    <Handlingsfacet>
      <HandlingsfacetNr>P20</HandlingsfacetNr>
      <HandlingsfacetTitel>Gamle høringer</HandlingsfacetTitel>
      <HandlingsfacetAdministrativInfo>
        <OprettetDato>1990-01-01+01:00</OprettetDato>
        <Historisk><UdgaaetDato>2013-01-01</UdgaaetDato></Historisk>
      </HandlingsfacetAdministrativInfo>
    </Handlingsfacet>
  </HandlingsfacetKategori>
</KLE-Handlingsfacetter>
`;

/** The form that an administrator sends it in with. */
export function kleForm(text: string | Uint8Array<ArrayBuffer>, edition = "2026-02-10", name = "OS2KLE.txt") {
  return { file: new File([text], name), edition };
}
