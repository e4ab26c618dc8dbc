import type { Aspect, PartChange } from "../document-model/part-changes";
import { enumerated, plural } from "./numbers";

const ASPECTS: Record<Aspect, string> = {
  words: "ordlyd",
  notes: "fodnote",
  form: "form",
  links: "koblinger",
};

/** What has become of a paragraph, beside it: "Ændret ordlyd og koblinger". */
export const changeWords = {
  of: (change: PartChange): string => {
    switch (change.kind) {
      case "added":
        return "Nyt";
      case "removed":
        return "Fjernet";
      case "moved":
        return "Flyttet";
      case "changed":
        return `Ændret ${enumerated(change.aspects.map((aspect) => ASPECTS[aspect]))}`;
    }
  },
};

/** A text that was sent before. */
export const changesSince = {
  count: (count: number) => `${plural(count, "afsnit er", "afsnit er")} ændret siden sidste runde.`,
  show: "Vis, hvad der er ændret",
  hide: "Vis teksten ren",
};
