import { plural } from "./numbers";

export const shell = {
  product: "Samsvar",
  skip: "Gå til indholdet",
  navigation: "Hovedmenu",
  menu: "Menu",
  personMenu: (name: string) => `Din konto: ${name}`,
  desk: "Mit bord",
  hearings: "Høringer",
  sources: "Kilder",
  search: "Søg",
  audit: "Revisionsspor",
  administration: "Administration",
  absence: "Fravær og stedfortræder",
  signOut: "Log ud",
  notices: (unread: number) => (unread === 0 ? "Beskeder, ingen nye" : `Beskeder, ${plural(unread, "ny", "nye")}`),
  demo: "Demo",
  breadcrumbs: "Brødkrumme",
  working: "Arbejder …",
  copy: "Kopiér",
  copied: "Kopieret",
  summary: "Der er noget, der skal rettes",
  optional: "(valgfrit)",
  title: (page: string) => `${page} – Samsvar`,
};

export const errors = {
  notFound: {
    title: "Siden findes ikke",
    text: "Adressen er forkert, eller du har ikke adgang til det, der ligger her.",
  },
  forbidden: { title: "Du har ikke adgang", text: "Din rolle giver ikke adgang til denne side." },
  fault: {
    title: "Noget gik i stykker",
    text: "Det er vores fejl og ikke din. Prøv igen om et øjeblik. Sker det igen, så oplys tidspunktet til jeres administrator.",
  },
  home: "Gå til Mit bord",
  again: "Prøv igen",
};

export const signIn = {
  title: "Log ind",
  lead: "Skriv høringssvar og vurderinger sammen, og få dem godkendt ord for ord.",
  email: "E-mailadresse",
  password: "Adgangskode",
  submit: "Log ind",
  expired: "Log ind for at fortsætte, hvor du slap.",
  demoTitle: "Demo",
  demoLead: "Dette er en demokommune uden rigtige oplysninger. Vælg en person for at udfylde felterne.",
  demoPassword: "Fælles adgangskode",
  demoFill: (name: string) => `Udfyld som ${name}`,
};
