import { plural } from "./numbers";
import { day } from "./time";

/** Centers and councils, as administrators keep them. */
export const centers = {
  title: "Centre og råd",
  lead: "Opret, omdøb og luk centre og råd. Når et center lukker, går det, der er åbent, over til et andet.",
  change: "Opret, omdøb og luk centre",
  list: "Kommunens centre og råd",
  columns: { name: "Navn", kind: "Type", members: "Personer", state: "Status", change: "Ret" },
  members: (count: number) => (count === 0 ? "Ingen" : plural(count, "person", "personer")),
  open: "Åbent",
  closing: (on: string, successor: string) => `Lukker ${day(on)}. ${successor} overtager opgaverne.`,
  closed: (on: string, successor: string) => `Lukket ${day(on)}. ${successor} har overtaget opgaverne.`,
  edit: "Ret eller luk",
  editOf: (name: string) => `Ret eller luk ${name}`,
  name: "Navn",
  shortName: "Kort navn",
  shortNameHint: "Står, hvor der er lidt plads, for eksempel i dækningen. Højst 40 tegn.",
  kind: "Type",
  kindHint: "Et råd kan svare med sit eget dokument.",
  create: { title: "Opret et center eller råd", submit: "Opret", done: "Centeret er oprettet." },
  rename: {
    title: (name: string) => `Omdøb ${name}`,
    lead: "Det nye navn står overalt fra nu af. Tekster, der er sendt, godkendt eller journaliseret, beholder det, der står i dem.",
    submit: "Gem navnet",
    done: "Navnet er gemt.",
  },
  close: {
    title: (name: string) => `Luk ${name}`,
    lead: "I de høringer, der ikke er sendt, går åbne opgaver, ansvar for mål og den del af teksten, som centeret ikke har godkendt, over til afløseren. Alle, det angår, får besked.",
    stays:
      "Det, centeret har sagt, godkendt eller fået journaliseret, beholder sit gamle navn. Centerets personer kan skrive videre i de høringer, de var med i.",
    closedOn: "Lukket fra",
    closedOnHint: "Fra den dag kan centeret ikke vælges mere. Er det i dag, sker det med det samme.",
    successor: "Afløser",
    choose: "Vælg et åbent center eller råd",
    submit: "Luk centeret",
    done: "Lukningen er gemt.",
  },
  reopen: { submit: "Fortryd lukningen", done: "Lukningen er fortrudt." },
  /** Beside its name where it still stands. */
  isClosed: (name: string) => `${name} (lukket)`,
};
