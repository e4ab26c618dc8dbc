import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { refreshAfterConflict } from "~/refreshing";

/** What the script sends is shown already; the page is asked for when it rests (use-sending.ts). */
export function refreshOutline(change: ShouldRevalidateFunctionArgs): boolean {
  if (change.formData?.has("exact") && (change.actionStatus ?? 200) < 400) return false;
  return refreshAfterConflict(change);
}
