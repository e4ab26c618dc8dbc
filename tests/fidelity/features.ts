import { TITLE } from "./sample";
import { all, breaks, type Look, stands } from "./seen";

/** `of`: the names of the live document (names.ts, kinds of blocks) that it is about. */
export type Feature = { name: string; of: string[]; look: Look };

const LINK = "https://example.dk/a?b=1&c=2";

/** What a text may hold, and what it should still be in a file. */
export const FEATURES: readonly Feature[] = [
  { name: "Titel", of: [], look: stands(TITLE, ".title") },
  { name: "Overskrift, niveau 1", of: ["block", "heading"], look: stands("Hovedafsnit", "h1") },
  { name: "Overskrift, niveau 2", of: ["heading"], look: stands("Underafsnit", "h2") },
  { name: "Overskrift, niveau 3", of: ["heading"], look: stands("Delafsnit", "h3") },
  { name: "Afsnit", of: ["block", "paragraph"], look: stands("Et almindeligt afsnit.", "p") },
  { name: "Linjeskift i et afsnit", of: ["hardBreak"], look: breaks("Før bruddet", "efter bruddet") },
  { name: "Fed", of: ["bold"], look: stands("fed", "strong") },
  { name: "Kursiv", of: ["italic"], look: stands("skrå", "em") },
  { name: "Fed og kursiv", of: ["bold", "italic"], look: stands("begge", "strong", "em") },
  { name: "Link til nettet", of: ["link"], look: stands("henvisning", `a=${LINK}`) },
  { name: "Link til en postadresse", of: ["link"], look: stands("postadresse", "a=mailto:svar@example.dk") },
  { name: "Danske bogstaver og særlige tegn", of: [], look: stands("Æblegrød & <kød> – „ja“, 5 € og § 4", "p") },
  { name: "Punktopstilling", of: ["bullet"], look: stands("Yderste punkt", "ul", "li") },
  { name: "Punkt i et punkt", of: ["bullet"], look: stands("Indre punkt", "ul", "ul", "li") },
  { name: "Punkt i tredje led", of: ["bullet"], look: stands("Inderste punkt", "ul", "ul", "ul", "li") },
  { name: "Nummerering", of: ["ordered"], look: stands("Trin ét", "ol", "li") },
  { name: "Nummer i et nummer", of: ["ordered"], look: stands("Deltrin", "ol", "ol", "li") },
  { name: "Punkt i en nummerering", of: ["bullet", "ordered"], look: stands("Blandet punkt", "ol", "ol", "ul", "li") },
  { name: "Citat", of: ["quote"], look: stands("Udskrivning varsles.", "blockquote") },
  { name: "Citatets kilde", of: ["quote"], look: stands("Pkt. 5 Mentor") },
  { name: "Fodnote", of: ["note", "footnote"], look: all(stands("Et ord", "p"), stands("Notens ord", "note")) },
  { name: "Fed i en fodnote", of: ["footnote", "bold"], look: stands("notens fed", "note", "strong") },
  { name: "Samme fodnote to steder", of: ["note"], look: stands("Samme note") },
  { name: "Fodnote uden ord i teksten", of: ["footnote"], look: stands("Uden ord i teksten", "p") },
  { name: "Henvisning til et punkt", of: [], look: stands("(pkt. 4.2)") },
  { name: "Henvisning til hele kilden", of: [], look: stands("(hele aftalen)") },
  { name: "Tabel", of: ["table", "tableRow", "tableCell"], look: stands("Almindelig celle", "table", "tr", "td") },
  { name: "Overskriftsrække", of: ["tableHeader"], look: stands("Opgave", "table", "th") },
  { name: "Overskrift i en rækkes første celle", of: ["tableHeader"], look: stands("Rækkehoved", "th") },
  { name: "Celle over flere kolonner", of: ["tableCell"], look: stands("To brede", "td", "colspan=2") },
  { name: "Celle over flere rækker", of: ["tableCell"], look: stands("To høje", "td", "rowspan=2") },
  { name: "Liste i en celle", of: ["tableCell", "bullet"], look: stands("Liste i celle", "td", "ul", "li") },
  { name: "Fodnote i en celle", of: ["tableCell", "note"], look: stands("Note fra celle", "note") },
];

/** Of these there is nothing to see in a file: what colleagues say of a text is no part of what it says. [K1] */
export const NOT_OF_THE_LETTER = ["comment"];
