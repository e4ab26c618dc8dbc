import { asc, eq, sql } from "drizzle-orm";
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

/** A person with municipality and roles, as one row: every request begins with it. */
const SEEN = {
  person: { id: person.id, name: person.name, email: person.email, title: person.title, isActive: person.isActive },
  municipality: { id: municipality.id, name: municipality.name, isDemo: municipality.isDemo },
  roles: sql<Viewer["roles"]>`(select coalesce(json_agg(json_build_object('role', held.role, 'center',
      case when own.id is not null then json_build_object('id', own.id, 'name', own.name, 'shortName', own.short_name) end)
      order by held.role), '[]')
    from ${membership} held left join ${center} own on own.id = held.center_id where held.user_id = ${person.id})`,
};

type Seen = { person: { isActive: boolean } & Pick<Viewer, "id" | "name" | "email" | "title"> } & Pick<
  Viewer,
  "municipality" | "roles"
>;

function asViewer({ person: { isActive, ...who }, municipality: home, roles }: Seen, sessionId: string): Viewer | null {
  return isActive ? { ...who, sessionId, municipality: home, roles } : null;
}

export async function viewerById(db: Queryable, userId: UserId, sessionId: string): Promise<Viewer | null> {
  const [found] = await db
    .select(SEEN)
    .from(person)
    .innerJoin(municipality, eq(municipality.id, person.municipalityId))
    .where(eq(person.id, userId));
  return found ? asViewer(found, sessionId) : null;
}

/** Whose session it is, and until when; `viewer` null: somebody who is no longer active. */
export async function sessionByHash(db: Queryable, tokenHash: string) {
  const [found] = await db
    .select({ ...SEEN, id: session.id, expiresAt: session.expiresAt })
    .from(session)
    .innerJoin(person, eq(person.id, session.userId))
    .innerJoin(municipality, eq(municipality.id, person.municipalityId))
    .where(eq(session.tokenHash, tokenHash));
  return found ? { expiresAt: found.expiresAt, viewer: asViewer(found, found.id) } : null;
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
