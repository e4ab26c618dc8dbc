import { asc, eq } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { UserId } from "../../db/ids";
import { center, membership, municipality, person, session } from "../../db/schema";
import type { CenterRow } from "../consultations/shapes";
import type { Role, Viewer } from "./viewer";

export type PersonRow = {
  id: UserId;
  name: string;
  email: string;
  title: string;
  isActive: boolean;
  roles: { role: Role; center: string | null }[];
};

export async function viewerById(db: Queryable, userId: UserId, sessionId: string): Promise<Viewer | null> {
  const [found] = await db
    .select({ person, municipality })
    .from(person)
    .innerJoin(municipality, eq(municipality.id, person.municipalityId))
    .where(eq(person.id, userId));
  if (!found?.person.isActive) return null;
  const held = await db
    .select({ role: membership.role, id: center.id, name: center.name, shortName: center.shortName })
    .from(membership)
    .leftJoin(center, eq(center.id, membership.centerId))
    .where(eq(membership.userId, userId))
    .orderBy(asc(membership.role));
  const { id, name, email, title } = found.person;
  const roles = held.map((row) => ({
    role: row.role,
    center: row.id ? { id: row.id, name: row.name ?? "", shortName: row.shortName ?? "" } : null,
  }));
  const { id: municipalityId, name: municipalityName, isDemo } = found.municipality;
  return {
    id,
    sessionId,
    name,
    email,
    title,
    municipality: { id: municipalityId, name: municipalityName, isDemo },
    roles,
  };
}

export async function sessionByHash(db: Queryable, tokenHash: string) {
  const [row] = await db.select().from(session).where(eq(session.tokenHash, tokenHash));
  return row ?? null;
}

export async function peopleOf(db: Queryable, viewer: Viewer): Promise<PersonRow[]> {
  const rows = await db
    .select({ person, role: membership.role, center: center.name })
    .from(person)
    .leftJoin(membership, eq(membership.userId, person.id))
    .leftJoin(center, eq(center.id, membership.centerId))
    .where(eq(person.municipalityId, viewer.municipality.id))
    .orderBy(asc(person.name), asc(membership.role));
  const people = new Map<UserId, PersonRow>();
  for (const { person: one, role, center: centerName } of rows) {
    const { id, name, email, title, isActive } = one;
    const row = people.get(id) ?? { id, name, email, title, isActive, roles: [] };
    if (role) row.roles.push({ role, center: centerName });
    people.set(id, row);
  }
  return [...people.values()];
}

export async function centersOfMunicipality(db: Queryable, viewer: Viewer): Promise<CenterRow[]> {
  const { id, name, shortName, kind } = center;
  const ofViewer = eq(center.municipalityId, viewer.municipality.id);
  return db
    .select({ id, name, shortName, kind })
    .from(center)
    .where(ofViewer)
    .orderBy(asc(center.kind), asc(center.name));
}

/** The demo people, only of a municipality that is a demo: this goes to whoever has not signed in. [D6] */
export async function demoPeople(db: Queryable): Promise<{ email: string; name: string; title: string }[]> {
  const { email, name, title } = person;
  return db
    .select({ email, name, title })
    .from(person)
    .innerJoin(municipality, eq(municipality.id, person.municipalityId))
    .where(eq(municipality.isDemo, true))
    .orderBy(asc(title), asc(email));
}
