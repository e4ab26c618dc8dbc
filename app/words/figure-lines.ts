/** Of initiatives and figures, where they are told in a line. */
export const figureLines = {
  facts: { center: "Ansvarlig", period: "Periode", deadline: "Frist" },
  none: "Ingen tal endnu",
  target: "Mål",
  headless: "Indsatser uden overskrift i teksten",
};
