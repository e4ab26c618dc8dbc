import type { Database } from "../../db/client";
import { type CenterId, type MunicipalityId, newId, type UserId } from "../../db/ids";
import { center, membership, municipality, person } from "../../db/schema";
import type { Role, Viewer } from "../../server/identity/viewer";

const CENTERS = {
  social: { name: "Center for Social", shortName: "Social", kind: "center" },
  elderly: { name: "Center for Ældre", shortName: "Ældre", kind: "center" },
  youth: { name: "Center for Unge", shortName: "Unge", kind: "center" },
  council: { name: "Handicapråd", shortName: "Handicapråd", kind: "council" },
} as const;
type CenterKey = keyof typeof CENTERS;

/** Who lives in a test's municipality: name, role, and center when the role is held in one. */
const PEOPLE = {
  tove: ["Tove Tovholder", "coordinator"],
  sune: ["Sune Social", "contributor", "social"],
  elsa: ["Elsa Ældre", "contributor", "elderly"],
  unni: ["Unni Unge", "contributor", "youth"],
  ras: ["Ras Råd", "contributor", "council"],
  lars: ["Lars Leder", "manager", "social"],
  lone: ["Lone Leder", "manager", "elderly"],
  ulla: ["Ulla Ungeleder", "manager", "youth"],
  dorte: ["Dorte Direktør", "manager"],
  jens: ["Jens Journal", "case-officer"],
  lise: ["Lise Læser", "reader"],
  rita: ["Rita Revisor", "auditor"],
  adam: ["Adam Administrator", "administrator"],
} as const satisfies Record<string, readonly [string, Role, CenterKey?]>;
type PersonKey = keyof typeof PEOPLE;

export type Town = {
  id: MunicipalityId;
  centers: Record<CenterKey, CenterId>;
  people: Record<PersonKey, Viewer>;
};

/** A municipality with its centers and one person for each role, written straight into the tables. */
export async function town(db: Database, name = "Prøve Kommune"): Promise<Town> {
  const id = newId<MunicipalityId>();
  await db.insert(municipality).values({ id, name, cvr: "11223344" });
  const centers = mapped(CENTERS, () => newId<CenterId>());
  const rows = keysOf(CENTERS).map((key) => ({ id: centers[key], municipalityId: id, ...CENTERS[key] }));
  await db.insert(center).values(rows);
  const people = mapped(PEOPLE, (key) => viewerOf(key, { id, name, isDemo: false }, centers));
  await db.insert(person).values(
    Object.values(people).map((one) => ({
      id: one.id,
      municipalityId: id,
      email: one.email,
      name: one.name,
      title: one.title,
      passwordHash: "none",
    })),
  );
  await db.insert(membership).values(
    Object.values(people).flatMap((one) =>
      one.roles.map((held) => ({
        id: crypto.randomUUID(),
        userId: one.id,
        role: held.role,
        centerId: held.center?.id ?? null,
      })),
    ),
  );
  return { id, centers, people };
}

function viewerOf(key: PersonKey, home: Viewer["municipality"], centers: Record<CenterKey, CenterId>): Viewer {
  const [name, role, place]: readonly [string, Role, CenterKey?] = PEOPLE[key];
  const id = newId<UserId>();
  const held = place ? { id: centers[place], name: CENTERS[place].name, shortName: CENTERS[place].shortName } : null;
  return {
    id,
    sessionId: crypto.randomUUID(),
    name,
    email: `${key}.${id}@proeve.dk`,
    title: "",
    municipality: home,
    roles: [{ role, center: held }],
  };
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[]; // The records above have no other keys.
}

function mapped<Key extends string, Value>(record: Record<Key, unknown>, make: (key: Key) => Value) {
  return Object.fromEntries(keysOf(record).map((key) => [key, make(key)])) as Record<Key, Value>;
}
