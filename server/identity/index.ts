import { RateLimiterDrizzle } from "rate-limiter-flexible";
import type { Transaction } from "../../db/client";
import type { UserId } from "../../db/ids";
import { signInAttempt } from "../../db/schema";
import { Refusal } from "../errors";
import { closeCenter, createCenter, renameCenter, reopenCenter } from "./centers/change";
import { centersPage } from "./centers/queries";
import type { Given, IdentityDeps } from "./deps";
import { foundMunicipality, type NewMunicipality } from "./found-municipality";
import { centersOfMunicipality, demoPeople, peopleOf, viewerById } from "./queries";
import { machineKey, signOut, viewerOf } from "./session";
import { signIn } from "./sign-in";
import { hasRole, type Viewer } from "./viewer";

const QUARTER = 15 * 60;

/** Who is there: people, centers, roles, passwords, sessions. */
export function createIdentity(given: Given) {
  const limit = (points: number) =>
    new RateLimiterDrizzle({
      storeClient: given.db,
      schema: signInAttempt,
      points,
      duration: QUARTER,
      keyPrefix: "",
      clearExpiredByTimeout: false,
    });
  // Per address from one place, per address from anywhere, and per place (a whole town hall may share one address).
  const deps: IdentityDeps = { ...given, limits: [limit(8), limit(40), limit(300)] };
  return {
    signIn: (form: unknown, ip: string) => signIn(deps, form, ip),
    signOut: (viewer: Viewer) => signOut(deps, viewer),
    viewerOf: (cookieHeader: string | null | undefined) => viewerOf(deps, cookieHeader),
    /** The same, for what stands open without being used: it does not lengthen the session. */
    viewerStanding: (cookieHeader: string | null | undefined) => viewerOf(deps, cookieHeader, { isUse: false }),
    /** For the demo world's seed and for jobs that act for a person. */
    viewerOfUser: (userId: UserId) => viewerById(deps.db, userId, "00000000-0000-0000-0000-000000000000"),
    /** What the viewer's unsaved text is sealed with on their own machine; nobody else is told it. (decision 0012) */
    machineKey: (viewer: Viewer) => machineKey(deps.secret, viewer.id),
    people: (viewer: Viewer) => people(deps, viewer),
    centers: (viewer: Viewer) => centersOfMunicipality(deps.db, viewer),
    /** For administrators: open and closed, with how many people each has. */
    centersPage: (viewer: Viewer) => centersPage(deps, viewer),
    /** Fields: centerName, shortName, kind ("center" or "council"). Code: center-name-taken. Administrators, as the three below. */
    createCenter: (viewer: Viewer, form: unknown) => createCenter(deps, viewer, form),
    /** Fields: centerId, centerName, shortName. */
    renameCenter: (viewer: Viewer, form: unknown) => renameCenter(deps, viewer, form),
    /**
     * Fields: centerId, closedOn (today or later), successorId. Codes: closing-day-passed, successor-not-open,
     * successor-is-itself, successor-closes-too, center-is-successor; `center-is-closed` when its day has come. [H50] [H51]
     */
    closeCenter: (viewer: Viewer, form: unknown) => closeCenter(deps, viewer, form),
    /** Fields: centerId; as long as its day lies ahead. */
    reopenCenter: (viewer: Viewer, form: unknown) => reopenCenter(deps, viewer, form),
    demo: () => demo(deps),
    foundMunicipality: (tx: Transaction, municipality: NewMunicipality) => foundMunicipality(tx, municipality),
  };
}

export type Identity = ReturnType<typeof createIdentity>;

async function people({ db }: IdentityDeps, viewer: Viewer) {
  if (!hasRole(viewer, "administrator")) throw new Refusal("forbidden", "administrators-only");
  return peopleOf(db, viewer);
}

/** Who may be signed in as while the world is a demo, and with what; null in every real municipality's house. [D6] */
async function demo({ db, demoPassword }: IdentityDeps) {
  const people = await demoPeople(db);
  return people.length > 0 ? { people, password: demoPassword } : null;
}
