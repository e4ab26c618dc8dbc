import { attach, remove } from "./attach";
import type { AttachmentDeps } from "./deps";
import { file, ofHearing } from "./queries";
import type { Attachments } from "./shapes";

export { attachedFiles, attachedIn, attachedName, attachedNow, withAttached } from "./frozen";

/** What councils answer in documents of their own: kept as it came, and sent along with the text. */
export function createAttachments(deps: AttachmentDeps): Attachments {
  return {
    ofHearing: (viewer, consultationId) => ofHearing(deps, viewer, consultationId),
    attach: (viewer, consultationId, form) => attach(deps, viewer, consultationId, form),
    remove: (viewer, consultationId, form) => remove(deps, viewer, consultationId, form),
    file: (viewer, attachmentId) => file(deps, viewer, attachmentId),
  };
}
