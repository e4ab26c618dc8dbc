import { sql } from "drizzle-orm";
import type { Database, Transaction } from "../../../db/client";

/**
 * One mail is sent by one process at a time; who comes second waits and then finds it sent. What is written inside is
 * committed after the mail has gone out: killed in between, it goes out once more, as the same mail. [N5]
 */
export async function inTurn(db: Database, mail: string, send: (turn: Transaction) => Promise<void>): Promise<void> {
  await db.transaction(async (turn) => {
    await turn.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mail:${mail}`}, 0))`);
    await send(turn);
  });
}
