import { expect, test } from "vitest";
import { createSeal } from "./seal";

const seal = createSeal("a secret of the installation, long enough");

test("[F11] what is sealed opens again, never looks the same twice, and holds nothing of what it says", () => {
  const sealed = seal.close("hemmeligt æøå", "one");
  expect(seal.open(sealed, "one")).toBe("hemmeligt æøå");
  expect(sealed).not.toContain("hemmeligt");
  expect(seal.close("hemmeligt æøå", "one")).not.toBe(sealed);
});

test("[F11] another key, another thing, and a changed sign open nothing", () => {
  const sealed = seal.close("hemmeligt", "one");
  expect(createSeal("another secret of an installation").open(sealed, "one")).toBeNull();
  expect(seal.open(sealed, "two")).toBeNull();
  expect(seal.open(`${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`, "one")).toBeNull();
  for (const broken of ["", "v1", "v1.", "v2.x", "hemmeligt"]) expect(seal.open(broken, "one")).toBeNull();
});
