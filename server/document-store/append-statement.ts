import { wakeDue } from "./refreshes";

/**
 * The whole append is one statement: one round trip, planned once a connection, and the commit comes with it.
 * - `held` locks the document rows in id order, so that two nodes wait for each other instead of deadlocking. A locked
 *   row is handed on as it is now, not as it was when the statement began. [I3]
 * - `claim` needs `for share` to be handed the claims as they are now: one that was made while this waited for its rows
 *   counts. Nobody waits there, since a claim is made under the document row's lock. [I4]
 * - `woken` enqueues with what was appended, or not at all. [J2]
 * It answers one row: each row more, and each column of it, costs the node as much as an update. (decision 0009)
 * The rows come as three JSON texts: a plan that depends on the lengths of arrays may be made anew each time, which takes
 * longer than to carry it out, and an array for each column takes the node three times as long to write.
 */
export const APPEND = `
with held as materialized (
  select d.id, d.epoch, d.state, d.head_seq, asked.place, d.state = 'active' and d.epoch = asked.epoch as takes
  from rows from (json_to_recordset($1::text::json) as (id uuid, epoch int)) with ordinality as asked (id, epoch, place)
  join document d on d.id = asked.id order by d.id for update of d
), claim as materialized (
  select made.place, c.connection_id is not distinct from made.connection_id as holds
  from rows from (json_to_recordset($2::text::json) as (document int, client bigint, connection uuid)) with ordinality
    as made (document, client_id, connection_id, place)
  join held on held.place = made.document
  join document_client c on c.document_id = held.id and c.client_id = made.client_id for share of c
), log as (
  insert into document_update (document_id, epoch, seq, user_id, session_id, origin, payload, bytes, node_id, at)
  select held.id, held.epoch, held.head_seq + row_number() over (partition by held.place order by given.place),
    given.user_id, given.session_id, given.origin, given.payload, length(given.payload), $4, $5::timestamptz
  from rows from (json_to_recordset($3::text::json) as (document int, claim int, "user" uuid, session uuid, origin text, payload bytea))
    with ordinality as given (document, claim, user_id, session_id, origin, payload, place)
  join held on held.place = given.document and held.takes
  left join claim on claim.place = given.claim
  where given.claim = 0 or claim.holds
  returning document_id, seq, bytes
), head as (
  update document d set head_seq = added.seq, tail_bytes = d.tail_bytes + added.bytes
  from (select document_id, max(seq) as seq, sum(bytes)::int as bytes from log group by document_id) as added
  where d.id = added.document_id
  returning d.id, d.head_seq, d.snapshot_seq, d.tail_bytes
), woken as (${wakeDue({ head: "head", ids: "$6", delay: "$7" })})
select (select count(*) from woken) as woken, (select json_agg(claim.place) from claim where claim.holds) as holding, (
  select json_agg(json_build_object('place', held.place, 'epoch', held.epoch, 'state', held.state, 'from', held.head_seq + 1,
    'to', head.head_seq, 'snapshotSeq', head.snapshot_seq, 'tailBytes', head.tail_bytes))
  from held left join head on head.id = held.id
) as outcomes`;
