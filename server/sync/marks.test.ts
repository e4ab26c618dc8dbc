import { expect, test } from "vitest";
import { Marks } from "./marks";

test("[I2] a mark is answered when the updates before it are committed, and only the newest is said", () => {
  const marks = new Marks();
  marks.becameWhole();
  marks.took();
  marks.mark(1);
  marks.took();
  marks.mark(2);
  expect(marks.answerable()).toBeNull();
  marks.committed();
  expect(marks.answerable()).toBe(1);
  marks.committed();
  expect(marks.answerable()).toBe(2);
  expect(marks.answerable()).toBeNull();
});

test("[I2] marks wait for the first step 2, and again after a gap, until the missing text is committed", () => {
  const marks = new Marks();
  marks.mark(1);
  expect(marks.answerable()).toBeNull();
  marks.took();
  marks.becameWhole();
  expect(marks.answerable()).toBeNull();
  marks.committed();
  expect(marks.answerable()).toBe(1);
  marks.becameIncomplete();
  marks.mark(2);
  marks.mark(3);
  expect(marks.answerable()).toBeNull();
  marks.took();
  marks.becameWhole();
  marks.committed();
  expect(marks.answerable()).toBe(3);
});

test("[I2] after a refusal no mark is answered, whatever is committed later", () => {
  const marks = new Marks();
  marks.becameWhole();
  marks.broke();
  marks.took();
  marks.mark(1);
  marks.committed();
  expect(marks.answerable()).toBeNull();
});
