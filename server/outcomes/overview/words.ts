import { stem } from "../../../app/document-model/stem";

/** Below this many letters a word names nothing. */
const SHORTEST = 3;
/** Words that say how something is said, not what it is about; also those with which one comments on anything. */
const SAYS_NOTHING = new Set(
  `afsnit aftale aftalen alle alt andet anden andre bemærker bemærkes bemærkning bemærkningen bemærkninger blev blive bliver
  bør dag dage deres den det denne der derfor desuden dette disse efter eller end endnu enig enige ens fast finder for
  foreslår foreslås forslag forslaget fra før gerne gør har have helt her herunder hvad hvem hvis hvor hvordan ikke imod inden
  ingen kan kommune kommunen kommunens kommuner kommunerne kun kunne lige man med meget mellem men mere mål målet måtte nogle
  når noget nye også om opfordrer over pkt positivt punkt punktet regionen samt siden sig sikres skal skulle som står støtter
  såvel til tydeligt under uden uklart vedr vedrørende ved vil ville vores være vigtigt ønsker ønskes`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that may say what a text is about, as they stand. */
export function telling(text: string): string[] {
  const words =
    text
      .normalize("NFC")
      .replace(/\u00ad/g, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length >= SHORTEST && !SAYS_NOTHING.has(word));
}

/** Their stems, each once. */
export function stemsOf(text: string): string[] {
  return [...new Set(telling(text).map(stem))];
}
