import { enumerated } from "./numbers";

export const newSource = {
  title: "Tilføj kilde",
  lead: "Teksten læses og foreslås opdelt i bestemmelser og mål. Du retter opdelingen til, før den tages i brug.",
  sourceTitle: "Titel",
  /** What a hearing is about, out of what its letter is called. */
  titleOf: (letter: string) => {
    const about = letter.replace(
      /^(offentlig |ekstern |teknisk |fornyet )?høring (over|om|af)( (et )?udkast til)? /i,
      "",
    );
    return `${about.charAt(0).toUpperCase()}${about.slice(1)}`;
  },
  kind: "Type",
  publisher: "Udgiver",
  publisherHint: "For eksempel KKR Hovedstaden",
  label: "Udgave",
  labelHint: "For eksempel “udkast 2026” eller “endelig 2017”",
  file: "Fil",
  fileHint: "PDF, Word (.docx), tekst eller Markdown. Højst 50 MB og 500 sider.",
  or: "eller",
  text: "Indsæt teksten",
  submit: "Læs og foreslå opdeling",
  progress: "Læsning af filen",
  sending: {
    begun: "Sender og læser …",
    waiting: "Venter på, at andre filer bliver læst …",
    reading: "Læser …",
    finding: "Finder kapitler, bestemmelser og mål …",
    saving: "Gemmer forslaget …",
    told: "Gør forslaget klar …",
  },
  readingPage: (done: number, of: number) => `Læser side ${done} af ${of}`,
  sendingNote: "Det kan tage et minuts tid. Bliv på siden imens.",
  from: (label: string) => `Begynd med teksten fra “${label}”`,
  fromHint:
    "Brug den, når målene gennemgås uden et nyt papir: du retter dem, der tilpasses, udelader dem, der går ud, og tilføjer de nye. Ellers vælg en fil herunder.",
  nextTitle: (title: string) => `Ny udgave af ${title}`,
  versionsSoFar: (labels: readonly string[]) => `Udgaver indtil nu: ${enumerated(labels)}.`,
};
