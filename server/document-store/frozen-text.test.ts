import { expect, test } from "vitest";
import { sha256 } from "../sha256";
import { documentIn } from "./frozen-text";

const frozen = (schemaVersion: number) => {
  const canonical = JSON.stringify({ blocks: [], links: {}, schemaVersion });
  return { canonical, sha256: sha256(canonical) };
};

test("[E12] [X7] a text frozen before there were footnotes has the hash it was approved with, and reads", () => {
  expect(documentIn(frozen(1))).toEqual({ schemaVersion: 2, blocks: [], links: {} });
  expect(documentIn(frozen(2))).toEqual({ schemaVersion: 2, blocks: [], links: {} });
  expect(() => documentIn({ ...frozen(1), sha256: sha256("") })).toThrow(/Expected a version with SHA-256/);
  expect(() => documentIn(frozen(3))).toThrow("Expected a document of schema 1 or 2; got 3.");
});
