import { plural } from "./numbers";

export const paging = {
  newer: "Nyere",
  older: "Ældre",
  previous: "Forrige",
  next: "Næste",
  pageOf: (page: number, pages: number) => `Side ${page} af ${pages}`,
};

/** A long list of which the first part is here. */
export const inParts = {
  showAll: (count: number) => `Vis alle ${plural(count, "punkt", "punkter")}`,
};
