import { connect } from "../../db/client";
import { storeOn } from "./document";
import { startSync } from "./server";

/** A server in a process of its own, to be killed: `killable.ts DATABASE_URL PORT`. Says its port once it listens. */
const [url = "", port = "0"] = process.argv.slice(2);
const { db } = connect(url, { max: 4 });
const rights = new Map([
  ["Anna Berg", "write" as const],
  ["Bo Dam", "write" as const],
]);
const server = await startSync({ store: storeOn({ db, url }, "killable"), rights, port: Number(port) });
console.log(server.port);
