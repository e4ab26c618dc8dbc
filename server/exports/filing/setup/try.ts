import { actorOf } from "../../../audit";
import { Refusal } from "../../../errors";
import type { Viewer } from "../../../identity/viewer";
import type { ExportDeps } from "../../deps";
import type { CaseSystemTrial } from "../../shapes";
import type { CaseSystem, Health } from "../port";
import { openWith } from "./adapters";
import { refuseElsewhere, type SetupForm, setupIn } from "./form";
import { cvrOf, onlyAdministrators, setupOf } from "./queries";
import { aboutSecret } from "./settings";

/** Nobody looks at a button for longer. */
const PATIENCE = 25_000;

/** Tries the way in as it stands in the form, saved or not. What the other server says is not passed on: it could be anything. [F18] */
export async function tryCaseSystem(deps: ExportDeps, viewer: Viewer, form: unknown): Promise<CaseSystemTrial> {
  onlyAdministrators(viewer);
  const setup = setupIn(form);
  const health = await within(PATIENCE, await opened(deps, viewer, setup));
  if (!health.ok) deps.log.warn({ adapter: setup.adapter, problem: health.problem }, "a case system was not reached");
  await deps.db.transaction((tx) =>
    deps.audit.record(tx, actorOf(viewer), {
      event: "case-system-tried",
      objectKind: "municipality",
      objectId: viewer.municipality.id,
      data: { adapter: setup.adapter, outcome: health.ok ? "ok" : health.kind },
    }),
  );
  if (health.ok) return { ok: true };
  return { ok: false, code: health.kind.replaceAll("_", "-"), found: health.found ?? null };
}

async function opened(deps: ExportDeps, viewer: Viewer, setup: SetupForm): Promise<CaseSystem> {
  const { adapter, settings } = setup;
  if (adapter === "folder") return deps.caseSystems.open(viewer.municipality.id, adapter);
  const kept = await setupOf(deps.db, viewer, adapter);
  refuseElsewhere(kept?.settings ?? {}, setup);
  const secret = setup.secret || deps.seal.open(kept?.secret ?? "", aboutSecret(viewer.municipality.id, adapter));
  if (!secret) throw new Refusal("invalid", "form", { secret: "missing" });
  return openWith(adapter, { settings, secret, clock: deps.clock, cvr: await cvrOf(deps.db, viewer) });
}

async function within(ms: number, system: CaseSystem): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, kind: "unavailable", problem: "no answer in time" }), ms);
  });
  return Promise.race([system.health(), late]).finally(() => clearTimeout(timer));
}
