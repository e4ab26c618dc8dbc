import { type Decimal, danish, withUnit } from "../document-model/figures";
import type { BesideChange } from "../document-model/part-beside";
import { goalStatuses } from "./goals";
import { day } from "./time";

/** "fra I gang til Delvist opfyldt". */
function turned(before: string | null, after: string | null): string {
  if (before === null) return `nu ${after}`;
  return after === null ? `fjernet (før ${before})` : `fra ${before} til ${after}`;
}

function quoted(words: string): string {
  return `“${words}”`;
}

function figure(value: Decimal | null, unit: string): string | null {
  return value === null ? null : withUnit(danish(value), unit);
}

function target(value: Decimal | null): string | null {
  return value === null ? null : danish(value);
}

/** What has changed beside the text: what of, then from what to what. `goalOf`: what a goal is called. */
export const besideWords = {
  of: (change: BesideChange, goalOf: (id: string) => string): string => {
    switch (change.of) {
      case "status":
        return `Status på ${quoted(goalOf(change.goal))}`;
      case "next-step":
        return `Næste skridt for ${quoted(goalOf(change.goal))}`;
      case "due":
        return `Dagen for næste skridt med ${quoted(goalOf(change.goal))}`;
      case "initiative":
        return change.before === null
          ? "Ny indsats"
          : change.after === null
            ? "Indsats, der er taget ud"
            : "Indsatsens navn";
      case "goal":
        return `Målet for indsatsen ${quoted(change.title)}`;
      case "period":
        return `Periode for ${quoted(change.title)}`;
      case "deadline":
        return `Frist for ${quoted(change.title)}`;
      case "indicator":
        return `Indikator for ${quoted(change.title)}`;
      case "unit":
        return `Enhed for ${quoted(change.name)}`;
      case "target-from":
        return `Laveste mål for ${quoted(change.name)}`;
      case "target-to":
        return `Højeste mål for ${quoted(change.name)}`;
      case "figure":
        return `Tal for ${quoted(change.name)} den ${day(change.day)}`;
    }
  },
  turned: (change: BesideChange, goalOf: (id: string) => string): string => {
    const { before, after } = change;
    switch (change.of) {
      case "status":
        return turned(change.before && goalStatuses[change.before], change.after && goalStatuses[change.after]);
      case "due":
        return turned(before && day(before), after && day(after));
      case "goal":
        return turned(before && goalOf(before), after && goalOf(after));
      case "target-from":
      case "target-to":
        return turned(target(before), target(after));
      case "figure":
        return turned(figure(before, change.unit), figure(after, change.unit));
      case "initiative":
        return before !== null && after !== null
          ? turned(quoted(before), quoted(after))
          : quoted(after ?? before ?? "");
      default:
        return turned(before && quoted(before), after && quoted(after));
    }
  },
};
