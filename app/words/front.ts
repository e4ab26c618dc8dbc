import type { Deed, DeedKind, Doing, PartState, TimelineItem } from "../../server/consultations/front/shapes";
import { enumerated, plural } from "./numbers";
import { stepNames } from "./plan";
import { day, shortDay } from "./time";

export const partStates: Record<PartState, string> = {
  none: "Ingen tekst endnu",
  waits: "Venter på lederen",
  signed: "Godkendt",
  lapsed: "Bortfaldet",
  returned: "Sendt tilbage",
};

export const timeline = {
  title: "Tidslinje",
  today: (text: string) => `I dag, ${shortDay(text)}`,
  day: (text: string, time: string | null) =>
    time ? `${shortDay(text)} kl. ${time.slice(0, 5).replace(":", ".")}` : shortDay(text),
  states: { done: "Sket", late: "Over tiden", ahead: "Kommer" } satisfies Record<TimelineItem["state"], string>,
};

/** What stands at a day of the timeline, and who it was. */
export function timelineSentence(item: TimelineItem): string {
  switch (item.kind) {
    case "opened":
      return "Oprettet";
    case "external":
      return item.state === "late" ? "Ekstern frist er overskredet" : "Ekstern frist";
    case "internal":
      return internal(item);
    case "step":
      return step(item);
    case "sent-for-approval":
      return `${item.by} sendte til godkendelse${inRound(item.round)}`;
    case "approved":
      return item.by ? `${item.by} godkendte${inRound(item.round)}` : `Stiltiende godkendt${inRound(item.round)}`;
    case "returned":
      return `${item.by ?? "Godkenderen"} sendte tilbage${inRound(item.round)}`;
    case "reopened":
      return `${item.by} åbnede teksten igen${inRound(item.round)}`;
    case "filed":
      return "Journaliseret";
  }
}

function internal({ centers, state }: Extract<TimelineItem, { kind: "internal" }>): string {
  const named = `Intern frist: ${enumerated(centers)}`;
  return state === "late" ? `${named}. Svar mangler` : named;
}

function step({ step: kind, state, by }: Extract<TimelineItem, { kind: "step" }>): string {
  const name = stepNames[kind];
  if (state === "done") return by ? `${name}: udført af ${by}` : `${name}: udført`;
  return state === "late" ? `${name}: ikke udført` : name;
}

function inRound(round: number): string {
  return round > 1 ? `, runde ${round}` : "";
}

const MOST_NAMED = 4;

/** " (2.4, 3.1 og 3.2)"; of many, none is named. */
function named({ about }: Deed): string {
  return about.length > 0 && about.length <= MOST_NAMED ? ` (${enumerated(about)})` : "";
}

function counted(verb: string, one: string, many: string) {
  return (deed: Deed) => `${verb} ${deed.count === 1 ? one : plural(deed.count, one, many)}${named(deed)}`;
}

const twice = (said: string) => (deed: Deed) => (deed.count > 1 ? `${said} ${deed.count} gange` : said);

function written({ last }: Deed): string {
  return last ? `skrevet i teksten, senest under “${last.heading}”` : "skrevet i teksten";
}

/** What somebody has done: each goes on from "har". */
const DEEDS: Record<DeedKind, (deed: Deed) => string> = {
  "hearing-opened": () => "oprettet sagen",
  "clauses-assigned": () => "fordelt bestemmelser til centrene",
  "response-started": () => "begyndt teksten",
  "plan-confirmed": () => "lagt planen fast",
  "plan-step-done": counted("markeret", "1 trin i planen som udført", "trin i planen som udført"),
  "deadline-moved": () => "flyttet den eksterne frist",
  "deadline-extended": () => "udsat den eksterne frist",
  "center-extended": (deed) =>
    `givet mere tid${deed.about.length > 0 ? ` til ${enumerated(deed.about)}` : " til et center"}`,
  "hearing-moved": () => "flyttet sagen til en nyere udgave af kilden",
  written,
  "clause-answered": counted("svaret på", "1 bestemmelse", "bestemmelser"),
  "clause-looked-at-again": counted("set igen på", "1 bestemmelse", "bestemmelser"),
  "goal-status-said": counted("sat status på", "1 mål", "mål"),
  "comment-started": counted("skrevet", "1 kommentar", "kommentarer"),
  "comment-answered": counted("besvaret", "1 kommentar", "kommentarer"),
  "comment-resolved": counted("løst", "1 kommentar", "kommentarer"),
  suggested: counted("stillet", "1 forslag til teksten", "forslag til teksten"),
  "suggestion-accepted": counted("taget", "1 forslag ind i teksten", "forslag ind i teksten"),
  "suggestion-rejected": counted("afvist", "1 forslag", "forslag"),
  "version-named": () => "gemt en version af teksten",
  "text-restored": () => "gendannet tidligere tekst",
  "part-signed-off": (deed) => `godkendt delen${deed.about.length > 0 ? ` fra ${enumerated(deed.about)}` : ""}`,
  "part-returned": (deed) => `sendt delen${deed.about.length > 0 ? ` fra ${enumerated(deed.about)}` : ""} tilbage`,
  "sent-for-approval": twice("sendt teksten til godkendelse"),
  "step-approved": () => "godkendt teksten på sit trin",
  "step-approved-tacitly": () => "noteret, at et trin er godkendt stiltiende",
  approved: () => "godkendt teksten",
  "approved-tacitly": () => "noteret, at teksten er godkendt stiltiende",
  returned: () => "sendt teksten tilbage",
  reopened: twice("åbnet teksten igen"),
  "filing-requested": () => "bedt om journalisering",
  "filing-filed": () => "modtaget kvittering for journaliseringen",
  "outcome-recorded": counted("noteret afsenderens svar på", "1 bemærkning", "bemærkninger"),
};

export const activity = {
  title: "Seneste aktivitet",
  none: "Der er ikke sket noget endnu.",
  /** "Kirsten Holm har skrevet i teksten og svaret på 2 bestemmelser (2.4 og 3.1)." */
  sentence: ({ deeds }: Doing) => `har ${enumerated(deeds.map((deed) => DEEDS[deed.kind](deed)))}.`,
  house: "Samsvar",
  /** The day it was, seen from today. */
  day: (text: string, today: string) => {
    const days = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${text}T00:00:00Z`)) / 86_400_000);
    if (days === 0) return "I dag";
    return days === 1 ? "I går" : day(text);
  },
  toText: "Se stedet i teksten",
};
