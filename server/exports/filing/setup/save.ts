import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { caseSystem } from "../../../../db/schema";
import { actorOf } from "../../../audit";
import { Refusal } from "../../../errors";
import type { Viewer } from "../../../identity/viewer";
import type { ExportDeps } from "../../deps";
import { refuseElsewhere, type SetupForm, setupIn } from "./form";
import { onlyAdministrators, setupOf } from "./queries";
import { aboutSecret } from "./settings";

/**
 * Keeps how a case system is reached, and makes it the one that is filed to where that is asked for. The trail has every
 * setting, and of the secret only that there is a new one. [F11] [F18]
 */
export async function saveCaseSystem(deps: ExportDeps, viewer: Viewer, form: unknown): Promise<void> {
  onlyAdministrators(viewer);
  const setup = setupIn(form);
  if (setup.adapter === "folder") return setup.isChosen ? chooseFolder(deps, viewer) : undefined;
  const about = aboutSecret(viewer.municipality.id, setup.adapter);
  const sealed = setup.secret === "" ? null : deps.seal.close(setup.secret, about);
  await deps.db.transaction(async (tx) => {
    const kept = await setupOf(tx, viewer, setup.adapter);
    refuseElsewhere(kept?.settings ?? {}, setup);
    const secret = sealed ?? kept?.secret ?? null;
    if (secret === null || deps.seal.open(secret, about) === null)
      throw new Refusal("invalid", "form", { secret: "missing" });
    if (setup.isChosen) await unchoose(tx, viewer);
    const isChosen = setup.isChosen || (kept?.isChosen ?? false);
    await write(deps, tx, viewer, { ...setup, isChosen }, secret);
    await record(deps, tx, viewer, setup, kept?.isChosen ?? false);
  });
}

async function write(deps: ExportDeps, tx: Transaction, viewer: Viewer, setup: SetupForm, secret: string) {
  const { adapter, settings, isChosen } = setup;
  const row = { settings, secret, isChosen, changedBy: viewer.id, changedAt: deps.clock.now() };
  await tx
    .insert(caseSystem)
    .values({ municipalityId: viewer.municipality.id, adapter, ...row })
    .onConflictDoUpdate({ target: [caseSystem.municipalityId, caseSystem.adapter], set: row });
}

async function unchoose(tx: Transaction, viewer: Viewer): Promise<void> {
  const isChosen = and(eq(caseSystem.municipalityId, viewer.municipality.id), eq(caseSystem.isChosen, true));
  await tx.update(caseSystem).set({ isChosen: false }).where(isChosen);
}

/** The folder needs nothing: it is what is filed to where nothing else is chosen. */
async function chooseFolder(deps: ExportDeps, viewer: Viewer): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await unchoose(tx, viewer);
    await deps.audit.record(tx, actorOf(viewer), chosenEvent(viewer, "folder"));
  });
}

async function record(deps: ExportDeps, tx: Transaction, viewer: Viewer, setup: SetupForm, wasChosen: boolean) {
  await deps.audit.record(tx, actorOf(viewer), {
    event: "case-system-set-up",
    objectKind: "municipality",
    objectId: viewer.municipality.id,
    data: { adapter: setup.adapter, ...setup.settings, isSecretNew: setup.secret !== "" },
  });
  if (setup.isChosen && !wasChosen) await deps.audit.record(tx, actorOf(viewer), chosenEvent(viewer, setup.adapter));
}

function chosenEvent(viewer: Viewer, adapter: SetupForm["adapter"]) {
  const about = { objectKind: "municipality", objectId: viewer.municipality.id };
  return { event: "case-system-chosen", ...about, data: { adapter } };
}
