/**
 * What makes two texts the same words: white space, hyphens inside words, kinds of quotes and dashes and the sign at the
 * end do not count; letters' case and every other sign do. The clause's own number is no part of its words.
 */
export function sameWords(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{Ll})- ?(?=\p{Ll}\p{Ll})/gu, joinsWord)
    .replace(/[\s.,;:]+$/, "")
    .trim();
}

/** After "KKR-" a hyphen is a real one, and "pleje- og" keeps its hyphen: there it stands for a word that is left out. */
function joinsWord(hyphen: string, at: number, text: string): string {
  const next = text.slice(at + hyphen.length);
  return hyphen.endsWith(" ") && /^(og|eller|samt|til|som|hhv|henholdsvis|men)\b/.test(next) ? hyphen : "";
}

/** A text without a letter or a figure ("", "…") says nothing that could be the same. */
export function saysSomething(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}
