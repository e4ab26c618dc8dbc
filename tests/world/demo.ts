import type { Database } from "../../db/client";
import type { Clock } from "../../server/clock";
import { createLog } from "../../server/log";
import { seedDemo } from "../../server/seed";
import { createServices, type Services } from "../../server/services";

type Place = { url: string; db: Database; dataDir: string; clock: Clock };

const log = createLog("silent");

/** All modules over a test's database, as the server makes them. */
export function servicesOver({ url, db, dataDir, clock }: Place): Services {
  const sessionSecret = "a secret that is long enough for a test";
  const rest = {
    databaseUrl: url,
    dataDir,
    publicUrl: undefined,
    sessionSecret,
    secretsKey: sessionSecret,
    nodeId: "test",
  };
  return createServices({ ...rest, db, clock, log });
}

/** Fills the database as a start of the server would; `halfWay` happens when most of the story has been told. */
export function fillDemo(place: Place, halfWay: () => Promise<void> = async () => {}): Promise<void> {
  let answers = 0;
  const make = (clock: Clock, db: Database): Services => {
    const whole = servicesOver({ ...place, clock, db });
    const answer: Services["links"]["answer"] = async (...given) => {
      answers += 1;
      if (answers === 3) await halfWay();
      return whole.links.answer(...given);
    };
    return { ...whole, links: { ...whole.links, answer } };
  };
  return seedDemo({ db: place.db, make, clock: place.clock, log });
}
