import { expect, test } from "vitest";
import { z } from "zod";
import { parse } from "./parse";

test("NUL, which no database text holds, is taken out of a form's texts, one or many", () => {
  const form = new FormData();
  form.append("title", "Hø\0ring");
  form.append("id", "a\0");
  form.append("id", "b");
  const Form = z.object({ title: z.string(), id: z.array(z.string()) });
  expect(parse(Form, form)).toEqual({ title: "Høring", id: ["a", "b"] });
});
