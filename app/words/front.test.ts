import { expect, test } from "vitest";
import type { Deed, DeedKind, Doing } from "../../server/consultations/front/shapes";
import { activity, timelineSentence } from "./front";

const deed = (kind: DeedKind, more: Partial<Deed> = {}): Deed => ({ kind, count: 1, about: [], last: null, ...more });
const doing = (...deeds: Deed[]): Doing => ({ day: "2026-03-02", name: "Kirsten Holm", at: new Date(0), deeds });

test("[H43] what somebody did on a day is one Danish sentence", () => {
  const last = { blockId: "b1", heading: "Vedr. Udskrivning" };
  expect(activity.sentence(doing(deed("written", { last })))).toBe(
    "har skrevet i teksten, senest under “Vedr. Udskrivning”.",
  );
  expect(
    activity.sentence(
      doing(
        deed("written"),
        deed("clause-answered", { count: 2, about: ["2.4", "3.1"] }),
        deed("comment-started", { count: 3 }),
        deed("center-extended", { about: ["Socialservice"] }),
      ),
    ),
  ).toBe(
    "har skrevet i teksten, svaret på 2 bestemmelser (2.4 og 3.1), skrevet 3 kommentarer og givet mere tid til Socialservice.",
  );
});

test("[H42] the timeline says in words what is late, and who did what", () => {
  const when = { day: "2026-03-12", time: null };
  const item = { kind: "internal" as const, centers: ["Social", "Ældre"], ...when };
  expect(timelineSentence({ ...item, state: "late" })).toBe("Intern frist: Social og Ældre. Svar mangler");
  expect(timelineSentence({ ...item, state: "ahead" })).toBe("Intern frist: Social og Ældre");
  expect(timelineSentence({ kind: "approved", round: 2, by: "Lene", state: "done", ...when })).toBe(
    "Lene godkendte, runde 2",
  );
  expect(timelineSentence({ kind: "approved", round: 1, by: null, state: "done", ...when })).toBe(
    "Stiltiende godkendt",
  );
  expect(timelineSentence({ kind: "step", step: "draft", by: null, state: "late", ...when })).toBe(
    "Udkast: ikke udført",
  );
});

test.each([
  ["2026-03-29", "2026-03-30", "I går"],
  ["2026-10-25", "2026-10-26", "I går"],
  ["2026-10-25", "2026-10-25", "I dag"],
  ["2026-10-23", "2026-10-26", "23. oktober 2026"],
])("[H43] %s seen from %s is %s, over both clock changes", (day, today, said) => {
  expect(activity.day(day, today)).toBe(said);
});
