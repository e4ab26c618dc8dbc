import { expect, test } from "vitest";
import { isId, newId } from "./ids";

test("[D1] an id is a random UUID, and a text that is none never reaches the database", () => {
  const id = newId();
  expect(isId(id)).toBe(true);
  expect(newId()).not.toBe(id);
  for (const text of ["", "1", "not-an-id", `${id} `, id.toUpperCase(), `${id}' or 1=1`, null, undefined, {}, [id]])
    expect(isId(text)).toBe(false);
});
