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

/** By which guests' centers are listed after the host's. */
export function isOfGuest(hearing: Hearing): SQL<boolean> {
  return sql`exists (select from invited_center taking
    where taking.center_id = center.id and taking.consultation_id = ${hearing})`;
}

/** A guest's center is named with its municipality: "Socialcenter, Vallensbæk". [J14] */
export function centerNameIn(hearing: Hearing): SQL<string> {
  return named(hearing, sql`center.name`);
}

export function shortNameIn(hearing: Hearing): SQL<string> {
  return named(hearing, sql`center.short_name`);
}

function named(hearing: Hearing, name: SQL): SQL<string> {
  return sql<string>`(${name} || case when ${isOfGuest(hearing)} then ', ' || (select regexp_replace(town.name, ' Kommune$', '')
    from municipality town where town.id = center.municipality_id) else '' end)`;
}
