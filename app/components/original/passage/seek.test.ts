import { expect, test } from "vitest";
import { lettersOf } from "./letters";
import { seek } from "./seek";

const clause = { number: "", heading: "", text: "Parterne mødes to gange om året.", before: "", after: "" };
const running = new AbortController().signal;

function paper(...pages: string[]) {
  const read: number[] = [];
  const letters = async (page: number) => {
    read.push(page);
    return lettersOf([pages[page - 1] ?? ""]);
  };
  return { pages: pages.length, letters, read };
}

test("[S19] with a page, that page and those it may go on to are read, and no others", async () => {
  const given = paper("Formål", "Roller", clause.text, "Økonomi", "Ophør", "Bilag");
  const found = await seek(clause, 3, given, running);
  expect(found?.places.map(({ page }) => page)).toEqual([3]);
  expect(given.read).toEqual([3, 4, 5]);
  expect(await seek(clause, 4, given, running)).toBeNull();
});

test("[S19] without a page the whole paper is searched, as far as need be", async () => {
  const given = paper("Formål", "Roller", `Parterne mødes to`, "gange om året.", "Ophør", "Bilag");
  const found = await seek(clause, null, given, running);
  expect(found?.places.map(({ page }) => page)).toEqual([3, 4]);
  expect(Math.max(...given.read)).toBe(4);
});

test("[S19] a search ends when another clause has been chosen", async () => {
  const given = paper("Formål", "Roller", clause.text);
  expect(await seek(clause, null, given, AbortSignal.abort())).toBeNull();
  expect(given.read).toEqual([]);
});
