import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const seed = fileURLToPath(new URL("../../../shared/seeds/003-kkr-maal-for-sundhed-2016.md", import.meta.url));
const own = fileURLToPath(new URL("../fixtures/maalpapir.txt", import.meta.url));

/** The real goal paper where it lies beside the repository, else one in our own words. */
export const goalPaper = existsSync(seed)
  ? {
      path: seed,
      goals: 8,
      first: { section: "KKR-mål om akutfunktioner", words: "nye faglige standarder" },
      second: {
        section: "KKR-mål om rusmiddelområdet",
        heading: "Fælles fokus på rusmiddelområdet",
        goal: /eksplorativ afdækning/,
      },
    }
  : {
      path: own,
      goals: 4,
      first: { section: "KKR-mål for tryghed i eget hjem", words: "akutteam" },
      second: { section: "KKR-mål om unges vej til hjælp", heading: "Unges vej til hjælp", goal: /samtale inden for/ },
    };

export type Revised = {
  title: string;
  kind: string;
  first: string;
  second: string;
  /** Shared out to the center that writes. */
  sections: readonly (string | RegExp)[];
  /** What is written, and the words by which its clause is found. */
  remarks: readonly { says: string; on: string }[];
  /** What the links' chips say in the new version, and how many do. */
  chips: readonly (readonly [name: RegExp, count: number])[];
};

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/carry-over/${name}`, import.meta.url));
const SEEDS = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));

/** Two versions of a paper of ours, with a clause for each thing that can become of one. */
export const revisedAgreement: Revised = {
  title: "Aftale om fælles vandforsyning",
  kind: "Aftale",
  first: fixture("vandaftale-1.md"),
  second: fixture("vandaftale-2.md"),
  sections: [/^1 Forsyning/, /^2 Beredskab/, /^3 Økonomi/],
  remarks: [
    { says: "Døgnvagten er vi glade for.", on: "1.1" },
    { says: "Fem hverdage er for kort tid for vores botilbud.", on: "1.2" },
    { says: "Fejlvisninger bør rettes med det samme.", on: "1.4" },
    { says: "Evalueringen skal også sendes til handicaprådet.", on: "2.4" },
    { says: "Tilskuddet betyder meget for plejehjemmene.", on: "3.2" },
  ],
  chips: [
    [/^Henviser til 1\.1$/, 1],
    [/^Henviser til 1\.2, ændret/, 1],
    [/^Henviser til 1\.3, ændret/, 1],
    [/^Henviser til 1\.4, ændret/, 1],
    [/^Henviser til 2\.3, ændret/, 1],
    [/^Henviser til 3\.2, udgået/, 1],
  ],
};

/** The real goal paper's draft and what it became a year later; null where they do not lie beside the repository. */
export const revisedGoalPaper: Revised | null = existsSync(`${SEEDS}001-kkr-maal-for-sundhed-2017.txt`)
  ? {
      title: "KKR-mål for sundhed, overført",
      kind: "Målpapir",
      first: seed,
      second: `${SEEDS}001-kkr-maal-for-sundhed-2017.txt`,
      sections: ["KKR-mål om akutfunktioner", "KKR-mål om de unges sundhed", "KKR-mål om rusmiddelområdet"],
      remarks: [
        { says: "Standarderne kræver flere sygeplejersker, end vi har.", on: "nye faglige standarder" },
        { says: "Vi arbejder allerede sammen med regionen om de unge.", on: "styrke det tværkommunale" },
        { says: "Vi deltager gerne i afdækningen.", on: "eksplorativ afdækning" },
      ],
      chips: [
        [/, ændret/, 2],
        [/, udgået/, 1],
      ],
    }
  : null;
