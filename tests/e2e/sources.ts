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
