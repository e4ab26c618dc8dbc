import { plural } from "./numbers";

export const audit = {
  title: "Revisionsspor",
  lead: "Hver handling er skrevet ned i samme øjeblik, som den skete, og kædet sammen med den forrige.",
  whole: (count: number) => `Kæden er hel: ${plural(count, "post", "poster")} er kontrolleret.`,
  broken: (seq: number) => `Kæden er brudt ved post ${seq}. En post er ændret eller fjernet uden om systemet.`,
  checking: "Kæden bliver kontrolleret fra den første post. Vis siden igen om et øjeblik.",
  checkedAt: (at: string) => `Hele kæden er sidst regnet efter ${at}. Poster efter det er kontrolleret nu.`,
  filter: "Hændelse",
  all: "Alle hændelser",
  show: "Vis",
  columns: {
    event: "Hændelse",
    at: "Tidspunkt",
    object: "Genstand",
    seq: "Nr.",
    hash: "Fingeraftryk",
    roles: "Roller",
  },
  none: { title: "Ingen poster", text: "Der er ingen poster af den slags." },
  details: "Detaljer",
  system: "Systemet",
  pages: "Sider",
  newer: "Nyere",
  older: "Ældre",
  pageOf: (page: number, pages: number) => `Side ${page} af ${pages}`,
};

export const administration = {
  title: "Administration",
  people: "Personer",
  centers: "Centre og råd",
  columns: { name: "Navn", email: "E-mail", roles: "Roller", state: "Status", kind: "Type", shortName: "Kort navn" },
  role: (role: string, center: string | null) => (center ? `${role}, ${center}` : role),
  active: "Aktiv",
  inactive: "Lukket",
  noRoles: "Ingen roller",
};
