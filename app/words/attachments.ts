import { bytes, plural } from "./numbers";
import { dateAndTime } from "./time";

/** What councils answer in documents of their own. */
export const attachments = {
  title: "Bilag fra råd",
  lead: "Rådenes egne svar følger uændret med teksten, når den sendes, og med i pakken og journaliseringen.",
  none: "Ingen råd har vedlagt deres eget svar.",
  from: (council: string, size: number) => `${council}, ${bytes(size)}`,
  added: (by: string, at: Date) => `Vedlagt af ${by} ${dateAndTime(at)}`,
  cpr: (count: number) =>
    `${plural(count, "sted", "steder")} ligner CPR-numre. Det skal begrundes, når teksten sendes.`,
  cprShort: (count: number) => `${plural(count, "sted", "steder")} ligner CPR-numre`,
  notRead: "Teksten i filen kan ikke læses, så der er ikke ledt efter CPR-numre.",
  fingerprint: "SHA-256",
  remove: "Fjern",
  removeOf: (fileName: string) => `Fjern ${fileName}`,
  open: "Vedlæg et råds svar",
  council: "Råd",
  choose: "Vælg et råd",
  file: "Rådets svar",
  fileHint: "PDF eller Word (.docx). Bilagene må højst fylde 20 MB tilsammen.",
  submit: "Vedlæg svaret",
  done: "Svaret er vedlagt.",
  removed: "Bilaget er fjernet.",
  along: "Følger med teksten",
};
