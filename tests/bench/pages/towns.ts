import type { CenterId, MunicipalityId, UserId } from "../../../db/ids";
import { hashPassword } from "../../../server/identity/password";
import type { Chance } from "./chance";
import type { Rows } from "./rows";

/** A municipality and who works in it; `own` is a center of the coordinator's. */
export type Town = {
  id: MunicipalityId;
  name: string;
  centers: CenterId[];
  coordinator: UserId;
  director: UserId;
  officer: UserId;
  contributors: UserId[];
  managers: UserId[];
};

export const TOWNS = 29;
const CENTERS = 12;
const PER_CENTER = 3;
export const PASSWORD = "samsvar-bench-2026";

/** Who is signed in as: they live in the fullest municipality. */
export const PEOPLE = {
  coordinator: "tovholder@bench.eksempel.dk",
  auditor: "revisor@bench.eksempel.dk",
  administrator: "administrator@bench.eksempel.dk",
} as const;

/** What part of all hearings each municipality has: the first and fullest a ninth, the last a seventieth. */
export function shareOf(index: number): number {
  const weight = (at: number) => 1 / (at + 4);
  return weight(index) / Array.from({ length: TOWNS }, (_, at) => weight(at)).reduce((sum, one) => sum + one);
}

/** Twelve centers, each with its manager and three who write, and those who work for the whole house. */
export async function town(rows: Rows, draw: Chance, index: number): Promise<Town> {
  const id = draw.id<MunicipalityId>();
  const name = `Bench Kommune ${index + 1}`;
  await rows.add("municipality", { id, name, cvr: String(10_000_000 + index), is_demo: false });
  const centers = Array.from({ length: CENTERS }, () => draw.id<CenterId>());
  for (const [at, center] of centers.entries())
    await rows.add("center", {
      ...{ id: center, municipality_id: id, name: `Center for område ${at + 1}`, short_name: `Område ${at + 1}` },
      kind: "center",
    });
  const person = await people(rows, draw, { id, index });
  const [own] = centers;
  const coordinator = await person("tovholder", [["coordinator"], ["contributor", own], ["case-officer"]]);
  await person("revisor", [["auditor"]]);
  await person("administrator", [["administrator"]]);
  const director = await person("direktoer", [["manager"]]);
  const officer = await person("journal", [["case-officer"]]);
  const managers: UserId[] = [];
  const contributors: UserId[] = [];
  for (const [at, center] of centers.entries()) {
    managers.push(await person(`leder${at}`, [["manager", center]]));
    for (let nth = 0; nth < PER_CENTER; nth += 1)
      contributors.push(await person(`skriver${at}.${nth}`, [["contributor", center]]));
  }
  return { id, name, centers, coordinator, director, officer, contributors, managers };
}

type Held = readonly [role: string, center?: CenterId | undefined];

async function people(rows: Rows, draw: Chance, { id, index }: { id: MunicipalityId; index: number }) {
  const known = index === 0 ? await hashPassword(PASSWORD) : "none";
  return async (name: string, roles: readonly Held[]): Promise<UserId> => {
    const user = draw.id<UserId>();
    const email = index === 0 ? `${name}@bench.eksempel.dk` : `${name}@${index}.eksempel.dk`;
    const said = { name: `Person ${name}`, title: "Konsulent", password_hash: known, is_active: true };
    await rows.add("person", { id: user, municipality_id: id, email, ...said });
    for (const [role, center] of roles)
      await rows.add("membership", { id: draw.id(), user_id: user, role, center_id: center ?? null });
    return user;
  };
}
