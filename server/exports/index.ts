import type { ExportDeps, Given } from "./deps";
import { draft } from "./draft";
import { file, fileFor } from "./file";
import { filesPage } from "./files";
import { deliver } from "./filing/deliver";
import { page } from "./filing/page";
import { requestFiling } from "./filing/request";
import { retry } from "./filing/retry";
import { caseSystemPage } from "./filing/setup/page";
import { saveCaseSystem } from "./filing/setup/save";
import { createCaseSystems, onlyCaseSystem } from "./filing/setup/systems";
import { tryCaseSystem } from "./filing/setup/try";
import { liveWord } from "./live/live";
import { MEDIA_TYPES, offered } from "./rules";
import type { Exports } from "./shapes";
import { removeTemplate, setTemplate } from "./word-template/change";
import { templatePage } from "./word-template/page";
import { createWorkshop } from "./workshop";

/**
 * Files of a frozen version, and filing them: see `Exports` for each command. Its job does one thing, look a filing up
 * in the case system and bring it on from there. `stop` ends the thread that makes files.
 */
export function createExports(made: Given): Exports & { stop(): Promise<void> } {
  const { filingRoot, caseSystem, workshop = createWorkshop(), ...given } = made;
  const deps: ExportDeps = {
    ...given,
    workshop,
    caseSystems: caseSystem ? onlyCaseSystem(caseSystem) : createCaseSystems({ ...given, filingRoot }),
  };
  return {
    page: (viewer, responseId) => page(deps, viewer, responseId),
    file: (viewer, versionId, kind) => file(deps, viewer, versionId, kind),
    fileFor: (actor, versionId, kind) => fileFor(deps, actor, versionId, kind),
    offered,
    files: (viewer, responseId) => filesPage(deps, viewer, responseId),
    draft: (viewer, responseId, kind) => draft(deps, viewer, responseId, kind),
    template: (viewer) => templatePage(deps, viewer),
    setTemplate: (viewer, form) => setTemplate(deps, viewer, form),
    removeTemplate: (viewer) => removeTemplate(deps, viewer),
    exampleTemplate: async () => ({
      fileName: "Skabelon.docx",
      mediaType: MEDIA_TYPES.docx,
      bytes: await workshop.make({ make: "example-template" }),
    }),
    liveWord: (viewer, responseId, form) => liveWord(deps, viewer, responseId, form),
    requestFiling: (viewer, responseId, form) => requestFiling(deps, viewer, responseId, form),
    retry: (viewer, filingId, form) => retry(deps, viewer, filingId, form),
    caseSystem: (viewer, adapter) => caseSystemPage(deps, viewer, adapter),
    saveCaseSystem: (viewer, form) => saveCaseSystem(deps, viewer, form),
    tryCaseSystem: (viewer, form) => tryCaseSystem(deps, viewer, form),
    deliver: ({ filingId }) => deliver(deps, filingId),
    stop: workshop.stop,
  };
}
