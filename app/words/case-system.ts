import type { AdapterName } from "../../server/exports/shapes";

export const adapterNames: Record<AdapterName, string> = {
  folder: "Mappe på serveren",
  webdav: "WebDAV",
  sftp: "SFTP (SF2900)",
  sbsys: "SBSYS",
  getorganized: "GetOrganized",
  nova: "KMD Nova",
};

/** At /administration and /administration/sagssystem. */
export const caseSystem = {
  title: "Sagssystem",
  lead: "Her vælges, hvor kommunens godkendte svar journaliseres.",
  now: (name: string) => `Der journaliseres i: ${name}`,
  toPage: "Vælg sagssystem",
  systems: "Sagssystemer",
  inUse: "I brug",
  changed: (name: string, when: string) => `Sidst ændret af ${name} ${when}`,
  elsewhere: (count: number) =>
    `${count === 1 ? "1 journalisering er" : `${count} journaliseringer er`} på vej til et andet system eller mislykkedes dér. ` +
    "De bliver, hvor de er; en journalfører kan sende en mislykket videre til det nye system.",
  about: {
    folder:
      "Filerne lægges i en mappe på Samsvars server sammen med metadata og kvittering. Ingen opsætning. En medarbejder eller et andet program henter dem derfra.",
    webdav:
      "Filerne lægges i en mappe med WebDAV, én undermappe for hver sag og hver journalisering. Intet, der ligger der, skrives over.",
    sftp: "Filerne sendes til Fordelingskomponenten eller et andet system, der modtager SF2900 over SFTP. Svaret er journaliseret, når modtageren har kvitteret med ACCEPTERET.",
    sbsys:
      "Svaret journaliseres på sagen i SBSYS med det sagsnummer, som høringen har. SBSYS giver ikke filerne tilbage, så de kan ikke læses og sammenlignes bagefter.",
    getorganized:
      "Svaret lægges på sagen i GetOrganized, læses tilbage og journaliseres (gøres endeligt). Høringens sagsnummer skal være sagens id i GetOrganized.",
    nova: "Svaret lægges på sagen i KMD Nova og læses tilbage. Høringens sagsnummer skal være sagens nummer i Nova.",
  } satisfies Record<AdapterName, string>,
  fields: {
    address: "Adresse",
    tokenAddress: "Adresse for adgangstoken",
    clientId: "Klient-id",
    user: "Bruger",
    host: "Server",
    port: "Port",
    hostKey: "Serverens fingeraftryk",
    outFolder: "Mappe til afsendelse",
    inFolder: "Mappe med kvitteringer",
    documentKind: "Dokumentart (nummer)",
    unitId: "Enhed med adgang (nummer)",
    unitName: "Enhedens navn",
  },
  hints: {
    webdav: { address: "Mappen, som sagerne ligger i, for eksempel https://arkiv.kommune.dk/hoeringer" },
    sftp: {
      host: "For eksempel sftp.serviceplatformen.dk",
      port: "Tomt for 22",
      hostKey: "Som leverandøren har oplyst det: SHA256:… Er det ukendt, viser “Prøv forbindelsen” det, serveren har.",
      outFolder: "For eksempel /OUT",
      inFolder: "For eksempel /IN",
    },
    sbsys: {
      address: "Med /api, for eksempel https://sbsys.kommune.dk/api",
      tokenAddress: "For eksempel https://sbsip.kommune.dk/realms/sbsip/protocol/openid-connect/token",
      documentKind: "Tomt, hvis SBSYS selv skal vælge",
    },
    getorganized: {
      address: "For eksempel https://go.kommune.dk",
      user: "Med domæne, for eksempel KOMMUNE\\svc-samsvar",
    },
    nova: {
      address: "For eksempel https://cap-novaapi.kmd.dk",
      tokenAddress: "For eksempel https://novaauth.kmd.dk/realms/NovaIntegration/protocol/openid-connect/token",
    },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  secret: {
    label: {
      sftp: "Adgangskode eller privat nøgle",
      sbsys: "Klienthemmelighed",
      nova: "Klienthemmelighed",
    } as Readonly<Record<string, string>>,
    password: "Adgangskode",
    none: "Gemmes krypteret og vises aldrig igen.",
    kept: "Der er gemt en. Lad feltet stå tomt for at beholde den.",
    unreadable: "Den gemte kan ikke læses mere, fordi serverens nøgle er skiftet. Skriv den igen.",
  },
  tryIt: "Prøv forbindelsen",
  trying: "Prøver …",
  save: "Gem",
  choose: (name: string) => `Gem, og brug ${name}`,
  chooseFolder: "Brug mappen",
  saved: "Gemt.",
  chosen: (name: string) => `Gemt. Nye journaliseringer går nu til: ${name}.`,
  trial: {
    good: "Forbindelsen virker",
    goodText: "Samsvar kan logge ind og må skrive. Intet er journaliseret.",
    bad: "Forbindelsen virker ikke",
    found: (fingerprint: string) =>
      `Serverens fingeraftryk er ${fingerprint}. Sammenlign det med det, leverandøren har oplyst. Er det det samme, så sæt det ind i feltet.`,
    reasons: {
      auth: "Systemet kender ikke brugeren, eller adgangskoden passer ikke.",
      "not-allowed": "Der er logget ind, men mappen findes ikke, eller brugeren må ikke skrive dér.",
      "not-the-server":
        "Serveren er ikke den, der er aftalt: nøglen eller certifikatet er et andet, eller adressen fører et andet sted hen.",
      unavailable: "Systemet svarer ikke. Kontrollér adressen, og om der er åbnet for trafik fra Samsvars server.",
      locked: "Mappen er låst af en anden lige nu. Prøv igen om lidt.",
      unknown:
        "Systemet svarede noget, der ikke kan bruges. Kontrollér, at adressen fører til den rigtige grænseflade.",
    } as Readonly<Record<string, string>>,
  },
};
