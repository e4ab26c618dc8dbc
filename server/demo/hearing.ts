import type { Answer } from "../links/shapes";
import type { DemoCenter, DemoPerson } from "./people";
import { AT_THE_END, bullet, type DemoPassage, heading, paragraph, table } from "./text";

/** The hearing that is half written: who got which clause until when, what is answered, and the text so far. */
export const HEARING = {
  title: "Høring om samarbejdsaftale om voksne med psykisk sygdom",
  caseSerial: "018842",
  kle: "29.30.00",
  deadlineTime: "12:00",
};

/** "overdue" and "next" are the working days around today; "later" is a week on, still before the external deadline. */
export type InternalDeadline = "overdue" | "next" | "later";

export const ASSIGNMENTS: { center: DemoCenter; clauses: string[]; deadline: InternalDeadline }[] = [
  { center: "social", clauses: ["2.4"], deadline: "next" },
  {
    center: "social",
    clauses: ["1.2", "3.1", "3.4", "3.5", "4.2", "4.3", "6.1", "6.2", "8.3"],
    deadline: "later",
  },
  { center: "aeldre", clauses: ["3.3", "4.4", "5.1", "5.3", "5.4", "6.3"], deadline: "later" },
  { center: "boern", clauses: ["6.4"], deadline: "overdue" },
  { center: "boern", clauses: ["1.2", "6.5"], deadline: "later" },
  { center: "handicap", clauses: ["2.1", "2.2"], deadline: "later" },
];

export const ANSWERS: { by: DemoPerson; center: DemoCenter; clause: string; answer: Answer }[] = [
  { by: "bidragyder.social", center: "social", clause: "1.2", answer: "no-remarks" },
  { by: "bidragyder.aeldre", center: "aeldre", clause: "4.4", answer: "no-remarks" },
  { by: "bidragyder.boern", center: "boern", clause: "6.5", answer: "in-work" },
  { by: "bidragyder.boern", center: "boern", clause: "1.2", answer: "not-relevant" },
];

const social = (...on: string[]) => ({ for: "social", on }) as const;
const aeldre = (...on: string[]) => ({ for: "aeldre", on }) as const;

const GENERAL = "Generelle bemærkninger";
const POINTS = "Opmærksomhedspunkter";
const ROLES = "Vedr. Ansvar og roller";
const TREATMENT = "Vedr. Ambulant behandling";
const DISCHARGE = "Vedr. Indlæggelse og udskrivning";
const GROUPS = "Vedr. Særlige målgrupper";

/** In the order in which it was written. */
export const HEARING_TEXT: DemoPassage[] = [
  {
    by: "bidragyder.social",
    under: GENERAL,
    blocks: [
      paragraph(
        "Eksempel Kommune støtter, at de to myndigheder beskriver deres opgaver i én fælles aftale. Udkastet er kort og til at bruge i hverdagen, og det bliver lettere for borgerne at vide, hvem de skal henvende sig til.",
        { ...social("source"), as: "support" },
      ),
    ],
  },
  {
    by: "bidragyder.aeldre",
    under: GENERAL,
    blocks: [
      paragraph(
        "Det er især godt, at en udskrivning fremover skal følges af en skriftlig aftale med en plan for medicinen. I dag bruger hjemmesygeplejen mange opkald på at finde ud af, hvad der er ændret under indlæggelsen.",
        { ...aeldre("5.4"), as: "support" },
      ),
    ],
  },
  {
    by: "tovholder",
    under: GENERAL,
    blocks: [heading(POINTS), paragraph("Kommunen beder om, at tre forhold afklares, før aftalen vedtages:")],
  },
  {
    by: "bidragyder.social",
    under: POINTS,
    blocks: [
      bullet("Hvem der skriver den koordinerende indsatsplan, når kontakten er delt ligeligt mellem parterne.", {
        ...social("3.5"),
        as: "question",
      }),
      bullet("Hvad en midlertidig løsning skal indeholde, og hvem der betaler for den.", {
        ...social("4.2"),
        as: "point-of-attention",
      }),
    ],
  },
  {
    by: "bidragyder.aeldre",
    under: POINTS,
    blocks: [
      bullet("Om varslet på tre hverdage også gælder, når hjemmeplejen skal ind som noget nyt.", {
        ...aeldre("5.3"),
        as: "question",
      }),
    ],
  },
  {
    by: "bidragyder.social",
    under: ROLES,
    blocks: [
      paragraph(
        "Én kommunal indgang på alle hverdage kan etableres i den nuværende modtagelse. Kommunen foreslår, at regionen tilsvarende oplyser ét telefonnummer pr. afdeling, så kontakten går begge veje.",
        social("3.1"),
      ),
      paragraph(
        "Ordningen med faste kontaktpersoner er en fordel for borgeren. Det bør tilføjes, hvordan en afløser findes ved ferie og sygdom; ellers risikerer borgeren at stå uden kontakt i flere uger.",
        { ...social("3.4"), as: "point-of-attention" },
      ),
    ],
  },
  {
    by: "bidragyder.social",
    under: TREATMENT,
    blocks: [
      paragraph(
        "Kommunen har ikke medarbejdere til fast følgeskab, når behandlingen ligger mere end en times rejse væk. Det foreslås, at regionen i de tilfælde tilbyder behandling på video eller nærmere borgeren, og at **ansvaret for transporten** skrives ind i aftalen.",
        { ...social("4.3"), as: "change-proposal" },
      ),
    ],
  },
  {
    by: "bidragyder.aeldre",
    under: DISCHARGE,
    blocks: [
      paragraph(
        "Tre hverdage er nok, når borgeren vender hjem til den samme støtte. Skal hjemmeplejen begynde et nyt forløb, er det for kort tid til at planlægge besøg og bestille hjælpemidler. Kommunen foreslår disse varsler:",
        { ...aeldre("5.3"), as: "change-proposal" },
      ),
      table([
        ["Situation", "Udkastet", "Kommunens forslag"],
        ["Hjem til samme støtte som før", "3 hverdage", "3 hverdage"],
        ["Ny eller ændret hjælp fra hjemmeplejen", "3 hverdage", "5 hverdage"],
        ["Ny bolig eller plads i botilbud", "10 hverdage", "15 hverdage"],
      ]),
    ],
  },
  {
    by: "bidragyder.social",
    under: GROUPS,
    blocks: [
      paragraph(
        "Samlet behandling af psykisk sygdom og rusmidler kræver, at begge parters fagfolk sidder ved samme bord. Kommunens rusmiddelcenter deltager gerne i en fælles visitation én gang om ugen.",
        social("6.1"),
      ),
    ],
  },
  {
    by: "bidragyder.aeldre",
    under: GROUPS,
    blocks: [
      paragraph(
        "Vurderingen af ældre borgere bør ske i borgerens eget hjem, hvor et funktionstab viser sig tydeligst. Kommunens demenskoordinator kan deltage med en uges varsel.",
        aeldre("6.3"),
      ),
    ],
  },
  { by: "tovholder", under: AT_THE_END, blocks: [paragraph("Lene Skovgaard, direktør for Velfærd")] },
];
