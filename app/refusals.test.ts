import { expect, test } from "vitest";
import { notFound, Refusal } from "../server/errors";
import { asAnswer, isRefusal, throwAsResponse, valuesOf } from "./refusals";

test("a refused form gets its codes, what they say, its status and all that was typed", () => {
  const form = new FormData();
  form.set("title", "Høring");
  form.append("centerId", "a");
  form.append("centerId", "b");
  const { data, init } = asAnswer(new Refusal("invalid", "form", { sender: "missing" }), form);
  expect(init?.status).toBe(422);
  expect(data).toEqual({
    refusal: {
      code: "form",
      fields: { sender: "missing" },
      said: {
        all: "Noget mangler eller skal rettes. Se felterne herunder.",
        fields: { sender: "Skriv, hvem der har sendt høringen." },
      },
    },
    values: { title: "Høring", centerId: ["a", "b"] },
  });
});

test("[F11] a password, a secret and a file are not sent back to the page", () => {
  const form = new FormData();
  form.set("email", "a@b.dk");
  form.set("password", "hemmelig");
  form.set("secret", "hemmelig");
  form.set("file", new File(["x"], "x.txt"));
  expect(valuesOf(form)).toEqual({ email: "a@b.dk" });
});

test("what is not there becomes a page of its own, in loaders and in actions", () => {
  expect(thrownBy(() => throwAsResponse(notFound()))).toMatchObject({ init: { status: 404 } });
  expect(thrownBy(() => asAnswer(notFound()))).toMatchObject({ init: { status: 404 } });
  expect(thrownBy(() => throwAsResponse(new Refusal("forbidden", "x")))).toMatchObject({ init: { status: 403 } });
});

test("a fault flies on, from loaders and from actions", () => {
  const fault = new TypeError("broken");
  expect(thrownBy(() => asAnswer(fault))).toBe(fault);
  expect(thrownBy(() => throwAsResponse(fault))).toBe(fault);
});

test("a refusal from the other bundle is known by its shape", () => {
  const foreign = Object.assign(new Error("conflict"), {
    name: "Refusal",
    kind: "conflict",
    code: "x",
    fields: {},
    status: 409,
  });
  expect(isRefusal(foreign)).toBe(true);
  expect(isRefusal(new Error("x"))).toBe(false);
  expect(isRefusal(new Response())).toBe(false);
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("Expected it to throw; it did not.");
}
