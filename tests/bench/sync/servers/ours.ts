// The real thing without the pages around it: `createSync` on the real store and a real PostgreSQL.
import { connect } from "../../../../db/client";
import type { DocumentId } from "../../../../db/ids";
import { storeOn } from "../../../sync/document";
import { startSync } from "../../../sync/server";
import { nameOf, PEOPLE } from "../people";
import { announce } from "./announce";

const [port = "0", url = ""] = process.argv.slice(2);
const loads: Record<string, number> = {};
const store = storeOn({ db: connect(url).db, url }, "bench");
const rights = new Map(Array.from({ length: PEOPLE }, (_, index) => [nameOf(index), "write" as const]));

function load(id: DocumentId) {
  loads[id] = (loads[id] ?? 0) + 1;
  return store.load(id);
}

const server = await startSync({ store: { ...store, load }, rights, port: Number(port) });
announce(server.port, () => loads);
