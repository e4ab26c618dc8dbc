import { expect, test } from "vitest";
import { description, openApi } from "./open-api";
import { PROBLEMS } from "./problem";
import { ROUTES } from "./routes";

type Node = { [key: string]: Node };
const document = openApi("https://samsvar.kommune.dk/") as unknown as Node;

/** Every value below, with the keys that lead to it. */
function all(node: unknown, keys: string[] = []): [string[], unknown][] {
  const below = typeof node === "object" && node !== null ? Object.entries(node) : [];
  return [[keys, node], ...below.flatMap(([key, value]) => all(value, [...keys, key]))];
}

const operations = Object.entries(document["paths"] ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test("[T6] the document is OpenAPI 3.1, whole, and every reference in it leads somewhere", () => {
  expect(document).toMatchObject({ openapi: "3.1.0", info: { title: "Samsvar", version: "1.0.0" } });
  expect(document["servers"]).toEqual([{ url: "https://samsvar.kommune.dk/api/v1" }]);
  const refs = all(document).flatMap(([keys, value]) => (keys.at(-1) === "$ref" ? [String(value)] : []));
  expect(refs.length).toBeGreaterThan(20);
  for (const ref of refs) {
    const found = ref.split("/").slice(1).reduce<unknown>((node, key) => (node as Node)?.[key], document); // biome-ignore format: one line
    expect([ref, typeof found]).toEqual([ref, "object"]);
  }
  expect(JSON.stringify(document)).not.toContain("$defs");
});

test("[T6] each route stands in it once, with its places, its answer and every way it says no", () => {
  expect(operations.map(({ operation }) => operation["operationId"])).toEqual(ROUTES.map(({ id }) => id));
  for (const { path, method, operation } of operations) {
    const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters = operation["parameters"] as unknown as { name: string; in: string; required: boolean }[];
    const inPath = parameters.filter((one) => one.in === "path");
    expect(inPath.map(({ name, required }) => [name, required])).toEqual(places.map((name) => [name, true]));
    const answers = Object.keys(operation["responses"] ?? {});
    for (const status of ["401", "403", "429", "500"]) expect([path, method, answers]).toEqual([path, method, expect.arrayContaining([status])]); // biome-ignore format: one line
    expect(answers.filter((status) => status.startsWith("2")).length).toBeGreaterThan(0);
    expect(Boolean(operation["requestBody"])).toBe(method === "post");
  }
});

test("[T6] a parameter with a default need not be given", () => {
  const list = operations[0]?.operation["parameters"] as unknown as { name: string; required: boolean }[];
  expect(list.map(({ name, required }) => [name, required])).toEqual([
    ["cursor", false],
    ["limit", false],
    ["changedSince", false],
  ]);
});

test("[T4] every way a route says no is known", () => {
  for (const { problems } of ROUTES) for (const code of problems) expect(Object.keys(PROBLEMS)).toContain(code);
  expect(description().routes).toHaveLength(ROUTES.length);
});

test("[T6] [T20] what addresses are sent stands in it too, with the signature's headers and what a receiver may answer", () => {
  const calls = document["webhooks"] as unknown as Record<string, { post: Node }>;
  expect(Object.keys(calls)).toEqual(["happened", "test"]);
  for (const { post } of Object.values(calls)) {
    const headers = post["parameters"] as unknown as { name: string }[];
    expect(headers.map(({ name }) => name)).toEqual(["webhook-id", "webhook-timestamp", "webhook-signature"]);
    expect(Object.keys(post["responses"] ?? {}).sort()).toEqual(["2XX", "410", "default"]);
  }
});
