/**
 * The Danish stemmer of Snowball (Martin Porter), written from its description:
 * https://snowballstem.org/algorithms/danish/stemmer.html. PostgreSQL's `danish` stems the same way.
 */
const VOWEL = /[aeiouyæåø]/;
const S_ENDING = /[abcdfghjklmnoprtvyzå]$/;
/** Longest first: the longest that fits counts. */
const MAIN =
  "erendes erende hedens ethed erede heden heder endes ernes erens erets ered ende erne eren erer heds enes eres eret hed ene ere ens ers ets en er es et e".split(
    " ",
  );
const PAIR = /(?:gd|dt|gt|kt)$/;

/** A word in lower case → its stem. */
export function stem(word: string): string {
  const region = regionOf(word);
  let stemmed = withoutMain(word, region);
  stemmed = withoutPairEnd(stemmed, region);
  stemmed = withoutOther(stemmed, region);
  return undoubled(stemmed, region);
}

/** Where R1 begins: after the first non-vowel that follows a vowel, but not before the fourth letter. */
function regionOf(word: string): number {
  if (word.length < 3) return word.length;
  let at = 0;
  while (at < word.length && !VOWEL.test(word.charAt(at))) at += 1;
  while (at < word.length && VOWEL.test(word.charAt(at))) at += 1;
  return at < word.length ? Math.max(at + 1, 3) : word.length;
}

function withoutMain(word: string, region: number): string {
  const suffix = MAIN.find((one) => endsIn(word, one, region));
  if (suffix) return word.slice(0, -suffix.length);
  if (endsIn(word, "s", region) && S_ENDING.test(word.slice(0, -1))) return word.slice(0, -1);
  return word;
}

function withoutPairEnd(word: string, region: number): string {
  return PAIR.test(word) && word.length - 2 >= region ? word.slice(0, -1) : word;
}

function withoutOther(word: string, region: number): string {
  const short = word.endsWith("igst") ? word.slice(0, -2) : word;
  if (endsIn(short, "løst", region)) return short.slice(0, -1);
  const suffix = ["elig", "lig", "els", "ig"].find((one) => endsIn(short, one, region));
  return suffix ? withoutPairEnd(short.slice(0, -suffix.length), region) : short;
}

function undoubled(word: string, region: number): string {
  const last = word.charAt(word.length - 1);
  const isDouble = word.length > region && /[bcdfghjklmnpqrstvwxz]/.test(last) && word.at(-2) === last;
  return isDouble ? word.slice(0, -1) : word;
}

function endsIn(word: string, suffix: string, region: number): boolean {
  return word.endsWith(suffix) && word.length - suffix.length >= region;
}
