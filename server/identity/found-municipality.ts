import type { Transaction } from "../../db/client";
import { type CenterId, type MunicipalityId, newId, type UserId } from "../../db/ids";
import { center, membership, municipality, person } from "../../db/schema";
import { hashPassword } from "./password";
import type { Role } from "./viewer";

export type NewMunicipality = {
  name: string;
  cvr: string;
  isDemo: boolean;
  centers: { key: string; name: string; shortName: string; kind: "center" | "council" }[];
  people: { email: string; name: string; title: string; password: string; roles: { role: Role; center?: string }[] }[];
};

export type FoundedMunicipality = {
  id: MunicipalityId;
  centers: Record<string, CenterId>;
  people: Record<string, UserId>;
};

/** A municipality with its centers and people, in the caller's transaction. Used by the demo world and by tests. */
export async function foundMunicipality(tx: Transaction, given: NewMunicipality): Promise<FoundedMunicipality> {
  const id = newId<MunicipalityId>();
  const centers: Record<string, CenterId> = {};
  const people: Record<string, UserId> = {};
  await tx.insert(municipality).values({ id, name: given.name, cvr: given.cvr, isDemo: given.isDemo });
  for (const { key, ...row } of given.centers) {
    centers[key] = newId<CenterId>();
    await tx.insert(center).values({ ...row, id: centers[key], municipalityId: id });
  }
  // One hash per password: scrypt is slow on purpose, and a demo world has one password.
  const hashes = new Map<string, string>();
  for (const { password, roles, ...row } of given.people) {
    const passwordHash = hashes.get(password) ?? (await hashPassword(password));
    hashes.set(password, passwordHash);
    const userId = newId<UserId>();
    people[row.email] = userId;
    await tx.insert(person).values({ ...row, id: userId, municipalityId: id, passwordHash });
    for (const held of roles) {
      const centerId = held.center ? (centers[held.center] ?? null) : null;
      await tx.insert(membership).values({ id: newId(), userId, role: held.role, centerId });
    }
  }
  return { id, centers, people };
}
