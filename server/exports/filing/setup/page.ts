import { ADAPTERS } from "../../../../db/schema";
import type { Viewer } from "../../../identity/viewer";
import type { ExportDeps } from "../../deps";
import type { AdapterName, CaseSystemPage } from "../../shapes";
import { elsewhere, onlyAdministrators, setupOf } from "./queries";
import { aboutSecret } from "./settings";

/** How the municipality files, and how the system that is looked at is set up: the chosen one unless another is asked for. */
export async function caseSystemPage(deps: ExportDeps, viewer: Viewer, asked: string | null): Promise<CaseSystemPage> {
  onlyAdministrators(viewer);
  const chosen = await deps.caseSystems.chosen(viewer.municipality.id);
  const shown = ADAPTERS.find((name) => name === asked) ?? chosen;
  const setup = await setupOf(deps.db, viewer, shown);
  return {
    chosen,
    shown,
    settings: setup?.settings ?? {},
    secret: secretState(deps, viewer, shown, setup?.secret ?? null),
    changed: setup ? { by: setup.by, at: setup.changedAt } : null,
    elsewhere: await elsewhere(deps.db, viewer, chosen),
  };
}

function secretState(deps: ExportDeps, viewer: Viewer, adapter: AdapterName, sealed: string | null) {
  if (sealed === null) return "none";
  return deps.seal.open(sealed, aboutSecret(viewer.municipality.id, adapter)) === null ? "unreadable" : "kept";
}
