import type { WrittenStep } from "./plan-rules";

const FIELD = /^(approverId|substituteId|dueDay|isTacit)\.(\d{1,3})$/;

/** The steps that a form holds, in the order of their numbers; a row in which nothing is chosen is none. [A8] */
export function stepsIn(form: unknown): WrittenStep[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of entriesOf(form)) {
    const [, field, number] = FIELD.exec(name) ?? [];
    if (!field || typeof value !== "string") continue;
    const place = Number(number);
    rows.set(place, { ...rows.get(place), [field]: value.replaceAll("\0", "").trim() });
  }
  const inOrder = [...rows].sort(([a], [b]) => a - b);
  return inOrder.flatMap(([row, { approverId = "", substituteId = "", dueDay = "", isTacit }]) => {
    const isEmpty = !approverId && !substituteId && !dueDay;
    return isEmpty ? [] : [{ row, approverId, substituteId, dueDay, isTacit: isTacit === "yes" }];
  });
}

function entriesOf(form: unknown): [string, unknown][] {
  if (form instanceof FormData) return [...form.entries()];
  return typeof form === "object" && form !== null ? Object.entries(form) : [];
}
