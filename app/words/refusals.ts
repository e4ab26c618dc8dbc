import { CARRY_OVER_REFUSALS } from "./carry-over-refusals";
import { CENTER_REFUSALS, CENTERS_AT_FIELD } from "./center-refusals";
import { FILING_REFUSALS } from "./filing-refusals";
import { FOLLOW_UP_REFUSALS } from "./follow-up-refusals";
import { JOINT_AT_FIELD, JOINT_REFUSALS } from "./joint-refusals";
import { UPLOAD_REFUSALS } from "./upload-refusals";

/** Refusal codes of the services, as sentences. A code at a named field may have a sentence of its own: "title:missing". */
export const REFUSALS: Readonly<Record<string, string>> = {
  ...FILING_REFUSALS,
  ...FOLLOW_UP_REFUSALS,
  ...CARRY_OVER_REFUSALS,
  ...CENTER_REFUSALS,
  ...JOINT_REFUSALS,
  ...UPLOAD_REFUSALS,
  form: "Noget mangler eller skal rettes. Se felterne herunder.",
  "not-found": "Siden eller sagen findes ikke, eller du har ikke adgang til den.",
  "session-expired":
    "Du er blevet logget ud. Log ind i en ny fane, og send formularen igen – det, du har skrevet, står her endnu.",
  forbidden: "Det har du ikke rettigheder til.",
  "administrators-only": "Det er kun administratorer, der kan se dette.",
  "auditors-only": "Det er kun revisorer, der kan se revisionssporet.",
  "coordinators-only": "Det er kun tovholdere, der kan gøre dette.",
  "not-for-your-role": "Din rolle giver ikke adgang til høringer og vurderinger.",
  "answered-since": "Centeret har svaret noget andet imens, så der er intet at fortryde. Siden viser nu det nye svar.",
  "not-your-center": "Du kan kun svare for dit eget center, og kun når det deltager.",
  "no-goal": "Status kan kun sættes på mål, og kun i en vurdering eller en opfølgning.",
  "source-without-goals":
    "Kilden har ingen mål at vurdere. Ret kildens opdeling, så målene er mål, eller vælg en anden kilde.",
  "case-officers-only": "Det er kun journalførere, der kan journalisere.",
  "coordinators-and-case-officers-only": "Det er kun tovholdere og journalførere, der kan gøre dette.",
  "row-settled":
    "Rækken er allerede afgjort. Siden viser, hvad der er noteret. Fortryd det, hvis det skal være noget andet.",
  "row-built-upon": "En anden række er noteret på samme bemærkning bagefter. Fortryd den først.",
  "overview-in-use": "Noget fra oversigten er noteret, så den kan ikke fjernes. Fortryd det noterede først.",
  "no-table":
    "Der er ingen tabel i filen. Vælg den fil, som afsenderens oversigt står i, eller kopiér tabellen og indsæt den.",
  "no-columns":
    "Det er ikke til at se, hvilke kolonner der er hvad. Øverst i tabellen skal der stå mindst to navne, vi kender: et for bemærkningen (fx Resumé eller Bemærkning) og et for svaret (fx Vurdering eller Medtaget).",
  "no-rows": "Tabellen har ingen rækker med bemærkninger eller svar. Se efter, om det er den rigtige.",
  "too-many-rows": "Tabellen har mere end 2.000 rækker. Behold kun jeres egne, og prøv igen.",
  "cell-too-long": "En af tabellens celler har mere end 20.000 tegn. Del den, og prøv igen.",
  "no-row-of-ours":
    "Ingen af rækkerne er fra jeres kommune. Sæt flueben ved “Tag også andre afsenderes rækker med”, hvis I står under et andet navn.",

  "no-such-answer": "Vælg et af svarene.",
  "no-such-node": "Punktet findes ikke længere. Du ser nu den nyeste opdeling.",
  "join-over-children": "Punktet ovenfor har punkter under sig og kan ikke samles med dette. Ryk dem ud først.",
  "cannot-promote-top": "Punktet står allerede yderst.",
  "cannot-demote-first": "Der er intet punkt ovenfor, som dette kan rykkes ind under.",
  "too-deep": "Punktet kan ikke rykkes længere ind.",
  "clause-in-use":
    "Der er bemærkninger, svar eller fordelinger på punktet, og de ville komme til at stå på noget, ingen kan svare på. Saml det med den bestemmelse, det hører til, eller flyt det, der hænger på det, først.",
  "not-under-itself": "Et punkt kan ikke flyttes ind under sig selv.",
  "not-an-approver": "Vælg en leder, der kan godkende teksten.",
  "nothing-to-reopen": "Der er ingen godkendelse at åbne igen.",
  "no-such-moment": "Teksten har ikke det tidspunkt. Vælg et i oversigten, og prøv igen.",
  "name-taken": "En anden version af teksten har allerede det navn. Vælg et andet.",
  "text-not-yours-to-write": "Du kan læse teksten, men ikke skrive i den lige nu. Teksten er ikke ændret.",
  "document-not-active": "Teksten er låst og kan ikke ændres.",
  "document-not-frozen": "Teksten er ikke frosset og kan ikke åbnes igen.",
  "version-damaged":
    "Den frosne tekst svarer ikke til sit fingeraftryk og kan ikke bruges. Kontakt jeres administrator.",
  "not-a-webhook-address":
    "Skriv hele adressen. Den skal begynde med https:// og må ikke føre til kommunens eget net eller indeholde adgangskoder.",
  "too-many-webhooks": "Der kan højst være 20 adresser. Fjern en, der ikke bruges mere.",
  "choose-scopes": "Vælg mindst én ting, som systemet må.",
  "token-name-taken": "En anden nøgle har det navn. Vælg et andet, så de kan kendes fra hinanden.",
  "not-an-expiry-day": "Vælg en dag fra i dag og højst to år frem, eller lad feltet stå tomt.",
  "not-a-cursor": "Brug værdien next fra den forrige side, eller lad cursor være væk.",
  "out-of-range": "Tallet er for lille eller for stort.",
  "not-a-moment": "Skriv tidspunktet som 2026-03-02T09:00:00Z.",
  "control-character": "Teksten indeholder usynlige tegn, som sagssystemet ikke kan modtage. Skriv den igen.",
  "template-damaged": "Filen kan ikke bruges som Word-skabelon. Gem den som .docx i Word, og prøv igen.",
  "template-encrypted": "Skabelonen er beskyttet med adgangskode. Fjern den, og prøv igen.",
  "template-unsafe": "Skabelonen er bygget, så den ikke kan åbnes sikkert. Gem den på ny i Word, og prøv igen.",
  "template-macros": "Skabelonen har makroer. Gem den som .docx uden makroer, og prøv igen.",
  "template-external":
    "Skabelonen henter noget udefra, for eksempel et billede eller en tilknyttet skabelon. Indsæt det i filen, eller fjern det.",
  "template-embedded": "Skabelonen har et indlejret objekt, for eksempel et regneark. Fjern det, og prøv igen.",
  "template-no-letter": "Skabelonen mangler stedet til brevet. Skriv {{brev}} alene i et afsnit, hvor brevet skal stå.",
  "template-unknown-field": "Skabelonen har et felt, som Samsvar ikke kender. Brug kun felterne på listen.",
  "missing-glyph": "Teksten indeholder et tegn, som ikke kan vises i en PDF. Fjern tegnet.",

  "may-not-comment": "Du kan læse kommentarerne, men ikke skrive nogen. Det kan de, der arbejder med høringen.",
  "words-gone":
    "Ordene er ændret imens. Markér dem, der skal kommenteres, og send igen. Det, du har skrevet, står her endnu.",
  "thread-resolved": "Kommentaren er løst. Genåbn den, hvis der skal svares. Det, du har skrevet, står her endnu.",
  "comment-gone": "Kommentaren er taget tilbage og kan ikke ændres.",
  "not-your-comment": "Du kan kun rette og tage dine egne kommentarer tilbage.",
  "comment-of-clause": "Kommentaren står på en bestemmelse og kan ikke flyttes til teksten.",
  "mentions-nobody": "Personen findes ikke her i kommunen mere. Vælg en anden, eller skriv navnet uden @.",

  missing: "Udfyld feltet.",
  "too-long": "Teksten er for lang.",
  "not-one-line": "Skriv teksten på én linje.",
  "not-a-choice": "Vælg en af mulighederne.",

  "wrong-password": "E-mailadressen og adgangskoden passer ikke sammen. Prøv igen.",
  "too-many-attempts": "Der er forsøgt for mange gange. Vent et kvarter, og prøv igen.",

  "not-reached": "Der er ikke forbindelse til Samsvar. Det, du har skrevet, står her endnu. Prøv igen om lidt.",
  "too-large":
    "Filen er for stor. Den må højst fylde 50 MB. Gem den uden billeder, eller del den, og tilføj delene hver for sig.",
  "empty-file": "Der er ingen tekst i filen. Vælg en fil med tekst.",
  "not-text": "Filen kan ikke læses. Vælg en PDF, et Word-dokument (.docx) eller en tekstfil.",
  "format-not-read-yet":
    "Filtypen kan ikke læses. Åbn dokumentet, gem det som PDF eller Word (.docx), og vælg den nye fil.",
  "other-content":
    "Filen er ikke et dokument, men for eksempel et billede eller et regneark. Vælg en PDF, et Word-dokument eller en tekstfil.",
  encrypted: "Filen er beskyttet med en adgangskode. Gem en kopi uden adgangskode, og vælg den.",
  damaged:
    "Filen er beskadiget og kan ikke læses. Åbn den i det program, den er lavet i, gem den igen, og vælg den nye fil.",
  "no-text":
    "Filen består af billeder af sider og har ingen tekst. Lad en scanner eller et PDF-program genkende teksten (OCR), eller bed afsenderen om originalen.",
  "too-many-pages": "Dokumentet har mere end 500 sider. Del det, og tilføj delene hver for sig.",
  "unsafe-file":
    "Filen indeholder makroer eller andet, som ikke læses af hensyn til sikkerheden. Gem den som PDF eller som almindeligt Word-dokument (.docx), og vælg den nye fil.",
  "took-too-long":
    "Filen tog mere end et minut at læse og blev opgivet. Gem den som PDF uden billeder, eller del den, og prøv igen.",
  "file-took-too-long":
    "Det tog for lang tid at lave filen. Prøv igen om lidt. Sker det igen, så del teksten i mindre dele.",
  "too-many-files": "Der bliver lavet mange filer lige nu. Vent et øjeblik, og prøv igen.",
  "too-many-waiting": "Der bliver læst mange papirer lige nu. Vent et øjeblik, og prøv igen.",
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
  "filed-already": "Svaret er journaliseret, så høringens frister og oplysninger kan ikke ændres.",
  "too-few-working-days": "Der er for få arbejdsdage til den plan. Vælg en kortere.",
  "step-after-external-deadline": "Datoen ligger efter den eksterne frist. Vælg den eksterne frist eller en dag før.",
  "step-before-earlier-step": "Datoen ligger før et tidligere trin. Vælg samme dag eller en senere.",
  "internal-deadlines-after":
    "Et eller flere centre har interne frister efter den dag. Flyt dem først under Fordeling.",
  "plan-steps-after":
    "Planen har datoer efter den dag. Sæt flueben ved “Flyt planens datoer med”, eller ret planen først.",
  "deadline-not-later": "Den nye frist skal ligge efter den, centeret har nu.",
  "letter-taken":
    "Brevet er allerede brugt til en høring, eller det er kasseret. Opret høringen uden det, eller læs brevet igen.",
  "no-such-source": "Kilden findes ikke, eller dens opdeling er ikke godkendt. Vælg en anden.",
  approved: "Teksten er sendt til godkendelse eller godkendt og kan ikke ændres.",
  "holes-not-accepted": "Der er bestemmelser, som ingen har set på. Bekræft, at teksten skal sendes alligevel.",
  "approver-is-author": "Den, der har skrevet teksten, kan ikke selv godkende den. Vælg en anden leder.",
  "approver-is-sender": "Du kan ikke sende teksten til dig selv. Vælg en anden leder.",
  "already-sent": "Teksten er allerede sendt til godkendelse.",
  "empty-text": "Teksten er tom. Skriv den, før du sender den til godkendelse.",
  "not-your-review": "Teksten er sendt til en anden leder.",
  "not-your-turn": "Det er ikke din tur endnu. Du får besked, når teksten når til dig.",
  "approved-tacitly": "Fristen er udløbet, og dit trin er godkendt stiltiende.",
  "remarks-need-return":
    "Du har skrevet bemærkninger til afsnit. Send teksten tilbage, så de følger med, eller slet dem, og godkend.",
  "no-such-paragraph": "Et af afsnittene findes ikke i den version, du har læst. Genindlæs siden, og prøv igen.",
  "twice-in-plan": "Personen er allerede godkender i et tidligere trin. Vælg en anden.",
  "too-many-steps": "Der kan højst være ti trin. Fjern de overskydende.",
  "substitute-is-approver": "Godkenderen kan ikke være sin egen stedfortræder. Vælg en anden.",
  "substitute-has-a-step": "Personen har sit eget trin og kan ikke være stedfortræder. Vælg en anden.",
  "due-day-passed": "Fristen er allerede overskredet. Vælg i dag eller en senere dag.",
  "due-before-earlier-step": "Fristen ligger før et tidligere trins frist. Vælg samme dag eller en senere.",
  "tacit-needs-due-day": "Skriv en frist. Uden den kan trinnet ikke godkendes stiltiende.",
  "tacit-needs-own-day":
    "Et trin, der kan godkendes stiltiende, skal have sin egen dag: Vælg en frist efter det tidligere trins.",
  "plan-changed": "En anden har rettet rækkefølgen imens. Du ser nu den nyeste – se den igennem, og send igen.",
  "plan-not-possible": "Rækkefølgen kan ikke bruges, som den er. Ret de trin, der er markeret, og send igen.",
  "suggestions-open": "Der er forslag i teksten, som ikke er afgjort. Afgør dem, før teksten sendes.",
  "sign-offs-not-standing":
    "Et centers godkendelse er bortfaldet, eller dets del er sendt tilbage. Centeret skal godkende igen, før teksten sendes.",
  "comments-unsolved": "Der er kommentarer, der skal løses, før teksten sendes.",
  "delegate-is-self": "Du kan ikke være din egen stedfortræder. Vælg en anden.",
  "not-a-manager": "Vælg en leder. Kun ledere kan godkende.",
  "ends-before-it-begins": "Den sidste dag ligger før den første. Ret en af dem.",
  "absence-passed": "Fraværet er allerede forbi. Vælg i dag eller en senere dag.",
  "overlaps-another": "Der er allerede meldt fravær i de dage. Afslut det først, eller vælg andre dage.",
  "not-your-absence": "Du kan kun melde dit eget fravær. En administrator kan gøre det for andre.",
  "not-a-suggestion": "Forslaget kan ikke læses. Det er ikke gemt, og teksten er ikke ændret.",
  "suggestion-too-large": "Forslaget er for stort til at gemme i ét stykke. Del det i mindre forslag.",
  "too-many-suggestions":
    "Du har så mange åbne forslag i teksten, at der ikke er plads til flere. Få nogle af dem afgjort først.",
  "suggestion-not-yours": "Forslaget er en andens og kan kun ændres af den, der har stillet det.",
  "not-yours-to-suggest": "Du kan læse teksten, men ikke stille forslag til den.",
  "suggestions-not-yours-to-decide": "Forslag afgøres af dem, der må skrive i teksten.",
  "suggestion-decided": "Forslaget er allerede afgjort.",
  "suggestion-changed": "Forslaget er ændret, siden du så det. Se det igen, og afgør det så.",
  "suggestion-out-of-date":
    "Teksten er ændret, siden forslaget blev stillet. Sammenlign de tre tekster, og vælg så, om forslaget skal bruges.",
  "suggestion-gone":
    "Det afsnit, forslaget gælder, er her ikke længere. Forslaget kan afvises, eller teksten kan kopieres ind et andet sted.",
  "text-changed-since-you-read-it": "Teksten er ændret, siden du læste den. Læs den nye version, før du godkender.",
  "not-your-part": "Kun centerets leder kan godkende eller sende centerets del tilbage.",
  "part-not-open": "Teksten skrives ikke lige nu, så centrenes dele kan ikke godkendes, sendes tilbage eller fordeles.",
  "decided-since-you-read-it":
    "Der er truffet en ny beslutning om centerets del, siden du læste den. Siden viser den nu.",
  "empty-part": "Der er ingen tekst i centerets del endnu, så der er intet at godkende.",
  "heading-gone": "Overskriften findes ikke længere i teksten. Siden viser nu dem, der er.",
  "center-takes-no-part": "Centeret har ikke fået nogen bestemmelser. Fordel mindst én til det først.",
  "already-decided": "Der er allerede truffet en beslutning om denne version.",
  "not-waiting": "Teksten venter ikke længere på godkendelse.",
  "not-sent": "Teksten er ikke sendt til godkendelse, så der er intet at åbne igen.",
  "not-approved": "Teksten er ikke godkendt endnu.",
};

const AT_FIELD: Readonly<Record<string, string>> = {
  ...CENTERS_AT_FIELD,
  ...JOINT_AT_FIELD,
  "comment:missing": "Skriv en kommentar først.",
  "comment:too-long": "En kommentar kan højst være på 10.000 tegn. Kort den af, eller skriv resten i et svar.",
  "email:missing": "Skriv din e-mailadresse.",
  "password:missing": "Skriv din adgangskode.",
  "title:missing": "Skriv en titel.",
  "sender:missing": "Skriv, hvem der har sendt høringen.",
  "address:missing": "Skriv systemets adresse.",
  "tokenAddress:missing": "Skriv adressen for adgangstoken.",
  "clientId:missing": "Skriv klient-id’et.",
  "user:missing": "Skriv brugeren.",
  "host:missing": "Skriv serverens navn.",
  "outFolder:missing": "Skriv mappen til afsendelse.",
  "inFolder:missing": "Skriv mappen med kvitteringer.",
  "secret:missing": "Skriv adgangskoden, nøglen eller klienthemmeligheden.",
  "publisher:missing": "Skriv, hvem der har udgivet kilden.",
  "label:missing": "Skriv en betegnelse for udgaven, for eksempel “udkast 2026”.",
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
  "toId:missing": "Vælg, hvem der godkender imens.",
  "fromId:missing": "Vælg, hvem der er væk.",
  "firstDay:missing": "Vælg den første dag.",
  "lastDay:missing": "Vælg den sidste dag.",
  "reason:missing": "Skriv en begrundelse.",
  "recipient:missing": "Skriv, hvem svaret sendes til.",
  "signatory:missing": "Skriv, på hvis vegne svaret sendes.",
  "letterDate:missing": "Vælg brevets dato.",
  "name:missing": "Skriv, hvad systemet hedder.",
  "url:missing": "Skriv adressen.",
  "events:not-a-choice": "Vælg mindst én ting, der skal gives besked om.",
  "outcome:missing": "Vælg, hvad afsenderen gjorde ved bemærkningen.",
  "blockId:missing": "Vælg den bemærkning, rækken svarer på.",
  "summary:missing": "Skriv, hvad bemærkningen gik ud på, eller hvad afsenderen svarede.",
  "overview:missing": "Vælg en fil, eller indsæt tabellen.",
  "overview:too-large":
    "Filen er for stor. Den må højst fylde 20 MB. Gem oversigten alene, uden billeder, og prøv igen.",
  "overview:empty-file": "Filen er tom. Vælg den fil, som oversigten står i.",
  "overview:not-text": "Filen kan ikke læses. Vælg en Word-fil (.docx) eller en Excel-fil (.xlsx).",
  "overview:format-not-read-yet":
    "Filtypen kan ikke læses her. Gem oversigten som Word (.docx) eller Excel (.xlsx), eller kopiér tabellen og indsæt den.",
  "overview:other-content":
    "Filen er hverken Word eller Excel. Vælg en .docx eller .xlsx, eller kopiér tabellen og indsæt den.",
  "overview:no-text": "Filen har ingen tekst, kun billeder. Skriv rækkerne af, eller bed afsenderen om originalen.",
  "overview:unsafe-file":
    "Filen indeholder makroer eller andet, som ikke læses af hensyn til sikkerheden. Gem den som almindelig .docx eller .xlsx, eller kopiér tabellen og indsæt den.",
  "overview:took-too-long":
    "Filen tog mere end et minut at læse og blev opgivet. Kopiér tabellen, og indsæt den i stedet.",
  "pasted:too-long": "Det indsatte er for langt. Indsæt kun jeres egne rækker.",
  "pasted:no-table": "Der er ingen tabel i det indsatte. Markér hele tabellen hos afsenderen, også dens øverste række.",
};

const UNKNOWN = "Det kunne ikke lade sig gøre. Prøv igen, eller kontakt jeres administrator.";
const UNKNOWN_AT_FIELD = "Indholdet kan ikke bruges. Ret feltet.";

/** The sentence of a refusal; polite even when the code is new to us. */
export function refusalSentence(code: string): string {
  return REFUSALS[code] ?? UNKNOWN;
}

/** The sentence at a field. */
export function fieldSentence(field: string, code: string): string {
  // A row of many ("approverId.2") says what its field says.
  const kind = field.replace(/\.\d+$/, "");
  const [name = "", ...facts] = code.split("|");
  return filledIn(AT_FIELD[`${kind}:${name}`] ?? REFUSALS[name] ?? UNKNOWN_AT_FIELD, facts);
}

/** "kle-expired|29.30.08|2026-12-31": what follows the bars is put where the sentence has room for it, days as Danes write them. */
function filledIn(sentence: string, facts: readonly string[]): string {
  return sentence.replace(/\{(\d)\}/g, (_all, at: string) =>
    (facts[Number(at)] ?? "").replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3.$2.$1"),
  );
}
