import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HearingWorld, hearingForm, hearingWorld, neighbour } from "../../tests/world/hearing";
import { kleForm, OUR_FACETS, OUR_TOPICS } from "../../tests/world/kle";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

const numbers = (found: { number: string }[] | null) => found?.map(({ number }) => number);
const events = async (event: string) => world.sql`select data from audit_entry where event = ${event} order by seq`;

describe("a municipality's list of KLE", () => {
  test("[F20] without a list only the shape is looked at", async () => {
    const { kle, consultations, people } = world;
    expect(await kle.lookUp(people.tove, "topics", "29")).toBeNull();
    expect(await kle.wrongWith(people.tove.municipality.id, { kle: "99.99.99", facet: "Z99" }, "2026-03-02")).toEqual(
      {},
    );
    expect(await consultations.open(people.tove, hearingForm(world, { kle: "99.99.99" }))).toBeTruthy();
  });

  test("[F19] only an administrator brings one; what is none changes nothing", async () => {
    const { kle, people } = world;
    const refused = { kind: "forbidden", code: "administrators-only" };
    for (const person of [people.tove, people.jens, people.rita]) {
      await expect(kle.bring(person, kleForm(OUR_TOPICS))).rejects.toMatchObject(refused);
      await expect(kle.page(person)).rejects.toMatchObject(refused);
      await expect(kle.chooseFacet(person, { facet: "K02" })).rejects.toMatchObject(refused);
    }
    const broken = kle.bring(people.adam, kleForm(`${OUR_TOPICS}noget`));
    await expect(broken).rejects.toMatchObject({ fields: { file: "kle-not-a-line|7" } });
    await expect(kle.bring(people.adam, { edition: "" })).rejects.toMatchObject({ fields: { file: "missing" } });
    const ahead = kle.bring(people.adam, kleForm(OUR_TOPICS, "2026-03-03"));
    await expect(ahead).rejects.toMatchObject({ fields: { edition: "kle-edition-ahead" } });
    expect(await kle.page(people.adam)).toMatchObject({ topics: null, facets: null });
  });

  test("[F19] the same file again changes nothing; another takes its place as a whole", async () => {
    const { kle, people } = world;
    expect(await kle.bring(people.adam, kleForm(OUR_TOPICS))).toEqual({ kind: "topics", count: 6, same: false });
    expect(await kle.bring(people.adam, kleForm(OUR_TOPICS, "", "igen.txt"))).toMatchObject({ same: true });
    expect(await events("kle-list-imported")).toHaveLength(1);
    const page = await kle.page(people.adam);
    expect(page.topics).toMatchObject({ edition: "2026-02-10", fileName: "OS2KLE.txt", count: 6 });
    expect(numbers(page.topics?.ending ?? null)).toEqual(["29.30.09", "29.30.08"]);
    const fewer = OUR_TOPICS.split("\n")
      .filter((line) => !line.includes("15.62.05"))
      .join("\n");
    expect(await kle.bring(people.adam, kleForm(fewer, "2026-03-01"))).toMatchObject({ count: 5, same: false });
    expect(await kle.lookUp(people.tove, "topics", "15.62.05")).toEqual([]);
    const [, second] = await events("kle-list-imported");
    expect(second!["data"]).toMatchObject({ kind: "topics", count: 5, edition: "2026-03-01" });
  });

  test("[F19] facets are a list of their own, with its own date", async () => {
    const { kle, people } = world;
    expect(await kle.bring(people.adam, kleForm(OUR_FACETS, ""))).toMatchObject({ kind: "facets", count: 3 });
    const page = await kle.page(people.adam);
    expect(page).toMatchObject({ topics: { count: 5 }, facets: { count: 3, edition: "2026-02-01" } });
  });

  test("[F20] a number is found by how it begins and by words, those of its title first", async () => {
    const { kle, people } = world;
    const find = async (query: string) => numbers(await kle.lookUp(people.tove, "topics", query));
    expect(await find("29.30.0")).toEqual(["29.30.00", "29.30.05", "29.30.08", "29.30.09"]);
    expect(await find("SUNDHED råd")).toEqual(["29.30.05"]);
    expect(await find("høringssvar")).toEqual(["29.30.00"]);
    expect(await find("ærø")).toEqual(["29.30.08"]);
    expect(await find("%' or 1=1")).toEqual([]);
    expect(await find(" ")).toEqual([]);
    const [old] = (await kle.lookUp(people.tove, "topics", "29.30.09")) ?? [];
    expect(old).toMatchObject({ validTo: "2026-06-30", successor: { number: "29.30.05", title: "Råd for sundhed" } });
    expect(numbers(await kle.lookUp(people.tove, "facets", "g0"))).toEqual(["G01"]);
  });

  test("[F20] what does not exist, or not on that day, is told with its days and its successor", async () => {
    const { kle, people } = world;
    const { id } = people.tove.municipality;
    const wrong = (number: string, day: string) => kle.wrongWith(id, { kle: number, facet: "P20" }, day);
    expect(await wrong("29.30.08", "2012-01-01")).toEqual({});
    expect(await wrong("29.30.08", "2027-01-02")).toEqual({
      kle: "kle-expired|29.30.08|2026-12-31",
      facet: "kle-expired|P20|2012-12-31",
    });
    expect(await wrong("29.30.09", "2026-07-01")).toMatchObject({
      kle: "kle-replaced|29.30.09|2026-06-30|29.30.05 Råd for sundhed",
    });
    const opened = world.consultations.open(people.tove, hearingForm(world, { kle: "99.99.99" }));
    await expect(opened).rejects.toMatchObject({ fields: { kle: "kle-unknown|99.99.99" } });
  });

  test("[F21] the facet that filings start with is the municipality's own choice, and one that may be used", async () => {
    const { kle, people } = world;
    const { id } = people.adam.municipality;
    await expect(kle.chooseFacet(people.adam, { facet: "K2" })).rejects.toMatchObject({
      fields: { facet: "not-a-facet" },
    });
    await expect(kle.chooseFacet(people.adam, { facet: "P20" })).rejects.toMatchObject({
      fields: { facet: "kle-expired|P20|2012-12-31" },
    });
    await kle.chooseFacet(people.adam, { facet: "K02" });
    await kle.chooseFacet(people.adam, { facet: "K02" });
    expect(await kle.facetOf(id)).toBe("K02");
    expect(await kle.page(people.adam)).toMatchObject({ facet: "K02", facetTitle: "Høringer" });
    expect(await events("kle-facet-chosen")).toHaveLength(1);
    await kle.chooseFacet(people.adam, { facet: "" });
    expect(await kle.facetOf(id)).toBe("");
  });

  test("[D2] another municipality has lists of its own", async () => {
    const there = (await neighbour(world)).people.adam;
    expect(await world.kle.lookUp(there, "topics", "29")).toBeNull();
    expect(await world.kle.page(there)).toMatchObject({ topics: null, facets: null, facet: "" });
  });
});
