/** Audit events as sentences without their subject: the page puts the person's name before them. */
export const AUDIT_EVENTS: Readonly<Record<string, string>> = {
  "signed-in": "loggede ind",
  "signed-out": "loggede ud",
  "source-proposed": "lagde en kilde ind",
  "source-accepted": "godkendte kildens opdeling",
  "proposal-corrected": "rettede kildens opdeling",
  "proposal-correction-undone": "fortrød en rettelse i kildens opdeling",
  "hearing-opened": "oprettede høringen",
  "clauses-assigned": "fordelte bestemmelser til centre",
  "assignment-removed": "tog bestemmelser tilbage fra et center",
  "clause-answered": "svarede på en bestemmelse for sit center",
  "answer-withdrawn": "trak et svar på en bestemmelse tilbage",
  "response-started": "begyndte svaret",
  "sent-for-approval": "sendte teksten til godkendelse",
  approved: "godkendte teksten",
  returned: "sendte teksten tilbage",
  reopened: "åbnede teksten igen",
  "file-exported": "hentede en fil af den godkendte tekst",
  "filing-requested": "bad om journalisering",
  "filing-retried": "bad om et nyt forsøg på journalisering",
  "filing-failed": "kunne ikke journalisere svaret",
  "filing-filed": "modtog kvittering for journaliseringen",
};

const OBJECTS: Readonly<Record<string, string>> = {
  person: "Person",
  municipality: "Kommune",
  source: "Kilde",
  "source-version": "Kildeversion",
  consultation: "Høring",
  response: "Svar",
  review: "Godkendelse",
  filing: "Journalisering",
};

/** "sendte teksten til godkendelse"; an event without a sentence is shown by its code. */
export function auditSentence(event: string): string {
  return AUDIT_EVENTS[event] ?? `udførte “${event}”`;
}

/** What kind of thing an entry is about. */
export function objectName(kind: string): string {
  return OBJECTS[kind] ?? kind;
}
