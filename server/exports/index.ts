import type { ExportDeps, Given } from "./deps";
import { file } from "./file";
import { deliver } from "./filing/deliver";
import { createFolder } from "./filing/folder";
import { page } from "./filing/page";
import { requestFiling } from "./filing/request";
import { retry } from "./filing/retry";
import { createPress } from "./pdf/press";
import type { Exports } from "./shapes";

/**
 * Files of a frozen version, and filing them: see `Exports` for each command. Both jobs do one thing, look a filing up
 * in the case system and bring it on from there. `stop` ends the process that makes PDFs.
 */
export function createExports({ filingRoot, caseSystem, ...given }: Given): Exports & { stop(): void } {
  const press = createPress();
  const deps: ExportDeps = {
    ...given,
    press,
    caseSystem: caseSystem ?? createFolder({ root: filingRoot, clock: given.clock }),
  };
  return {
    page: (viewer, responseId) => page(deps, viewer, responseId),
    file: (viewer, versionId, kind) => file(deps, viewer, versionId, kind),
    requestFiling: (viewer, responseId, form) => requestFiling(deps, viewer, responseId, form),
    retry: (viewer, filingId) => retry(deps, viewer, filingId),
    deliver: ({ filingId }) => deliver(deps, filingId),
    readReceipt: ({ filingId }) => deliver(deps, filingId),
    stop: press.stop,
  };
}
