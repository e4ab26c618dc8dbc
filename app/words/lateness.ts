import { plural } from "./numbers";

/** What a center still owes after its day, and what it answered after it; null when all was in time. [H40] */
export function lateness({ overdue, cameLate }: { overdue: number; cameLate: number }): string | null {
  const said = [
    overdue > 0 && `${plural(overdue, "svar", "svar")} mangler efter fristen`,
    cameLate > 0 && `${plural(cameLate, "svar", "svar")} kom efter fristen`,
  ].filter((part) => part !== false);
  return said.length > 0 ? said.join(", ") : null;
}

export const latenessTitle = "Efter fristen";
