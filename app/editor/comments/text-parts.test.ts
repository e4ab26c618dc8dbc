import { expect, test } from "vitest";
import { calledAt, decoded, encoded, partsOf } from "./text-parts";

const ANNA = "0b6f2c1e-7c53-4a55-9f0e-4f3f6d1a2b3c";
const BO = "5f1f6f6e-25a8-4c8e-8f8d-9f7f3c2b1a0d";
const names: Record<string, string> = { [ANNA]: "Anna Berg", [BO]: "Anna Berg Holm" };

test("[K5] HTML and script in a comment are just characters; only http and https become links", () => {
  const script = '<script>alert(1)</script> javascript:alert(1) <a href="x">';
  expect(partsOf(script)).toEqual([{ is: "words", text: script }]);
  expect(partsOf("Se (https://kl.dk/a?b=1&c). mailto:a@b.dk\nslut")).toEqual([
    { is: "words", text: "Se (" },
    { is: "link", href: "https://kl.dk/a?b=1&c" },
    { is: "words", text: "). mailto:a@b.dk\nslut" },
  ]);
});

test("[K5] who is chosen from the list is sent as a person and drawn by name; a name alone is words", () => {
  const draft = {
    text: "@Anna Berg og @Anna Berg Holm: @Annas ord, anna@berg.dk",
    mentions: { "Anna Berg": ANNA, "Anna Berg Holm": BO },
  };
  const sent = encoded(draft);
  expect(sent).toBe(`@{${ANNA}} og @{${BO}}: @Annas ord, anna@berg.dk`);
  expect(decoded(sent, (id) => names[id] ?? "")).toEqual(draft);
  expect(encoded({ text: "@Anna Berg", mentions: {} })).toBe("@Anna Berg");
  expect(partsOf("@{ikke-et-id}")).toEqual([{ is: "words", text: "@{ikke-et-id}" }]);
});

test("[K5] people are searched for from an @ that begins a word, to the caret", () => {
  expect(calledAt("Hej @an", 7)).toEqual({ from: 4, query: "an" });
  expect(calledAt("Hej @Anna Be", 12)).toEqual({ from: 4, query: "Anna Be" });
  expect(calledAt("@", 1)).toEqual({ from: 0, query: "" });
  expect(calledAt("anna@berg", 9)).toBeNull();
  expect(calledAt("Hej @anna, og", 13)).toBeNull();
});
