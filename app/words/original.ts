/** The paper itself, beside what was read from it. */
export const original = {
  show: "Vis papiret",
  hide: "Skjul papiret",
  key: "o",
  title: "Papiret",
  close: "Luk papiret",
  download: "Hent originalen",
  pages: "Papirets sider",
  text: "Papirets tekst",
  page: "Side",
  of: (pages: number) => `af ${pages}`,
  zoomIn: "Større",
  zoomOut: "Mindre",
  fit: "Tilpas bredden",
  percent: (zoom: number) => `${Math.round(zoom * 100)} %`,
  opening: "Åbner papiret …",
  fetching: (done: number, of: number | null) =>
    of === null ? `Henter papiret: ${megabytes(done)} MB` : `Henter papiret: ${megabytes(done)} af ${megabytes(of)} MB`,
  fetchingLabel: "Hentning af papiret",
  again: "Prøv igen",
  failed: {
    "signed-out": "Du er ikke længere logget ind. Log ind igen for at se papiret.",
    "not-fetched": "Papiret kunne ikke hentes. Tjek forbindelsen, og prøv igen.",
    "not-shown": "Filen kan ikke vises her. Hent originalen, og åbn den i et andet program.",
  },
  signIn: "Log ind",
  drawing: (page: number) => `Side ${page} er på vej`,
  notDrawn: (page: number) => `Side ${page} kan ikke vises.`,
  word: "Word-filens tekst uden opsætning og automatiske numre. Hent originalen for at se den, som den er sat op.",
  cut: "Kun begyndelsen af teksten vises. Hent originalen for at se det hele.",
  seeking: "Leder efter punktet …",
  found: (pages: readonly number[]) => {
    const [first = 1] = pages;
    const last = pages.at(-1) ?? first;
    return first === last ? `Markeret på side ${first}` : `Markeret på side ${first}–${last}`;
  },
  foundInText: "Markeret i teksten",
  foundPartly: "noget af punktets tekst er ændret",
  notFoundOn: (page: number) => `Punktets ord står ikke på side ${page}.`,
  notFound: "Punktets ord står ikke i papiret.",
  toPaper: (name: string, page: number | null) => {
    const way = page === null ? "Vis i papiret" : `Vis på side ${page} i papiret`;
    return name ? `${way}: ${name}` : way;
  },
  shortPage: (page: number) => `s. ${page}`,
  noPage: "Vis",
};

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString("da-DK", { maximumFractionDigits: 1 });
}
