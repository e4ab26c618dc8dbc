import { and, eq, getTableColumns } from "drizzle-orm";
import type { Database } from "../../../../db/client";
import type { MunicipalityId } from "../../../../db/ids";
import { caseSystem, municipality } from "../../../../db/schema";
import type { Clock } from "../../../clock";
import type { Seal } from "../../../seal";
import type { AdapterName } from "../../shapes";
import { createFolder } from "../folder";
import { type CaseSystem, CaseSystemError } from "../port";
import { openWith } from "./adapters";
import { aboutSecret } from "./settings";
import type { CaseSystems } from "./shapes";

type Deps = { db: Database; seal: Seal; clock: Clock; filingRoot: string };
type Opened = { stamp: string; system: CaseSystem };

/** The case systems as the municipalities have set them up. One stays open, with its token, until its setup changes. */
export function createCaseSystems(deps: Deps): CaseSystems {
  const folder = createFolder({ root: deps.filingRoot, clock: deps.clock });
  const opened = new Map<string, Opened>();
  return {
    chosen: (municipalityId) => chosen(deps, municipalityId),
    open: async (municipalityId, adapter) =>
      adapter === "folder" ? folder : open(deps, opened, municipalityId, adapter),
  };
}

/** For tests: one system, whatever is chosen. */
export function onlyCaseSystem(system: CaseSystem): CaseSystems {
  return { chosen: async () => system.name, open: async () => system };
}

async function chosen({ db }: Deps, municipalityId: MunicipalityId): Promise<AdapterName> {
  const isIt = and(eq(caseSystem.municipalityId, municipalityId), eq(caseSystem.isChosen, true));
  const [found] = await db.select({ adapter: caseSystem.adapter }).from(caseSystem).where(isIt);
  return found?.adapter ?? "folder";
}

async function open(
  { db, seal, clock }: Deps,
  opened: Map<string, Opened>,
  municipalityId: MunicipalityId,
  adapter: Exclude<AdapterName, "folder">,
): Promise<CaseSystem> {
  const isIt = and(eq(caseSystem.municipalityId, municipalityId), eq(caseSystem.adapter, adapter));
  const [row] = await db
    .select({ ...getTableColumns(caseSystem), cvr: municipality.cvr })
    .from(caseSystem)
    .innerJoin(municipality, eq(municipality.id, caseSystem.municipalityId))
    .where(isIt);
  if (!row) throw new CaseSystemError("auth", `${adapter} is not set up.`);
  const about = aboutSecret(municipalityId, adapter);
  const secret = row.secret === null ? "" : seal.open(row.secret, about);
  if (secret === null) throw new CaseSystemError("auth", `The secret of ${adapter} opens with another key than ours.`);
  const stamp = `${row.changedAt.toISOString()} ${row.secret}`;
  const kept = opened.get(about);
  if (kept?.stamp === stamp) return kept.system;
  const system = openWith(adapter, { settings: row.settings, secret, clock, cvr: row.cvr });
  opened.set(about, { stamp, system });
  return system;
}
