import { expect, test } from "vitest";
import { seeded } from "../../tests/sync/random";
import { type Range, Ranges } from "./ranges";

test("[A22] a set of ranges holds what was put in, in as few spans as it can be, and says what of a range it has not", () => {
  const random = seeded(7);
  const known = new Set<string>();
  const ranges = new Ranges();
  const each = ({ client, clock, length }: Range) => Array.from({ length }, (_, at) => `${client} ${clock + at}`);
  for (let round = 0; round < 500; round++) {
    const range = { client: random.below(2), clock: random.below(300), length: 1 + random.below(8) };
    const missing = each(range).filter((one) => !known.has(one));
    expect(ranges.without(range).flatMap(each)).toEqual(missing);
    if (random.below(3) > 0) continue;
    ranges.add(range);
    for (const one of each(range)) known.add(one);
  }
  const spans = [...ranges];
  expect(new Set(spans.flatMap(each))).toEqual(known);
  for (const [at, { client, clock, length }] of spans.entries()) {
    const next = spans[at + 1];
    expect(next?.client !== client || next.clock > clock + length).toBe(true);
  }
});
