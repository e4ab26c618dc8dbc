import { connect } from "../../../db/client";
import { createDoorbell } from "../../../server/document-store";
import { watchFaults } from "../../../server/faults";
import { createLog } from "../../../server/log";
import { storeOn } from "../document";
import { startSync } from "../server";

/** A node in a process of its own, to be killed. Says its port once it listens, and its memory whenever it is asked. */
const { url, name, rights, times } = JSON.parse(process.argv[2] ?? "{}");
const log = createLog("silent");
watchFaults(log, async (_why, code) => process.exit(code));
const { db } = connect(url, { max: 4 });
const doorbell = createDoorbell({ databaseUrl: url, nodeId: name, log });
const server = await startSync({ store: storeOn({ db, url }, name), rights: new Map(rights), times, doorbell });

process.once("SIGTERM", async () => {
  await server.stop();
  await doorbell.stop();
  process.exit(0);
});
// Whoever started it is gone.
process.on("disconnect", () => process.exit(1));
process.on("message", () => process.send?.({ memory: process.memoryUsage().rss }));
process.send?.({ port: server.port });
