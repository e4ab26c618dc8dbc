import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";
import { test } from "../editor/fixture";
import { clipboardOf } from "../editor/paste-fixture";

/** A paste as a browser makes it: HTML, plain text and files in one DataTransfer. */
type Clipboard = { html?: string; text?: string; file?: { name: string; type: string; bytes: number } };

async function paste(page: Page, clipboard: Clipboard): Promise<void> {
  await page.getByRole("textbox", { name: "Tekst" }).evaluate((element, { html, text, file }: Clipboard) => {
    const clipboardData = new DataTransfer();
    if (html !== undefined) clipboardData.setData("text/html", html);
    if (text !== undefined) clipboardData.setData("text/plain", text);
    if (file) clipboardData.items.add(new File([new Uint8Array(file.bytes)], file.name, { type: file.type }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, clipboard);
}

function notice(page: Page) {
  return page.getByRole("region", { name: "Det, du satte ind" });
}

test("[E20] a text is pasted from Word, with its footnote, and what did not fit is told and can be closed", async ({
  open,
}) => {
  const ann = await open(["Først.", ""]);
  await ann.caretIn("Først.");
  await ann.press("ArrowDown");
  await paste(ann.page, { html: clipboardOf("word-windows"), text: "som tekst" });
  const lines = await ann.lines();
  expect(lines.slice(0, 3)).toEqual(["Først.", "heading1: Bidrag fra socialområdet", "heading1: Samlet vurdering"]);
  expect(lines).toContain("bullet: Kortere ventetid");
  expect(lines).toContain("footnote: Opgjort i marts af begge centre.");
  const { blocks } = await ann.document();
  const note = blocks.find((block) => block.type === "block" && block.kind === "footnote");
  const noted = blocks
    .flatMap((block) => (block.type === "block" ? block.content : []))
    .filter((run) => "notes" in run);
  expect(noted).toEqual([{ text: "afklares.", notes: [note?.id] }]);
  expect(new Set(await ann.ids()).size).toBe(lines.length);

  const told = notice(ann.page);
  await expect(told).toContainText("ikke alt kom med");
  await expect(told).toContainText("1 billede.");
  await expect(told).toContainText("1 tekstboks.");
  await expect(told).toContainText("Er det aftalt med jura?");
  await told.getByText("Vis teksten").first().click();
  await expect(told).toContainText("Husk børneperspektivet");
  const { violations } = await new AxeBuilder({ page: ann.page }).include(".paste-notice").analyze();
  expect(violations).toEqual([]);
  await told.getByRole("button", { name: "Luk" }).click();
  await expect(told).toBeHidden();

  await ann.press("Control+z");
  expect(await ann.lines()).toEqual(["Først.", ""]);
});

test("[E20] a picture is refused where it was to be, and the text stays as it was", async ({ open }) => {
  const ann = await open(["Før.", "Efter."]);
  await ann.caretIn("Før.");
  await paste(ann.page, { file: { name: "image.png", type: "image/png", bytes: 10 } });
  const said = ann.page.locator(".place-note");
  await expect(said).toContainText("Billeder kan ikke sættes ind");
  await paste(ann.page, {
    html: '<meta charset="utf-8"><img src="https://example.dk/a.png">',
    file: { name: "image.png", type: "image/png", bytes: 10 },
  });
  await expect(said).toHaveCount(1);
  expect(await ann.lines()).toEqual(["Før.", "Efter."]);
  await ann.press("Escape");
  await ann.type(" Mere.");
  await expect(said).toHaveCount(0);
  expect(await ann.lines()).toEqual(["Før. Mere.", "Efter."]);
});

test("[E23] plain text makes paragraphs and lists, and stays plain when it is asked to", async ({ open }) => {
  const ann = await open([""]);
  await ann.text.click();
  await paste(ann.page, { text: "Vi ønsker:\n- ro\n- mad\n" });
  expect(await ann.lines()).toEqual(["Vi ønsker:", "bullet: ro", "bullet: mad"]);
  await ann.press("Enter", "Enter");
  // The browser's own key for pasting without form is told by the Shift in it.
  await ann.page.keyboard.down("Shift");
  await paste(ann.page, { text: "1. først\n- så" });
  await ann.page.keyboard.up("Shift");
  expect((await ann.lines()).slice(3)).toEqual(["1. først", "- så"]);
});

test("[E20] a long text is read while one goes on typing, comes in where it was pasted, and is one step", async ({
  open,
}) => {
  const ann = await open(["Tekst."]);
  await ann.caretIn("Tekst.");
  const style = "margin:0cm;line-height:115%;font-size:11.0pt;font-family:'Calibri',sans-serif;".repeat(6);
  const lines = Array.from({ length: 600 }, (_, index) => `Afsnit ${index} om målet.`);
  const html = lines.map((line) => `<p class="MsoNormal" style="${style}">${line}</p>`).join("\n");
  await ann.page.evaluate(() => {
    const said = new Set<string>();
    Object.assign(window, { said });
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll(".paste-notice")) said.add(textContent ?? "");
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await paste(ann.page, { html: `<html><body><div class="WordSection1">${html}</div></body></html>` });
  await ann.type(" Mere.");
  await expect.poll(async () => (await ann.lines()).length, { timeout: 30_000 }).toBe(600);
  const there = await ann.lines();
  expect([there[0], there.at(-1)]).toEqual(["Tekst.Afsnit 0 om målet.", "Afsnit 599 om målet. Mere."]);
  const said = await ann.page.evaluate(() => [...(window as unknown as { said: Set<string> }).said].join());
  expect(said).toMatch(/Læser det, du satte ind … \d+ %/);
  await expect(notice(ann.page)).toBeHidden();
  // What was typed before it, it, and what was typed after it: three steps at most.
  await ann.press("Control+z", "Control+z", "Control+z");
  expect(await ann.lines()).toEqual(["Tekst."]);
});

test("[E24] what is too much for one update is refused before it is in the text", async ({ open }) => {
  const ann = await open(["Tekst."]);
  await ann.caretIn("Tekst.");
  const much = `<p>${"Meget lang tekst. ".repeat(60)}</p>`.repeat(1000);
  await paste(ann.page, { html: much });
  await expect(notice(ann.page)).toContainText("for meget at sætte ind på én gang");
  await paste(ann.page, { text: "Meget lang tekst.\n".repeat(60_000) });
  await expect(notice(ann.page)).toContainText("for meget at sætte ind på én gang");
  expect(await ann.lines()).toEqual(["Tekst."]);
  await ann.press("Escape");
  await expect(notice(ann.page)).toBeHidden();
});

test("[E5] what was copied here comes back as it was, list items and all", async ({ open }) => {
  const ann = await open(["En. [a]", "- to", ""]);
  await ann.text.getByText("En.").click();
  await ann.press("Home", "Shift+ArrowDown", "Shift+End", "Control+c", "ArrowDown", "ArrowDown", "Control+v");
  expect((await ann.lines()).slice(0, 3)).toEqual(["En. [a]", expect.stringContaining("to"), "En. [a]"]);
  await expect(notice(ann.page)).toBeHidden();
});
