/** Of what comes in from elsewhere, what the page says before all else of it is here; the rest is in paste.ts. */
export const incoming = {
  file: "Indsæt fra Word-fil",
  noPictures: "Billeder kan ikke sættes ind. Beskriv billedet i teksten, eller send det som bilag.",
};
