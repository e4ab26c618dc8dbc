import type { DemoCenter } from "./people";
import { type DemoPassage, heading, paragraph, quote } from "./text";

/** The implementation assessment that is under way: three goals are quoted, two of them answered. */
export const ASSESSMENT = {
  title: "Vurdering af, hvor langt vi er med de fælles mål",
  caseNumber: "2026-020317",
  kle: "29.30.05",
};

/** Goals are named by their opening words. */
const AT_HOME = "Senest i ";
const ONE_NUMBER = "Læger, hospitaler og vagtcentral";
const YEARLY_COUNT = "Kommunerne offentliggør hvert forår";
const COUNSEL = "En ung mellem 15 og 25 år";
const SCHOOL = "Elever på første år";
const TRAINING = "Genoptræning efter indlæggelse";
const QUESTIONS = "Alle kommuner spørger borgeren";
const NEIGHBOUR = "Træning kan foregå";

export const ASSESSMENT_ASSIGNMENTS: { center: DemoCenter; clauses: string[] }[] = [
  { center: "aeldre", clauses: [AT_HOME, ONE_NUMBER, YEARLY_COUNT, TRAINING, QUESTIONS, NEIGHBOUR] },
  { center: "boern", clauses: [COUNSEL, SCHOOL] },
];

/** `goalText` gives a goal's full words by its opening ones, for the quotations. */
export function assessmentText(goalText: (opening: string) => string): DemoPassage[] {
  const aeldre = (...on: string[]) => ({ for: "aeldre", on }) as const;
  const boern = (...on: string[]) => ({ for: "boern", on }) as const;
  return [
    {
      by: "tovholder",
      blocks: [
        paragraph(
          "Notatet viser, hvad Eksempel Kommune gør i dag for at nå de fælles mål, og hvor der mangler noget. Det skrives af centrene i fællesskab og forelægges direktionen.",
        ),
        heading("Akutsygepleje"),
        quote(goalText(AT_HOME)),
        heading("Hvordan arbejder Eksempel Kommune med målet?", 3),
      ],
    },
    {
      by: "bidragyder.aeldre",
      blocks: [
        paragraph(
          "Kommunens akutteam består af seks sygeplejersker og kører alle dage fra kl. 7 til 23. I de timer var teamet i første halvår fremme inden for to timer ved 94 ud af 100 henvendelser.",
          aeldre(AT_HOME),
        ),
        paragraph(
          "Om natten dækkes akutte besøg af den almindelige natsygepleje, og her er der ingen garanti for tiden. En fælles natordning med nabokommunen undersøges; der er endnu ikke truffet beslutning.",
          aeldre(AT_HOME),
        ),
      ],
    },
    {
      by: "tovholder",
      blocks: [
        heading("Unges trivsel"),
        quote(goalText(COUNSEL)),
        heading("Hvordan arbejder Eksempel Kommune med målet?", 3),
      ],
    },
    {
      by: "bidragyder.boern",
      blocks: [
        paragraph(
          "Ungerådgivningen holder åbent to eftermiddage om ugen, og alle under 25 år kan komme uden at bestille tid. Ventetiden på et længere forløb var i september gennemsnitligt otte dage.",
          boern(COUNSEL),
        ),
        paragraph(
          "Kommunen er ikke i gang med undervisning på ungdomsuddannelserne. Opgaven er sat på dagsordenen for det kommende samarbejdsmøde med erhvervsskolen.",
          boern(SCHOOL),
        ),
      ],
    },
    {
      by: "tovholder",
      blocks: [
        heading("Fra sygdom til hverdag"),
        quote(goalText(TRAINING)),
        heading("Hvordan arbejder Eksempel Kommune med målet?", 3),
      ],
    },
  ];
}
