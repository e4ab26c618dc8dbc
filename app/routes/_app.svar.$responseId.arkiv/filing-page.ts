import type { Viewer } from "../../../server/identity/viewer";
import type { Services } from "../../../server/services";

/** What the page of filing shows, for its loader and for whoever asks whether it is still so. */
export function filingPage({ exports }: Services, viewer: Viewer, responseId: string) {
  return exports.page(viewer, responseId);
}
