import { describe, expect, test } from "vitest";
import { fileNameOf } from "../rules";
import { waitAfter } from "./rules";

const failed = (...kinds: string[]) => kinds.map((errorKind) => ({ outcome: "failed" as const, errorKind }));

describe("[F6] the next try", () => {
  test("comes after 1, 5 and 30 minutes; after the fourth a person must act", () => {
    const waits = [1, 2, 3, 4].map((count) => waitAfter(failed(...Array<string>(count).fill("unavailable"))));
    expect(waits).toEqual([60_000, 300_000, 1_800_000, null]);
  });

  test("does not come when trying cannot mend it", () => {
    expect(waitAfter(failed("unavailable", "no_case"))).toBeNull();
  });

  test("begins anew after a person's retry, whatever ended the round before", () => {
    expect(waitAfter(failed("no_case", "unavailable"))).toBe(60_000);
    expect(waitAfter(failed("unknown", "locked", "auth", "unavailable", "unavailable"))).toBe(60_000);
  });

  test("counts a kind it does not know as unknown", () => {
    expect(waitAfter(failed("from a later release"))).toBe(60_000);
  });
});

test("a file's name says which hearing and which version, and holds no path", () => {
  expect(fileNameOf({ number: 3 }, { userKey: "HS-2026-0007", kind: "hearing" }, "docx")).toBe(
    "HS-2026-0007 Høringssvar v3.docx",
  );
  expect(fileNameOf({ number: 1 }, { userKey: "../x", kind: "assessment" }, "pdf")).toBe("..-x Vurdering v1.pdf");
});
