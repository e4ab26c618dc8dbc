import type { Viewer } from "../identity/viewer";
import { hasRole } from "../identity/viewer";

export function mayCorrect(viewer: Viewer): boolean {
  return hasRole(viewer, "coordinator");
}
