/** What keeps a decision on the carry-over desk, or a hearing on its way to another version. */
export const CARRY_OVER_REFUSALS: Readonly<Record<string, string>> = {
  "decided-otherwise":
    "Bestemmelsen er allerede afgjort, og på en anden måde. Fortryd den afgørelse først, hvis den skal laves om.",
  "not-a-clause-of-this-version":
    "Bestemmelsen findes ikke i den udgave. Måske er den rettet imens – genindlæs siden, og prøv igen.",
  "only-goals": "Kun et mål kan være indfriet. Vælg i stedet “Udgået”.",
  "still-there": "Det, der står i den nye udgave, er ikke taget ud. Fjern valget, hvis målet er indfriet.",
  "versions-not-compared":
    "De to udgaver kunne ikke sammenlignes lige nu. Vent et øjeblik, og genindlæs siden. Sker det igen, så kontakt jeres administrator.",
  "no-such-version": "Udgaven findes ikke, eller den bygger ikke på den udgave, høringen er på.",
  "newer-version":
    "Der er kommet en nyere udgave af kilden. Vælg, om høringen skal følge den eller blive på sin udgave, før teksten sendes.",
  "carry-over-undecided":
    "Det er ikke afgjort, hvad alle de punkter, som høringen bruger, er blevet til i den nye udgave. Afgør dem, før teksten sendes.",
};
