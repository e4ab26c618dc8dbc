import type { Kept } from "../editor/offline/keeper";
import type { Phase } from "../editor/phase";
import { offline } from "./offline";

export const editor = {
  loading: "Henter teksten …",
  loadingOffline: "Der er ingen forbindelse til serveren. Teksten bliver hentet, så snart den er tilbage.",
  text: "Tekst",
  placeholder: "Skriv her. Tast § for at henvise til et punkt i kilden.",
  readOnly: "Du kan læse teksten, men ikke ændre den.",
  retry: "Prøv igen",
  toolsMissing:
    "Værktøjerne omkring teksten kunne ikke hentes. Du kan skrive imens; det bliver gemt. Hjælper det ikke at prøve igen, så genindlæs siden.",
  close: "Luk",
  leave: "Noget af det, du har skrevet, er ikke gemt endnu. Vil du forlade siden alligevel?",
};

const WITH_UNSAVED: Record<Phase, string> = {
  connecting: "Forbinder …",
  saved: "Gemt",
  saving: "Gemmer …",
  offline: "Ikke gemt – forbindelsen er væk",
  busy: "Ikke gemt – serveren kan ikke gemme lige nu",
  refused: "Ikke gemt",
  "read-only": "Kun læsning",
  "left-out": "Ikke gemt – teksten er låst",
  "room-full": "Ikke gemt – der er ikke plads lige nu",
  degraded: "Gemmer … Serveren svarer langsomt",
};

/** Nothing is lost, and the page says no more than that. */
const ALL_SAVED: Partial<Record<Phase, string>> = {
  offline: "Gemt – forbindelsen er væk",
  busy: "Gemt – serveren svarer ikke lige nu",
  refused: "Gemt – siden er koblet fra",
  "room-full": "Kun læsning lige nu",
  degraded: "Gemt – serveren svarer langsomt",
};

/** What is not saved lies on this machine, or will in a moment. [E30] */
const KEPT_HERE: Partial<Record<Phase, Record<Kept, string>>> = {
  offline: { kept: offline.kept, keeping: offline.keeping, unable: offline.unable },
  busy: { kept: offline.keptBusy, keeping: offline.keeping, unable: WITH_UNSAVED.busy },
};

/** What the page says of its own saving. `kept`: null where nobody keeps anything on the machine. */
export function savingWords(
  { phase, hasUnsaved }: { phase: Phase; hasUnsaved: boolean },
  kept: Kept | null = null,
): string {
  const here = hasUnsaved && kept ? KEPT_HERE[phase]?.[kept] : undefined;
  return here ?? (hasUnsaved ? undefined : ALL_SAVED[phase]) ?? WITH_UNSAVED[phase];
}
