import type { Outcome } from "../shapes";

/** Taken out of a text before it is asked whether it accepts, so that "ikke medtaget" is no "medtaget". */
const REFUSED =
  /\b(ikke|hverken|ej) (\p{L}+ ){0,3}?(medtag|medtaget|imødekom|indarbejd|tages? til følge|følge|ændre|tilføj|indgå|optag)\p{L}*|\b(medtages?|imødekommes?|indarbejdes?|ændres|tilføjes|følges|tages) (\p{L}+ ){0,2}?ikke\b|\bafvis\p{L}*|\bfastholdes?\b|\b(ikke|ingen) anledning\b|\bingen ændring\p{L}*/u;
const PARTLY =
  /\b(delvist?|til dels|i nogen grad|dele af (forslaget|bemærkningen)|en del af (forslaget|bemærkningen))\b/u;
const ACCEPTED =
  /\b(medtag(es|et|er)?|imødekom(mes|met|mer)?|indarbejd(es|et|er)|tages? til følge|taget til følge|tilføj(es|et)|(er|bliver|blevet) (ændret|rettet|præciseret|tilføjet)|ændres|præciseres|rettes|følges)\b/u;

const ALONE: Readonly<Record<string, Outcome>> = {
  ja: "accepted",
  x: "accepted",
  sand: "accepted",
  nej: "not-accepted",
  falsk: "not-accepted",
  delvis: "partly",
  delvist: "partly",
};

/**
 * What the sender's words seem to say of a remark; null where they do not say it clearly. Never more than what a form begins
 * with: a person says what it was. [Q11]
 */
export function verdictIn({ verdict, assessment }: { verdict: string; assessment: string }): Outcome | null {
  return judged(verdict) ?? judged(assessment);
}

function judged(text: string): Outcome | null {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const alone = ALONE[plain];
  if (alone) return alone;
  if (matches(PARTLY, plain)) return "partly";
  const refuses = matches(REFUSED, plain);
  const accepts = matches(ACCEPTED, plain.replace(unbounded(REFUSED, "gu"), " "));
  if (refuses && accepts) return "partly";
  if (refuses) return "not-accepted";
  return accepts ? "accepted" : null;
}

function matches(pattern: RegExp, text: string): boolean {
  return unbounded(pattern, "u").test(text);
}

/** To JavaScript æ, ø and å are no letters of a word, so that \b stands before each of them. */
function unbounded({ source }: RegExp, flags: string): RegExp {
  const bounded = source.replaceAll(
    "\\b",
    "(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}]))",
  );
  return new RegExp(bounded, flags);
}
