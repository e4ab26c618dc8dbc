import { describe, expect, test } from "vitest";
import { judge, missing } from "../../tests/bench/carry-over/truth";

const reason = missing.length > 0 ? " (skipped: ../shared is not beside the repository)" : "";

describe.skipIf(missing.length > 0)(`a real paper and its next version${reason}`, () => {
  test("[C10] [C11] the right clause is suggested first for 22 of 23, and nothing wrong is carried over", () => {
    const judged = judge();
    console.info(JSON.stringify(judged));
    expect(judged.pairs).toBe(23);
    expect(judged.first).toBeGreaterThanOrEqual(22);
    expect(judged.amongThree).toBe(23);
    expect(judged.silentlyWrong).toBe(0);
    expect(judged.droppedFound).toBeGreaterThanOrEqual(11);
    expect(judged.droppedFalsely).toBeLessThanOrEqual(4);
  });
});
