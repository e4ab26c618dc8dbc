import type { FilingWorld } from "./filing";

type Waiting = { id: string; wait: number };

/** What waits to be told, and in how many minutes. */
export async function callsWaiting({ sql, clock }: FilingWorld): Promise<Waiting[]> {
  const rows = await sql<Waiting[]>`
    select payload ->> 'deliveryId' as id,
      round(extract(epoch from run_at - ${clock.at.toISOString()}::timestamptz) / 60)::int as wait
    from graphile_worker._private_jobs where key like 'deliver-webhook:%' order by id`;
  return [...rows];
}

/** Tells all that waits, as the queue would. */
export async function tellEverything(world: FilingWorld): Promise<void> {
  for (const { id } of await callsWaiting(world)) {
    await world.sql`delete from graphile_worker._private_jobs where key = ${`deliver-webhook:${id}`}`;
    await world.webhooks.deliver({ deliveryId: id });
  }
}
