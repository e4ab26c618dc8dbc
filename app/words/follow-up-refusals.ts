/** What initiatives and their figures are refused with. */
export const FOLLOW_UP_REFUSALS: Readonly<Record<string, string>> = {
  "no-goal-to-follow":
    "Indsatser hører til et mål i en opfølgning. Punktet er ikke et mål, eller teksten er en anden slags.",
  "not-a-figure": "Skriv et tal, for eksempel 2,04 eller 1.250.",
  "target-upside-down": "Målets ende er lavere end dets begyndelse. Byt om på tallene.",
  "day-ahead": "Dagen ligger ude i fremtiden. Skriv den dag, tallet er gjort op.",
  "initiative-ended": "Indsatsen er afsluttet. Genoptag den i en opfølgning, før du skriver nye tal.",
  "center-closed": "Centeret er lukket og kan ikke blive ansvarligt for noget nyt. Vælg et andet.",
};
