import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import mammoth from "mammoth";
import type { EditorPage } from "../editor/browser";
import { test as alone } from "../editor/fixture";
import { expect, test } from "./fixtures";
import { caretUnder, hearingBegun, saving, sendForApproval, text } from "./steps";

const note = (page: EditorPage, words: string) => page.text.locator("[role=doc-footnote]").filter({ hasText: words });
const numbers = (page: EditorPage) =>
  page.text.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>(".note-end")].map((end) => end.dataset["number"]),
  );

alone("[E12] a note is put in by its key, written, left by Escape, and shown to who comes by", async ({ open }) => {
  const ann = await open(["Vi støtter forslaget.", "Tak."]);
  await ann.caretIn("Vi støtter forslaget.");
  await ann.press("Control+Alt+f");
  await expect(ann.text.getByText("Skriv noten.")).toBeVisible();
  await ann.type("Se bilag 2.");
  await ann.press("Escape");
  await ann.type(" Også her.");
  expect(await ann.lines()).toEqual(["Vi støtter forslaget. Også her.", "footnote: Se bilag 2.", "Tak."]);
  expect(await numbers(ann)).toEqual(["1"]);
  // The caret at the words, the mouse at the number, and a click that leads there.
  await ann.press("Home", "Control+ArrowRight", "Control+ArrowRight", "Control+ArrowRight");
  await ann.press("ArrowLeft");
  await expect(ann.page.locator(".note-peek")).toHaveText(/1\s+Se bilag 2\./);
  await ann.type("!");
  await expect(ann.page.locator(".note-peek")).toBeHidden();
  await ann.text.locator(".note-end").hover();
  await expect(ann.page.locator(".note-peek")).toBeVisible();
  expect((await new AxeBuilder({ page: ann.page }).include(".writing").analyze()).violations).toEqual([]);
});

alone("[E12] the key leads from the words into their note and back; the mouse does too", async ({ open }) => {
  const ann = await open(["Alfa beta."]);
  await ann.caretIn("Alfa beta.");
  await ann.press("Control+Alt+f");
  await ann.type("note");
  await ann.press("Control+Alt+f", "Control+Alt+f");
  await ann.type("n");
  expect(await ann.lines()).toEqual(["Alfa beta.", "footnote: noten"]);
  const box = await ann.text.locator(".note-end").boundingBox();
  if (!box) throw new Error("Expected a number behind the words");
  await ann.caretIn("Alfa beta.", "Home");
  await ann.page.mouse.click(box.x + box.width - 2, box.y + box.height / 2);
  await ann.type("!");
  expect(await ann.lines()).toEqual(["Alfa beta.", "footnote: noten!"]);
});

alone(
  "[E12] Backspace takes an empty note away, a note whose words are gone says so and gets others",
  async ({ open }) => {
    const ann = await open(["Alfa beta.", "Gamma."]);
    await ann.caretIn("Alfa beta.");
    await ann.press("Control+Alt+f", "Backspace");
    expect(await ann.lines()).toEqual(["Alfa beta.", "Gamma."]);
    await ann.press("Control+Alt+f");
    await ann.type("note");
    await ann.press("Escape", "Shift+Home", "Delete");
    await expect(note(ann, "note").getByText("Uden henvisning")).toBeVisible();
    expect((await new AxeBuilder({ page: ann.page }).include(".writing").analyze()).violations).toEqual([]);
    await ann.caretIn("Gamma.");
    await ann.page.getByRole("button", { name: "Sæt henvisning ind her" }).click();
    expect(await numbers(ann)).toEqual(["1"]);
    await expect(ann.text.getByText("Uden henvisning")).toHaveCount(0);
    await ann.press("Control+z");
    await ann.page.getByRole("button", { name: "Slet noten" }).click();
    expect(await ann.lines()).toEqual(["", "Gamma."]);
  },
);

alone("[E12] Enter in a note is a new line in it; paragraphs around a note are joined past it", async ({ open }) => {
  const ann = await open(["Alfa.", "Beta."]);
  await ann.caretIn("Alfa.");
  await ann.press("Control+Alt+f");
  await ann.type("en");
  await ann.press("Enter");
  await ann.type("to");
  expect(await ann.lines()).toEqual(["Alfa.", "footnote: en\nto", "Beta."]);
  await ann.caretIn("Alfa.");
  await ann.press("Enter");
  await ann.type("Ny.");
  expect(await ann.lines()).toEqual(["Alfa.", "footnote: en\nto", "Ny.", "Beta."]);
  await ann.press("Home", "Backspace");
  expect(await ann.lines()).toEqual(["Alfa.Ny.", "footnote: en\nto", "Beta."]);
});

alone("[E12] two people number one text: each sees the other's notes, in the text's order", async ({ open }) => {
  const page = await open(["Alfa beta.", "Gamma."], { people: ["Ann", "Ben"] });
  const [ann, ben] = [page.of("Ann"), page.of("Ben")];
  await ann.getByText("Gamma.").click();
  await page.press("End", "Control+Alt+f");
  await page.type("Anns note");
  await ben.getByRole("textbox").getByText("Alfa beta.").click();
  await page.press("Home", "Control+Alt+f");
  await page.type("Bens note");
  for (const who of [ann, ben]) {
    await expect(who.getByLabel("Fodnote 1")).toContainText("Bens note");
    await expect(who.getByLabel("Fodnote 2")).toContainText("Anns note");
  }
});

alone("[E12] who only reads sees the notes and no control", async ({ open }) => {
  const ann = await open(["Alfa."], { access: "read" });
  await expect(ann.page.getByRole("button", { name: "Sæt henvisning ind her" })).toHaveCount(0);
});

test("[E12] [X8] a note is written, read by who approves, and a real footnote in the Word file", async ({ signIn }) => {
  const coordinator = await signIn("tovholder");
  const path = await hearingBegun(coordinator, "Høring med fodnoter");
  await caretUnder(coordinator, "Generelle bemærkninger");
  await coordinator.keyboard.type("Kommunen støtter forslaget");
  await coordinator.keyboard.press("Control+Alt+f");
  await coordinator.keyboard.type("Besluttet af udvalget i maj.");
  await coordinator.keyboard.press("Escape");
  await coordinator.keyboard.type(" uden forbehold.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await coordinator.reload();
  await expect(text(coordinator).getByLabel("Fodnote 1")).toContainText("udvalget");

  await sendForApproval(coordinator);
  const director = await signIn("direktoer");
  await director.goto(`${path}/godkendelse`);
  await expect(director.getByRole("region", { name: "Noter" })).toContainText("Besluttet af udvalget i maj.");
  await director.getByLabel("Fodnote 1").click();
  await expect(director).toHaveURL(/#b-/);
  await director.getByRole("button", { name: "Godkend teksten" }).click();
  await expect(director.getByText(/godkendte teksten/).first()).toBeVisible();

  const officer = await signIn("journal");
  await officer.goto(`${path}/arkiv`);
  const [file] = await Promise.all([
    officer.waitForEvent("download"),
    officer.getByRole("link", { name: "Hent Word" }).click(),
  ]);
  const word = await mammoth.convertToHtml({ buffer: readFileSync(await file.path()) });
  expect(word.value).toMatch(/forslaget<sup><a href="#footnote-1"/);
  expect(word.value).toMatch(/<li id="footnote-1">.*Besluttet af udvalget i maj\./);
});
