import { expect, type Page } from "playwright/test";
import { test } from "../editor/fixture";

test("[E42] what is composed keeps its letters and its place while another writes in the same paragraph", async ({
  open,
}) => {
  const ann = await open(["Vi ønsker ro. [a]", "Et andet."], { people: ["Ann", "Ben"] });
  const { page } = ann;
  const mine = ann.of("Ann").getByRole("textbox", { name: "Tekst" });
  await mine.getByText("Vi ønsker ro.").click();
  await ann.press("End");
  await ann.type(" ");
  const { compose, commit } = await keyboardOf(page);
  await compose("´");
  await write(page, 1, "Nu: ");
  await compose("é");
  await write(page, 14, " her");
  await compose("ét");
  await commit("én");
  await ann.type(" dag.");
  await expect(mine).toContainText("Nu: Vi ønsker her ro. én dag.");
  expect(await ann.lines()).toEqual(["Nu: Vi ønsker her ro. én dag. [a]", "Et andet."]);
});

test("[E42] [E19] [L5] on a telephone a paragraph is put right word by word, linked by tapping, and taken back", async ({
  open,
}) => {
  const ann = await open(["Om hjemmet.", "Et andet."], { size: { width: 390, height: 844 } });
  const { page } = ann;
  const { compose, commit } = await keyboardOf(page);
  await ann.caretIn("Om hjemmet.");
  await ann.press("ArrowLeft");
  for (const word of [" og", " medicinen"]) {
    for (let letters = 2; letters <= word.length; letters += 1) await compose(word.slice(0, letters));
    await commit(word);
  }
  expect(await ann.lines()).toEqual(["Om hjemmet og medicinen.", "Et andet."]);
  await page.getByRole("button", { name: /Henvis til punkt/ }).click();
  await page.getByRole("option", { name: /^3\.2/ }).click();
  expect(await ann.lines()).toEqual(["Om hjemmet og medicinen. [c]", "Et andet."]);
  await page.getByRole("button", { name: "Fortryd" }).click();
  expect(await ann.lines()).toEqual(["Om hjemmet og medicinen.", "Et andet."]);
});

/** A keyboard that composes: a dead key, or a telephone's, which hands over a word at a time. */
async function keyboardOf(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  return {
    compose: (text: string) =>
      cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text: string) => cdp.send("Input.insertText", { text }),
  };
}

/** The other person writes at a place in the text, as if the line brought it. */
function write(page: Page, at: number, words: string): Promise<void> {
  return page.evaluate(
    ([place, said]) => {
      const other = document.querySelectorAll<
        HTMLElement & { editor?: { commands: { insertContentAt(at: number, what: string): void } } }
      >(".ProseMirror")[1];
      other?.editor?.commands.insertContentAt(Number(place), String(said));
    },
    [at, words],
  );
}
