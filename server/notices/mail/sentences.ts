import type { NoticeKind, NoticeSubject } from "../shapes";

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

/** What a mail says of a notice: the same words as the page (app/words/notices.ts), which a test sees to. */
export function sentenceOf({ kind, by, day, ...rest }: NoticeSubject): string {
  const ofItself = by === null ? OF_ITSELF[kind] : undefined;
  return ofItself ?? SENTENCES[kind]({ ...rest, by: by ?? "Samsvar", day: day ? inWords(day) : "aftalte dag" });
}

const dayFormat = new Intl.DateTimeFormat("da-DK", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** "12. marts 2026". */
function inWords(day: string): string {
  return dayFormat.format(new Date(`${day}T12:00:00Z`));
}

function partOf(center: string | null): string {
  return center ? `delen fra ${center}` : "jeres del";
}
