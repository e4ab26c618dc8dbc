/** Audit events as sentences without their subject: the page puts the person's name before them. */
export const AUDIT_EVENTS: Readonly<Record<string, string>> = {
  "municipality-founded": "oprettede kommunen",
  "signed-in": "loggede ind",
  "signed-out": "loggede ud",
};

/** "sendte teksten til godkendelse"; an event without a sentence is shown by its code. */
export function auditSentence(event: string): string {
  return AUDIT_EVENTS[event] ?? `udførte “${event}”`;
}
