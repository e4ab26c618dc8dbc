import type { MailWish, NoticeKind, NoticeSubject } from "../../server/notices/shapes";
import { counted, plural } from "./numbers";
import { day } from "./time";

type About = Omit<NoticeSubject, "kind" | "by" | "day"> & { by: string; day: string };

const SENTENCES: Readonly<Record<NoticeKind, (about: About) => string>> = {
  mentioned: ({ by }) => `${by} har nævnt dig i en kommentar`,
  "comment-assigned": ({ by }) => `${by} har bedt dig om at tage dig af en kommentar`,
  "comment-answered": ({ by }) => `${by} har svaret i en kommentartråd, du er med i`,
  "part-returned": ({ by, center }) => `${by} har sendt ${partOf(center)} tilbage`,
  "sign-off-lapsed": ({ center }) => `Godkendelsen af ${partOf(center)} er bortfaldet, fordi delen er ændret`,
  "suggestion-decided": ({ by, suggestion }) => `${by} har ${DECIDED[suggestion ?? "unknown"]} dit ændringsforslag`,
  "approval-waits": ({ by }) => `${by} har sendt dig en tekst til godkendelse`,
  "approval-decided": ({ by }) => `${by} har godkendt teksten`,
  "approval-returned": ({ by }) => `${by} har sendt teksten tilbage`,
  reopened: ({ by }) => `${by} har åbnet teksten igen`,
  "deadline-near": ({ center, day }) => `${center ?? "Centeret"} skal have svaret senest den ${day}`,
  "deadline-missed": ({ center, day }) => `${center ?? "Et center"} har ikke svaret på alt inden fristen den ${day}`,
  "external-deadline-near": ({ day }) => `Svaret skal være sendt senest den ${day}`,
  "deadline-moved": ({ by, center, day }) =>
    `${by} har flyttet ${center ? `fristen for ${center}` : "den eksterne frist"} til den ${day}`,
  "webhook-paused": ({ host }) => `${host ?? "En modtager"} vil ikke have besked mere, og adressen er sat på pause`,
  "tasks-handed-over": ({ center }) =>
    `${center ?? "Et andet center"} har overtaget opgaverne fra et center, der er lukket`,
  invited: ({ by }) => `${by} har inviteret jeres kommune til at svare fælles`,
  "invitation-answered": ({ by }) => `${by} har svaret på invitationen til et fælles svar`,
  "invitation-withdrawn": ({ by }) => `${by} har trukket invitationen til et fælles svar tilbage`,
};

const DECIDED = { accepted: "accepteret", rejected: "afvist", unknown: "taget stilling til" };

/** What the house does by itself, it does in nobody's name. */
const OF_ITSELF: Readonly<Partial<Record<NoticeKind, string>>> = {
  "approval-waits": "En tekst venter på din godkendelse",
  "approval-decided": "Teksten er stiltiende godkendt",
};

/** Who did what; the page puts the hearing beside it. Mails say the same (server/notices/mail), which a test sees to. */
export function noticeSentence({ kind, by, day: on, ...rest }: NoticeSubject): string {
  const ofItself = by === null ? OF_ITSELF[kind] : undefined;
  return ofItself ?? SENTENCES[kind]({ ...rest, by: by ?? "Samsvar", day: on ? day(on) : "aftalte dag" });
}

function partOf(center: string | null): string {
  return center ? `delen fra ${center}` : "jeres del";
}

export const notices = {
  title: "Beskeder",
  lead: (unread: number) => (unread === 0 ? "Du har læst alt." : `${plural(unread, "ny besked", "nye beskeder")}.`),
  onDesk: "Nye beskeder",
  all: "Alle beskeder",
  allNew: (count: number) => `Se alle ${counted(count)}`,
  states: { new: "Ny", read: "Læst", over: "Ikke længere aktuel" },
  toMail: "Vælg, hvad du vil have mail om",
  markRead: "Markér som læst",
  markReadOf: (sentence: string) => `Markér som læst: ${sentence}`,
  markAllRead: "Markér alle som læst",
  empty: {
    title: "Ingen beskeder endnu",
    text: "Her står det, når nogen nævner dig, sender dig en tekst til godkendelse eller svarer på noget, du er med i.",
  },
  /** For those who keep the house and read no hearings. */
  emptyForKeepers: {
    title: "Ingen beskeder endnu",
    text: "Her står det, når en modtager uden for Samsvar ikke vil have besked mere.",
  },
  /** Where a notice is about no hearing. */
  house: "Adgang for andre systemer",
  keepers: { title: "Ingen beskeder", text: "Din rolle får ingen beskeder om høringer og vurderinger." },
  kept: "Læste beskeder fjernes efter 90 dage.",
  pages: "Sider",
  newer: "Nyere",
  older: "Ældre",
  pageOf: (page: number, pages: number) => `Side ${page} af ${pages}`,
};

const KINDS: Readonly<Record<NoticeKind, string>> = {
  mentioned: "Nogen nævner mig i en kommentar",
  "comment-assigned": "Jeg bliver bedt om at tage mig af en kommentar",
  "comment-answered": "Nogen svarer i en kommentartråd, jeg er med i",
  "part-returned": "Lederen sender vores del tilbage",
  "sign-off-lapsed": "Centerets godkendelse bortfalder",
  "suggestion-decided": "Mit ændringsforslag er afgjort",
  "approval-waits": "En tekst venter på min godkendelse",
  "approval-decided": "En tekst er godkendt",
  "approval-returned": "En tekst er sendt tilbage",
  reopened: "En tekst er åbnet igen",
  "deadline-near": "Mit centers frist nærmer sig",
  "deadline-missed": "Et center har ikke svaret inden sin frist (tovholdere)",
  "external-deadline-near": "Den eksterne frist nærmer sig (tovholdere)",
  "deadline-moved": "En frist er flyttet",
  "webhook-paused": "En modtager vil ikke have besked mere (administratorer)",
  "tasks-handed-over": "Et center overtager opgaver fra et, der er lukket",
  invited: "Jeres kommune bliver inviteret til et fælles svar (tovholdere)",
  "invitation-answered": "En kommune svarer på min invitation (tovholdere)",
  "invitation-withdrawn": "En invitation til jeres kommune trækkes tilbage (tovholdere)",
};

const WISHES: Readonly<Record<MailWish, string>> = {
  none: "Kun på siden",
  "at-once": "Mail straks",
  daily: "Daglig mail",
};

export const mailChoices = {
  title: "Mail om beskeder",
  lead: "Beskeder står altid her og på Mit bord. Den daglige mail kommer på hverdage kl. 7 og samler det, du ikke har læst.",
  off: "Samsvar sender ikke mails her. Det, du vælger, gælder, når jeres administrator slår mails til.",
  cameBack: (when: string) =>
    `Den seneste mail til dig kunne ikke afleveres (${when}). Bed jeres administrator om at kontrollere din e-mailadresse.`,
  kind: (kind: NoticeKind) => KINDS[kind],
  wish: (wish: MailWish) => WISHES[wish],
  save: "Gem valg",
  saved: "Dine valg er gemt.",
};

/** At /administration. */
export const mailStanding = {
  title: "Mails",
  on: (server: string) => `Mails sendes gennem ${server}.`,
  off: "Mails er slået fra: SMTP_URL er ikke sat, så beskeder vises kun på siden.",
};
