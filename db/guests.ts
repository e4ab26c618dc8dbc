import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * Pieces of queries about hearings that several municipalities answer together (decision 0022). `hearing` is a
 * consultation's id or a column of one; `center` is asked of the table under its own name.
 */
type Hearing = SQL | AnyColumn | string;

/** Accepted, and neither left nor withdrawn since. [J10] */
export const invitationStands = sql`(invitation.answer = 'accepted' and invitation.withdrawn_at is null)`;

/** Whether that person takes part in the hearing for a guest: the same people that `asGuest` of standing/ lets in. [J11] */
export function isGuestIn(hearing: Hearing, userId: SQL | AnyColumn | string): SQL<boolean> {
  const taking = sql`select taking.center_id from invited_center taking
    where taking.consultation_id = invitation.consultation_id and taking.left_at is null`;
  return sql`exists (select from invitation
    join person guest on guest.municipality_id = invitation.municipality_id and guest.is_active
    join membership held on held.user_id = guest.id
    where invitation.consultation_id = ${hearing} and ${invitationStands} and guest.id = ${userId}
      and (held.role in ('coordinator', 'case-officer', 'reader')
        or (held.role = 'manager' and held.center_id is null)
        or (held.role in ('contributor', 'manager') and held.center_id in (${taking}))))`;
}

/** The municipality's own centers, and those of this hearing's guests, also of one that takes part no more. [J14] */
export function isCenterIn(municipalityId: string, hearing: Hearing): SQL<boolean> {
  return sql`(center.municipality_id = ${municipalityId} or ${isOfGuest(hearing)})`;
}

/** Where the host gives clauses: its own centers, and those that take part for a guest now. [J13] */
export function mayBeGiven(municipalityId: string, hearing: Hearing): SQL<boolean> {
  return sql`(center.municipality_id = ${municipalityId} or exists (select from invited_center taking
    join invitation on invitation.consultation_id = taking.consultation_id
      and invitation.municipality_id = center.municipality_id
    where taking.center_id = center.id and taking.left_at is null
      and taking.consultation_id = ${hearing} and ${invitationStands}))`;
}

/** Guests' centers are listed after the host's, one municipality's after the other's. [J14] [J20] */
export function guestsLast(hearing: Hearing): [SQL, SQL] {
  return [isOfGuest(hearing), municipalityOfCenter];
}

/** Whose center it is: the heading that it stands under where a hearing has several municipalities'. [J20] */
export const municipalityOfCenter = sql<string>`(select town.name from municipality town where town.id = center.municipality_id)`;

export function isOfGuest(hearing: Hearing): SQL<boolean> {
  return sql`exists (select from invited_center taking
    where taking.center_id = center.id and taking.consultation_id = ${hearing})`;
}

/** The guest municipality that a center is of; null for the host's own. */
export function guestOfCenter(hearing: Hearing): SQL<string | null> {
  return sql<string | null>`case when ${isOfGuest(hearing)} then ${municipalityOfCenter} end`;
}

/** A guest's center is named with its municipality: "Socialcenter, Vallensbæk". [J14] */
export function centerNameIn(hearing: Hearing): SQL<string> {
  return named(hearing, sql`center.name`);
}

export function shortNameIn(hearing: Hearing): SQL<string> {
  return named(hearing, sql`center.short_name`);
}

/** The same outside a hearing: whoever is not of that municipality is named with their own. */
export function centerNameFrom(municipalityId: SQL | AnyColumn): SQL<string> {
  return withTown(sql`center.municipality_id <> ${municipalityId}`, sql`center.name`);
}

function named(hearing: Hearing, name: SQL): SQL<string> {
  return withTown(isOfGuest(hearing), name);
}

function withTown(isForeign: SQL, name: SQL): SQL<string> {
  return sql<string>`(${name} || case when ${isForeign} then ', ' || regexp_replace(${municipalityOfCenter}, ' Kommune$', '')
    else '' end)`;
}
