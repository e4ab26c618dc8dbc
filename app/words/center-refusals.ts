/** What keeps a center from being closed or given something, and a council's own document from being attached. */
export const CENTER_REFUSALS: Readonly<Record<string, string>> = {
  "closing-day-passed": "Dagen er allerede forbi. Vælg i dag eller en senere dag.",
  "successor-not-open": "Afløseren findes ikke, eller den er lukket. Vælg et åbent center eller råd.",
  "successor-is-itself": "Et center kan ikke afløse sig selv. Vælg et andet.",
  "successor-closes-too": "Afløseren skal selv lukke. Vælg et center, der bliver ved.",
  "center-is-successor":
    "Centeret skal selv overtage opgaver fra et andet, der lukker. Giv det andet en ny afløser, eller vent til dagen.",
  "center-is-closed": "Centeret er lukket og kan ikke ændres.",
  "center-name-taken": "Et andet center eller råd har det navn. Vælg et andet.",
  "not-a-council": "Vælg et åbent råd. Kun råd kan svare med deres eget dokument.",
  "not-your-council": "Bilag kan vedlægges af tovholdere, og af rådet selv, når det deltager.",
  "not-pdf-or-word": "Filen er hverken PDF eller Word (.docx). Gem svaret som et af dem, og vælg den nye fil.",
  "attachments-too-large":
    "Bilagene må højst fylde 20 MB tilsammen. Gem filen uden billeder, eller fjern et andet bilag.",
  "too-many-attachments": "Der kan højst være 10 bilag. Fjern et, eller saml flere i én fil.",
};

/** The same at their fields; {0} and on are what the code carries. */
export const CENTERS_AT_FIELD: Readonly<Record<string, string>> = {
  "centerId:center-taken-over": "{0} er lukket. Vælg {1} i stedet.",
  "centerId:center-takes-no-part": "Centeret deltager ikke i høringen, eller det er lukket. Vælg et andet.",
  "successorId:missing": "Vælg, hvem der overtager opgaverne.",
  "closedOn:missing": "Skriv, fra hvilken dag centeret er lukket.",
  "councilId:missing": "Vælg det råd, svaret er fra.",
  "centerName:missing": "Skriv et navn.",
  "shortName:missing": "Skriv et kort navn. Det må gerne være det samme som navnet.",
};
