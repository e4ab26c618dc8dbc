/** What keeps a municipality from being invited, answering, or leaving; and a guest from what is the host's. */
export const JOINT_REFUSALS: Readonly<Record<string, string>> = {
  "no-such-municipality": "Vælg en af kommunerne på listen.",
  "own-municipality": "Jeres egen kommune kan ikke inviteres. Vælg en anden.",
  "already-invited": "Kommunen er allerede inviteret. Vælg en anden.",
  "nobody-to-answer": "Kommunen har ingen tovholder, der kan svare på invitationen.",
  "invitation-ended": "Invitationen er trukket tilbage.",
  "invitation-too-late": "Svaret er sendt, så det kan ikke ændres, hvem der deltager.",
  "center-has-tasks":
    "Et center, der har fået bestemmelser, kan ikke tages ud. Bed værtskommunen om at tage dem tilbage.",
  "guests-only": "Det er kun gæstekommuner, der kan tilføje et tillæg.",
};

export const JOINT_AT_FIELD: Readonly<Record<string, string>> = {
  "municipalityId:missing": "Vælg den kommune, der skal inviteres.",
  "centerId:center-is-closed": "Et af centrene er lukket. Vælg et andet.",
};
