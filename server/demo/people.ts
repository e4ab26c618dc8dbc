/** Who lives in the demo municipality. One password for all, shown on the sign-in page only while the municipality is a demo. */
export const DEMO_PASSWORD = "samsvar-demo-2026";

export const DEMO_MUNICIPALITY = { name: "Eksempel Kommune", cvr: "00112233", isDemo: true } as const;

export const DEMO_CENTERS = [
  { key: "social", name: "Center for Socialservice", shortName: "Socialservice", kind: "center" },
  { key: "aeldre", name: "Center for Ældre og Rehabilitering", shortName: "Ældre og Rehabilitering", kind: "center" },
  { key: "boern", name: "Center for Børn og Unge", shortName: "Børn og Unge", kind: "center" },
  { key: "handicap", name: "Handicaprådet", shortName: "Handicaprådet", kind: "council" },
] as const;

/** The part of the address before @eksempel.dk; the story names people by it. */
export const DEMO_PEOPLE = [
  { key: "tovholder", name: "Mette Holm Andersen", title: "Chefkonsulent, Stab og Udvikling", role: "coordinator" },
  {
    key: "bidragyder.social",
    name: "Jonas Bech",
    title: "Socialfaglig konsulent",
    role: "contributor",
    center: "social",
  },
  {
    key: "bidragyder.aeldre",
    name: "Karin Østergaard",
    title: "Udviklingssygeplejerske",
    role: "contributor",
    center: "aeldre",
  },
  {
    key: "bidragyder.boern",
    name: "Sara Lund Mikkelsen",
    title: "Udviklingskonsulent",
    role: "contributor",
    center: "boern",
  },
  { key: "leder.social", name: "Henrik Vestergaard", title: "Centerchef", role: "manager", center: "social" },
  { key: "leder.aeldre", name: "Birgitte Nørgaard", title: "Centerchef", role: "manager", center: "aeldre" },
  { key: "leder.boern", name: "Anders Kjær", title: "Centerchef", role: "manager", center: "boern" },
  { key: "direktoer", name: "Lene Skovgaard", title: "Direktør for Velfærd", role: "manager" },
  { key: "journal", name: "Peter Dahl", title: "Sagsbehandler, Journalen", role: "case-officer" },
  { key: "revisor", name: "Ulla Brandt", title: "Intern revisor", role: "auditor" },
  { key: "laeser", name: "Mikkel Ravn", title: "Politisk sekretær", role: "reader" },
  { key: "admin", name: "Tina Frost", title: "Systemansvarlig", role: "administrator" },
] as const;

/** The municipality next door: it takes part in the assessment, and may be invited to answer a hearing together. */
export const DEMO_NEIGHBOUR = { name: "Nabo Kommune", cvr: "00112244", isDemo: true } as const;

export const NEIGHBOUR_CENTERS = [
  { key: "nabo", name: "Socialcenteret", shortName: "Socialcenteret", kind: "center" },
] as const;

export type DemoCenter = (typeof DEMO_CENTERS | typeof NEIGHBOUR_CENTERS)[number]["key"];

export const NEIGHBOURS = [
  { key: "nabo.tovholder", name: "Vibeke Krogh", title: "Nabo Kommune: udviklingskonsulent", role: "coordinator" },
  {
    key: "nabo.bidragyder",
    name: "Rasmus Toft",
    title: "Nabo Kommune: socialfaglig konsulent",
    role: "contributor",
    center: "nabo",
  },
  { key: "nabo.leder", name: "Grethe Winther", title: "Nabo Kommune: centerchef", role: "manager", center: "nabo" },
] as const;

export type DemoPerson = (typeof DEMO_PEOPLE | typeof NEIGHBOURS)[number]["key"];

export function addressOf(person: DemoPerson): string {
  return `${person}@eksempel.dk`;
}
