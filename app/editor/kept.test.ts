import { expect, test } from "vitest";
import { forget, keep, keptFor } from "./kept";

/** As much of a browser's storage as is used: its keys are its own properties. */
class FakeStorage {
  [key: string]: unknown;
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  getItem(key: string): string | null {
    const value = this[key];
    return typeof value === "string" ? value : null;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}

const tab = () => new FakeStorage() as unknown as Storage;
const anna = { person: "anna", documentId: "d1" };
const paragraph = (text: string, upTo = 1) => ({ heading: "Mål", text, upTo });

test("[E10] what was not saved is kept for the same person and document, by page, until it is forgotten", () => {
  const storage = tab();
  expect(keep(storage, { ...anna, client: 7, paragraphs: [paragraph("Første.")] })).toBe(true);
  expect(keep(storage, { ...anna, client: 7, paragraphs: [paragraph("Først og sidst.")] })).toBe(true);
  keep(storage, { ...anna, client: 8, paragraphs: [paragraph("Fra en anden side.")] });
  keep(storage, { ...anna, documentId: "d2", client: 9, paragraphs: [paragraph("I et andet svar.")] });
  const texts = () => keptFor(storage, anna).flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  expect(texts()).toEqual(["Først og sidst.", "Fra en anden side."]);
  forget(storage, { ...anna, client: 7 });
  expect(texts()).toEqual(["Fra en anden side."]);
});

test("[E10] nobody else is shown it: at another person's first look it is gone, of whatever document", () => {
  const storage = tab();
  keep(storage, { ...anna, client: 7, paragraphs: [paragraph("Annas ord.")] });
  storage.setItem("something-else", "kept");
  expect(keptFor(storage, { person: "bo", documentId: "d2" })).toEqual([]);
  expect(keptFor(storage, anna)).toEqual([]);
  expect(Object.keys(storage)).toEqual(["something-else"]);
});

test("[E10] what is far too long is cut, and that is remembered", () => {
  const storage = tab();
  const long = paragraph("x".repeat(150_000));
  expect(keep(storage, { ...anna, client: 7, paragraphs: [long, long, paragraph("Til sidst.")] })).toBe(false);
  const [kept] = keptFor(storage, anna);
  expect(kept?.isCut).toBe(true);
  expect(kept?.paragraphs.map(({ text }) => text.length)).toEqual([150_000, 49_997]);
});

test("[E10] a browser that keeps nothing, or something that is none of ours, does no harm", () => {
  expect(keep(null, { ...anna, client: 7, paragraphs: [paragraph("Ord.")] })).toBe(false);
  expect(keptFor(null, anna)).toEqual([]);
  const full = tab();
  full.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  expect(keep(full, { ...anna, client: 7, paragraphs: [paragraph("Ord.")] })).toBe(false);
  const storage = tab();
  for (const [index, text] of ["", "null", "{", '{"person":"anna","documentId":"d1"}'].entries())
    storage.setItem(`samsvar-unsaved/d1/${index}`, text);
  expect(keptFor(storage, anna)).toEqual([]);
});
