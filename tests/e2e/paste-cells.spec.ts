import { expect } from "playwright/test";
import type { EditorPage } from "../editor/browser";
import { test } from "../editor/fixture";

const WORD_TABLE =
  "<table class=MsoTableGrid><tr><td><p class=MsoNormal>Mål 1</p></td><td><p class=MsoNormal>Nået</p></td></tr>" +
  "<tr><td><p class=MsoNormal>Mål 2</p></td><td><p class=MsoNormal>I gang</p></td></tr></table>";

/** The cells of the text's only table, row by row; headers with a star. */
function grid(ann: EditorPage): Promise<string[]> {
  return ann.text
    .locator("tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].map((cell) => `${cell.tagName === "TH" ? "*" : ""}${cell.textContent}`).join(" | "),
      ),
    );
}

async function withTable(ann: EditorPage): Promise<void> {
  await ann.caretIn("Før.");
  await ann.page.getByRole("button", { name: "Indsæt tabel" }).click();
  await ann.press("Enter");
  await expect(ann.text.locator("tr")).toHaveCount(3);
}

test("[E14] [E20] a table copied in Word fills the cells from the caret on; rows of one's own come in above others' words", async ({
  open,
}) => {
  const ann = await open(["Før."]);
  await withTable(ann);
  await ann.type("Mål");
  await ann.press("Tab");
  await ann.type("Status");
  await ann.press("Tab", "Tab");
  await ann.paste(WORD_TABLE);
  await expect.poll(() => grid(ann)).toEqual(["*Mål | *Status | *", "Mål 1 | Nået | ", "Mål 2 | I gang | "]);
  await ann.page.keyboard.press("Control+z");
  await expect.poll(() => grid(ann)).toEqual(["*Mål | *Status | *", " |  | ", " |  | "]);
  await ann.page.keyboard.press("Control+y");
  await expect.poll(() => grid(ann)).toEqual(["*Mål | *Status | *", "Mål 1 | Nået | ", "Mål 2 | I gang | "]);
});

test("[E14] cells are selected, copied and pasted by keyboard alone", async ({ open }) => {
  const ann = await open(["Før."]);
  await ann.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await withTable(ann);
  for (const words of ["a", "b", "c", "d", "e"]) {
    await ann.type(words);
    await ann.press("Tab");
  }
  await ann.caretIn("a");
  await ann.press("Shift+ArrowRight", "Control+c");
  await ann.caretIn("e");
  await ann.press("Tab", "Tab");
  await ann.press("Control+v");
  await expect.poll(() => grid(ann)).toEqual(["*a | *b | *c", "d | e | ", "a | b | "]);
  await ann.type("!");
  await expect.poll(() => grid(ann)).toEqual(["*a | *b | *c", "d | e | ", "a | b! | "]);
});
