import { setIfUndefined } from "lib0/map";
import { isTransaction, type Queryable } from "../db/client";
import type { Viewer } from "./identity/viewer";

/** For each viewer who only reads now: what stands for all that was asked for them since the request came. */
const readings = new WeakMap<Viewer, object>();

/**
 * The request that this viewer was made for changes nothing: what its loaders ask twice is asked once. A viewer is made anew
 * for each request, so no answer outlives it and none is anybody else's. [Q29]
 */
export function beginReading(viewer: Viewer): void {
  readings.set(viewer, {});
}

/** The same viewer as they are somewhere else, in the same request. */
export function readOnAs(viewer: Viewer, there: Viewer): void {
  if (readings.has(viewer) && !readings.has(there)) beginReading(there);
}

/** Something was written while a page was read (a step whose day has ended): from here on all is asked again. */
export function forgetRead(viewer: Viewer): void {
  if (readings.has(viewer)) beginReading(viewer);
}

type Once<Answer> = (db: Queryable, viewer: object, key: string, ask: () => Promise<Answer>) => Promise<Answer>;

/**
 * A question that a page's loaders ask each for itself. Within a request that only reads it is answered once for each key;
 * in a command, in a transaction and in a job every time. Whoever is answered does not change the answer: others have it too.
 */
export function question<Answer>(): Once<Answer> {
  const known = new WeakMap<object, Map<string, Promise<Answer>>>();
  return (db, viewer, key, ask) => {
    const reading = readings.get(viewer as Viewer); // Whoever is not known here is none of them.
    if (!reading || isTransaction(db)) return ask();
    const answers = known.get(reading) ?? new Map<string, Promise<Answer>>();
    known.set(reading, answers);
    return setIfUndefined(answers, key, ask);
  };
}
