/** Refusal codes of the services, as sentences. A code at a named field may have a sentence of its own: "title:missing". */
export const REFUSALS: Readonly<Record<string, string>> = {
  form: "Noget mangler eller skal rettes. Se felterne herunder.",
  "not-found": "Siden eller sagen findes ikke, eller du har ikke adgang til den.",
  "session-expired":
    "Du er blevet logget ud. Log ind i en ny fane, og send formularen igen – det, du har skrevet, står her endnu.",
  forbidden: "Det har du ikke rettigheder til.",
  "administrators-only": "Det er kun administratorer, der kan se dette.",
  "auditors-only": "Det er kun revisorer, der kan se revisionssporet.",
  "coordinators-only": "Det er kun tovholdere, der kan gøre dette.",
  "not-for-your-role": "Din rolle giver ikke adgang til høringer og høringssvar.",
  "not-your-center": "Du kan kun svare for dit eget center, og kun når det deltager i høringen.",
  "case-officers-only": "Det er kun journalførere, der kan journalisere.",

  "no-such-answer": "Vælg et af svarene.",
  "no-such-node": "Punktet findes ikke længere. Du ser nu den nyeste opdeling.",
  "join-over-children": "Punktet ovenfor har punkter under sig og kan ikke samles med dette. Ryk dem ud først.",
  "cannot-promote-top": "Punktet står allerede yderst.",
  "cannot-demote-first": "Der er intet punkt ovenfor, som dette kan rykkes ind under.",
  "too-deep": "Punktet kan ikke rykkes længere ind.",
  "not-an-approver": "Vælg en leder, der kan godkende teksten.",
  "nothing-to-reopen": "Der er ingen godkendelse at åbne igen.",
  "document-not-active": "Teksten er låst og kan ikke ændres.",
  "document-not-frozen": "Teksten er ikke frosset og kan ikke åbnes igen.",
  "version-damaged":
    "Den frosne tekst svarer ikke til sit fingeraftryk og kan ikke bruges. Kontakt jeres administrator.",
  "filing-not-failed": "Journaliseringen er ikke mislykkedes, så der er intet at prøve igen.",
  "cpr-found": "Teksten indeholder noget, der ligner et CPR-nummer. Fjern det, eller skriv, hvorfor det skal stå der.",
  "not-a-facet": "Skriv facetten som et bogstav og to cifre, for eksempel K02.",
  "control-character": "Teksten indeholder usynlige tegn, som sagssystemet ikke kan modtage. Skriv den igen.",
  "missing-glyph": "Teksten indeholder et tegn, som ikke kan vises i en PDF. Fjern tegnet.",

  missing: "Udfyld feltet.",
  "too-long": "Teksten er for lang.",
  "not-one-line": "Skriv teksten på én linje.",
  "not-a-choice": "Vælg en af mulighederne.",

  "wrong-password": "E-mailadressen og adgangskoden passer ikke sammen. Prøv igen.",
  "too-many-attempts": "Der er forsøgt for mange gange. Vent et kvarter, og prøv igen.",

  "too-large": "Filen er for stor. Den må højst fylde 20 MB.",
  "empty-file": "Filen er tom. Vælg en fil med tekst.",
  "not-text": "Filen kan ikke læses som tekst. Brug en tekst- eller Markdown-fil (.txt eller .md).",
  "format-not-read-yet":
    "PDF og Word kan ikke læses endnu. Gem dokumentet som tekst, eller kopiér teksten ind i feltet.",
  "proposal-moved-on": "En anden har rettet opdelingen imens. Du ser nu den nyeste – lav din rettelse igen.",
  "already-accepted": "Opdelingen er allerede godkendt og kan ikke længere rettes.",
  "not-accepted-yet": "Opdelingen er ikke godkendt endnu.",
  "nothing-to-comment-on":
    "Der er ingen bestemmelser, mål eller udviklingsområder tilbage. Markér mindst ét, før du godkender.",
  "nothing-to-undo": "Der er ikke mere at fortryde.",
  "nothing-to-join": "Der er intet forrige punkt at samle med.",
  "nowhere-to-move": "Punktet kan ikke flyttes længere i den retning.",
  "split-at-the-edge": "Sæt markøren inde i teksten, hvor punktet skal deles.",

  "not-a-day": "Skriv en dato, for eksempel 12-03-2026.",
  "not-a-time": "Skriv et klokkeslæt, for eksempel 12.00.",
  "deadline-passed": "Fristen er allerede overskredet. Vælg i dag eller en senere dag.",
  "after-external-deadline": "Centerets frist skal ligge før eller på den eksterne frist.",
  "not-a-kle": "Skriv KLE-nummeret som tre par cifre, for eksempel 29.30.00.",
  "no-such-source": "Kilden findes ikke, eller dens opdeling er ikke godkendt. Vælg en anden.",

  approved: "Teksten er sendt til godkendelse eller godkendt og kan ikke ændres.",
  "holes-not-accepted": "Der er bestemmelser, som ingen har set på. Bekræft, at teksten skal sendes alligevel.",
  "approver-is-author": "Den, der har skrevet teksten, kan ikke selv godkende den. Vælg en anden leder.",
  "approver-is-sender": "Du kan ikke sende teksten til dig selv. Vælg en anden leder.",
  "already-sent": "Teksten er allerede sendt til godkendelse.",
  "empty-text": "Høringssvaret er tomt. Skriv det, før du sender det til godkendelse.",
  "not-your-review": "Teksten er sendt til en anden leder.",
  "text-changed-since-you-read-it": "Teksten er ændret, siden du læste den. Læs den nye version, før du godkender.",
  "already-decided": "Der er allerede truffet en beslutning om denne version.",
  "not-waiting": "Teksten venter ikke længere på godkendelse.",
  "not-sent": "Teksten er ikke sendt til godkendelse, så der er intet at åbne igen.",
  "not-approved": "Teksten er ikke godkendt endnu.",
};

const AT_FIELD: Readonly<Record<string, string>> = {
  "email:missing": "Skriv din e-mailadresse.",
  "password:missing": "Skriv din adgangskode.",
  "title:missing": "Skriv en titel.",
  "sender:missing": "Skriv, hvem der har sendt høringen.",
  "publisher:missing": "Skriv, hvem der har udgivet kilden.",
  "label:missing": "Skriv en betegnelse for versionen, for eksempel “udkast 2026”.",
  "file:missing": "Vælg en fil, eller indsæt teksten.",
  "text:missing": "Indsæt teksten, eller vælg en fil.",
  "versionId:missing": "Vælg den kilde, høringen handler om.",
  "deadline:missing": "Vælg en frist.",
  "caseNumber:missing": "Skriv sagsnummeret.",
  "kle:missing": "Skriv et KLE-nummer, for eksempel 29.30.00.",
  "clauseId:plain-text-only": "Det valgte er brødtekst, som ingen kan svare på. Vælg en bestemmelse eller et afsnit.",
  "clauseId:missing": "Vælg mindst én bestemmelse.",
  "centerId:missing": "Vælg mindst ét center.",
  "approverId:missing": "Vælg, hvem der skal godkende.",
  "reason:missing": "Skriv en begrundelse.",
  "recipient:missing": "Skriv, hvem svaret sendes til.",
  "signatory:missing": "Skriv, på hvis vegne svaret sendes.",
  "letterDate:missing": "Vælg brevets dato.",
};

const UNKNOWN = "Det kunne ikke lade sig gøre. Prøv igen, eller kontakt jeres administrator.";
const UNKNOWN_AT_FIELD = "Indholdet kan ikke bruges. Ret feltet.";

/** The sentence of a refusal; polite even when the code is new to us. */
export function refusalSentence(code: string): string {
  return REFUSALS[code] ?? UNKNOWN;
}

/** The sentence at a field. */
export function fieldSentence(field: string, code: string): string {
  return AT_FIELD[`${field}:${code}`] ?? REFUSALS[code] ?? UNKNOWN_AT_FIELD;
}
