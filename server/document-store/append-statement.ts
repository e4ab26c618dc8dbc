import { wakeDue } from "./refreshes";

/**
 * The whole append is one statement: one round trip, planned once a connection, and the commit comes with it.
 * - `held` locks the document rows in id order, so that two nodes wait for each other instead of deadlocking. A locked
 *   row is handed on as it is now, not as it was when the statement began. [I3]
 * - `claim` needs `for share` to be handed the claims as they are now: one that was made while this waited for its rows
 *   counts. Nobody waits there, since a claim is made under the document row's lock. [I4]
 * - `woken` enqueues with what was appended, or not at all. [J2]
 * The arrays come as texts: a plan that depends on their lengths may be made anew each time, which takes longer than to
 * carry it out.
 */
export const APPEND = `
with held as materialized (
  select d.id, d.epoch, d.state, d.head_seq, asked.place, d.state = 'active' and d.epoch = asked.epoch as takes
  from unnest($1::text::uuid[], $2::text::int[]) with ordinality as asked (id, epoch, place)
  join document d on d.id = asked.id order by d.id for update of d
), claim as materialized (
  select made.place, c.connection_id is not distinct from made.connection_id as holds
  from unnest($3::text::int[], $4::text::bigint[], $5::text::uuid[]) with ordinality as made (document, client_id, connection_id, place)
  join held on held.place = made.document
  join document_client c on c.document_id = held.id and c.client_id = made.client_id for share of c
), log as (
  insert into document_update (document_id, epoch, seq, user_id, session_id, origin, payload, bytes, node_id, at)
  select held.id, held.epoch, held.head_seq + row_number() over (partition by held.place order by given.place),
    given.user_id, given.session_id, given.origin, given.payload, length(given.payload), $12, $13::timestamptz
  from unnest($6::text::int[], $7::text::int[], $8::text::uuid[], $9::text::uuid[], $10::text::text[], $11::text::bytea[]) with ordinality
    as given (document, claim, user_id, session_id, origin, payload, place)
  join held on held.place = given.document and held.takes
  left join claim on claim.place = given.claim
  where given.claim = 0 or claim.holds
  returning document_id, seq, bytes
), head as (
  update document d set head_seq = added.seq, tail_bytes = d.tail_bytes + added.bytes
  from (select document_id, max(seq) as seq, sum(bytes)::int as bytes from log group by document_id) as added
  where d.id = added.document_id
  returning d.id, d.head_seq, d.snapshot_seq, d.tail_bytes
), woken as (${wakeDue({ head: "head", ids: "$14", delay: "$15" })})
select held.id, held.epoch, held.state, (held.head_seq + 1)::float8 as from, head.head_seq::float8 as to,
  head.snapshot_seq::float8 as "snapshotSeq", head.tail_bytes as "tailBytes",
  (select array_agg(claim.place::int) from claim where claim.holds) as holding, (select count(*) from woken) as woken
from held left join head on head.id = held.id`;
