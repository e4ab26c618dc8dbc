/** Tables in the text. */
export const tables = {
  bar: "Tabel",
  title: "Indsæt tabel",
  rows: "Rækker",
  columns: "Kolonner",
  hasHeader: "Øverste række er overskrifter",
  insert: "Indsæt",
  cancel: "Annullér",
  wrong: (rows: number, columns: number) => `Vælg 1–${rows} rækker og 1–${columns} kolonner.`,
  tools: {
    rowAbove: { label: "Række over", of: "Række", short: "Over" },
    rowBelow: { label: "Række under", of: "Række", short: "Under" },
    deleteRow: { label: "Slet række", of: "Række", short: "Slet" },
    columnLeft: { label: "Kolonne til venstre", of: "Kolonne", short: "Venstre" },
    columnRight: { label: "Kolonne til højre", of: "Kolonne", short: "Højre" },
    deleteColumn: { label: "Slet kolonne", of: "Kolonne", short: "Slet" },
    headerRow: { label: "Overskriftsrække", of: "Overskrift", short: "Række" },
    headerColumn: { label: "Overskriftskolonne", of: "Overskrift", short: "Kolonne" },
    deleteTable: { label: "Slet tabel", of: "Tabel", short: "Slet" },
  },
  mostRows: (most: number) => `En tabel kan højst have ${most} rækker.`,
  mostColumns: (most: number) => `En tabel kan højst have ${most} kolonner.`,
};
