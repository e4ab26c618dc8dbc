import type { Scope, TokenState } from "../../server/api/shapes";
import type { Problem, WebhookEvent } from "../../server/webhooks/shapes";
import { counted, plural } from "./numbers";

const SCOPES: Readonly<Record<Scope, string>> = {
  "responses:read": "Læse godkendte svar",
  "files:read": "Hente de godkendte svars filer",
  "webhooks:manage": "Vælge, hvilke adresser der får besked",
};

const STATES: Readonly<Record<TokenState, string>> = { active: "I brug", expired: "Udløbet", revoked: "Spærret" };

const EVENTS: Readonly<Record<WebhookEvent, string>> = {
  "response.approved": "Et svar er godkendt",
  "response.reopened": "Et godkendt svar er åbnet igen",
  "filing.filed": "Et svar er journaliseret",
};

const PROBLEMS: Readonly<Record<Exclude<Problem, "status">, string>> = {
  "address-refused": "Adressen fører ind på et internt net og kaldes ikke.",
  "no-answer": "Modtageren svarede ikke.",
  gone: "Modtageren svarede 410: Der skal ikke sendes mere dertil.",
  redirected: "Modtageren viste videre til en anden adresse.",
  "secret-unreadable": "Hemmeligheden kan ikke læses mere. Fjern adressen, og tilføj den igen.",
};

/** What other systems may fetch, and what they are told. */
export const access = {
  title: "Adgang for andre systemer",
  lead: "Sagssystemet og andre kan hente godkendte svar og få besked, når noget er sket. De ser aldrig en tekst, der er under arbejde.",
  change: "Giv andre systemer adgang",
  guide: "Vejledning til den, der bygger det andet system",
  tokens: "Adgangsnøgler",
  noTokens: "Ingen andre systemer har adgang.",
  columns: { name: "System", scopes: "Må", used: "Sidst brugt", expires: "Udløber", state: "Status", act: "Handling" },
  scopeNames: SCOPES,
  stateNames: STATES,
  madeBy: (name: string, when: string) => `Givet af ${name} ${when}`,
  neverUsed: "Aldrig",
  neverExpires: "Når den spærres",
  revoke: "Spær",
  revokeOf: (name: string) => `Spær nøglen til ${name}`,
  revokeAsk: "Systemet mister adgangen med det samme, og nøglen kan ikke bruges igen.",
  revokeSure: "Spær nøglen",
  revoked: "Nøglen er spærret.",
  past: (count: number) => `Spærrede og udløbne nøgler (${count})`,
  newToken: "Giv et system adgang",
  name: "Systemets navn",
  nameHint: "Så I kan kende nøglerne fra hinanden, for eksempel “SBSYS, drift”.",
  scopes: "Systemet må",
  expiresOn: "Sidste dag",
  expiresHint: "Tom: til den spærres. Højst to år frem.",
  make: "Lav nøgle",
  token: {
    title: "Her er nøglen",
    text: "Den vises kun nu. Giv den videre på en sikker måde; den, der har den, har adgangen.",
    label: "Adgangsnøgle",
  },
  webhooks: "Adresser, der får besked",
  webhooksLead: "Beskeden siger, hvad der er sket, og hvor det kan hentes. Den indeholder intet af teksten.",
  noWebhooks: "Ingen får besked endnu.",
  eventNames: EVENTS,
  added: (when: string) => `Tilføjet ${when}`,
  lastDelivered: (when: string) => `Sidst leveret ${when}`,
  neverDelivered: "Intet er leveret endnu",
  troubles: "Ikke leveret",
  problem: (problem: Problem | null, status: number | null) =>
    problem === "status"
      ? `Modtageren svarede ${status ?? "noget, der ikke er et svar"}.`
      : problem && PROBLEMS[problem],
  nextTry: (when: string) => `Prøves igen ${when}`,
  givenUp: "Opgivet",
  again: "Send igen",
  againOf: (event: string, when: string) => `Send igen: ${event}, ${when}`,
  sentAgain: "Beskeden sendes igen nu.",
  paused: "På pause",
  pausedBecause: {
    gone: (when: string) => `Modtageren svarede ${when}, at den ikke vil have besked mere (410).`,
    "by-hand": (when: string) => `Siden ${when}.`,
  },
  waiting: (count: number) =>
    count === 0 ? "Intet venter." : `${plural(count, "besked", "beskeder")} venter og sendes, når adressen genoptages.`,
  waitsForPause: "Venter, til adressen genoptages.",
  pause: "Sæt på pause",
  pauseOf: (url: string) => `Sæt ${url} på pause`,
  pauseDone: "Adressen er sat på pause. Det, der sker imens, venter.",
  resume: "Genoptag",
  resumeOf: (url: string) => `Genoptag ${url}`,
  resumeDone: "Adressen får besked igen. Det, der ventede, sendes nu.",
  tryOut: "Send en prøve",
  tryOf: (url: string) => `Send en prøve til ${url}`,
  trying: "Sender …",
  trialTaken: "Prøven er modtaget",
  trialFailed: "Prøven blev ikke modtaget",
  trialStatus: (status: number | null) => `Modtageren svarede ${status ?? ""}`.trimEnd(),
  trialTime: (ms: number) => `efter ${counted(ms)} ms.`,
  saidNothing: "Svaret var uden tekst.",
  newWebhook: "Tilføj en adresse",
  url: "Adresse",
  urlHint: "Begynder med https:// og kan nås fra internettet.",
  events: "Giv besked, når",
  add: "Tilføj adresse",
  remove: "Fjern",
  removeOf: (url: string) => `Fjern adressen ${url}`,
  removeAsk: "Der gives ikke besked dertil mere, heller ikke om det, der endnu ikke er leveret.",
  removeSure: "Fjern adressen",
  removed: "Adressen er fjernet.",
  secret: {
    title: "Her er hemmeligheden",
    text: "Den vises kun nu. Modtageren bruger den til at se, at beskederne kommer herfra.",
    label: "Hemmelighed",
  },
};

export const developers = {
  title: "For udviklere",
  lead: "Godkendte høringssvar og vurderinger for sagssystemer og andre. Aldrig den tekst, der arbejdes på.",
  document: "Hele beskrivelsen som OpenAPI 3.1",
  begin: "Kom i gang",
  beginText: [
    "En administrator i kommunen laver en adgangsnøgle. Send den med hver forespørgsel:",
    "En nøgle ser kun sin egen kommunes svar.",
  ],
  follow: "Følg med",
  followText: [
    "Hent /api/v1/responses, til hasMore er false, og gem next. Næste gang begynder du med cursor=next og får det, der er godkendt, åbnet igen eller journaliseret siden. Rækkefølgen er den, ændringerne er sket i, så intet går tabt.",
    "Et svar, der er åbnet igen, har status reopened: den version, du har, gælder ikke mere. En ny kommer, når den er godkendt.",
    "Dokumentet og filerne ændrer sig aldrig for en version. ETag er filens SHA-256; send den som If-None-Match. Store filer kan hentes i dele med Range.",
  ],
  routes: "Det, der kan hentes",
  columns: { route: "Adresse", scope: "Rettighed", parameters: "Parametre" },
  problems: "Når svaret er nej",
  problemsText: "Fejl er application/problem+json (RFC 9457). Ret programmet efter code; title er til mennesker.",
  problemColumns: { code: "code", status: "Status", title: "Betydning" },
  limit: (perMinute: number) =>
    `En nøgle kan spørge ${perMinute} gange i minuttet. Derefter er svaret 429 med Retry-After.`,
  webhooks: "Få besked",
  webhooksText: [
    "Når et svar er godkendt, åbnet igen eller journaliseret, sender Samsvar en POST til de adresser, kommunen har valgt. Den følger Standard Webhooks: webhook-id er den samme i alle forsøg, og webhook-signature er HMAC-SHA-256 af webhook-id.webhook-timestamp.indholdet.",
    "Svar med 2xx inden 10 sekunder. Ellers prøves der igen efter 1, 5 og 30 minutter og 2, 6, 12 og 24 timer. Der følges ingen viderestillinger.",
    "Svar 410, når I ikke vil have besked mere. Så sættes adressen på pause, og kommunens administratorer får det at vide. Det, der sker imens, venter og sendes, når adressen genoptages: de samme beskeder under de samme webhook-id.",
    "En administrator kan sende en prøve. Den er underskrevet som de andre og har type test; svar på den som på alt andet, og gør ikke mere ved den.",
  ],
};
