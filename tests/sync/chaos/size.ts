/**
 * How much chaos: a little of each in `npm test`, all of it with `SEEDS=1000 KILLS=100 npm run test:sync`. These are
 * settings of the tests and not of the app, so they are read here and not in server/env.ts.
 */
const { SEEDS, SEED, KILLS } = process.env;

const seeds = positive("SEEDS", SEEDS) ?? 20;
const kills = positive("KILLS", KILLS) ?? 5;
/** Asked for more than the short form has: everything else is taken at its full size too. */
const isLong = seeds >= 100 || kills >= 50;

export const SIZE = {
  seeds,
  /** Run this one alone, many times over when SEEDS says so. */
  onlySeed: positive("SEED", SEED),
  kills,
  frames: isLong ? 100_000 : 5_000,
  outage: isLong ? 60_000 : 3_000,
  crowd: isLong ? { sockets: 1000, documents: 250, seconds: 30 } : { sockets: 100, documents: 25, seconds: 3 },
  storm: isLong ? 1000 : 200,
} as const;

function positive(name: string, value: string | undefined): number | undefined {
  if (!value) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`Expected ${name} to be a whole number above 0; got "${value}".`);
}
