/** A start of its own process that says when it has filled half of the database, and then waits to be killed. */
import { connect } from "../../db/client";
import { fillDemo } from "./demo";

const [url = "", dataDir = ""] = process.argv.slice(2);
const { db } = connect(url);
const clock = { now: () => new Date() };

await fillDemo({ url, db, dataDir, clock }, () => {
  console.log("half-way");
  return new Promise(() => setInterval(() => {}, 1000));
});
