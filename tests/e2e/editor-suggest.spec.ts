import type { Editor } from "@tiptap/core";
import { expect } from "playwright/test";
import { test } from "../editor/fixture";
import { Suggestions } from "../editor/suggestions";

const LINES = ["Vi støtter forslaget.", "Første del. Anden del.", "En halv sætning", "og resten af den.", "Farvel."];

test("[G10] what is typed, deleted, split and joined in “Foreslå” is proposed and stands nowhere else, until it is accepted", async ({
  open,
}) => {
  const ann = await open(LINES);
  const suggestions = await Suggestions.on(ann);
  await ann.page.getByRole("button", { name: "Foreslå" }).click();
  const own = ann.page.getByRole("textbox", { name: "Tekst med dine forslag" });
  const kept = ann.page.getByRole("status").filter({ hasText: "Forslag gemt" });
  const at = async (words: string, key: "Home" | "End", right = 0) => {
    await own.getByText(words, { exact: true }).first().click();
    await ann.press(key, ...Array.from({ length: right }, () => "ArrowRight"));
  };
  await at("Vi støtter forslaget.", "Home", 3);
  await ann.type("ikke ");
  await expect(own.locator("ins")).toHaveText("ikke ");
  await at("Første del. Anden del.", "Home", "Første del.".length);
  await ann.press("Enter");
  await at("og resten af den.", "Home");
  await ann.press("Backspace");
  await at("Farvel.", "End");
  await ann.press("Control+Backspace", "Control+Backspace");
  await expect(own.locator("del").filter({ hasText: "Farvel" })).toBeVisible();
  await expect(kept).toBeVisible();
  await expect.poll(() => suggestions.said()).toHaveLength(4);
  expect(suggestions.said().sort()).toEqual([
    "En halv sætning | og resten af den. > En halv sætningog resten af den.",
    "Farvel. > ",
    "Første del. Anden del. > Første del. |  Anden del.",
    "Vi støtter forslaget. > Vi ikke støtter forslaget.",
  ]);
  expect(await ann.lines()).toEqual(LINES);

  await ann.page.getByRole("tab", { name: /^Forslag/ }).click();
  const items = ann.page.getByRole("listitem", { name: /Forslag fra/ });
  await items.filter({ hasText: "Første del." }).getByRole("button", { name: "Acceptér" }).click();
  await items.filter({ hasText: "En halv" }).getByRole("button", { name: "Acceptér" }).click();
  await items.first().getByRole("button", { name: "Afvis" }).click();
  await ann.page.getByRole("button", { name: "Afvis forslaget" }).click();
  await expect(items).toHaveCount(1);
  expect(await ann.lines()).toEqual([
    "Vi støtter forslaget.",
    "Første del.",
    " Anden del.",
    "En halv sætningog resten af den.",
    "Farvel.",
  ]);
  // What was rejected is out of one's own text, and what was accepted is proposed no more.
  await expect(own).not.toContainText("ikke");
  await expect(own.locator("ins")).toHaveCount(0);
  expect(suggestions.said()).toEqual(["Farvel. > "]);
});

test("[G3] kinds, emphasis and footnotes are proposed; rows of tables are not, which is said at the place", async ({
  open,
}) => {
  const ann = await open(["Økonomi", "Meget vigtigt.", "Efter aftalen."]);
  await ann.caretIn("Efter aftalen.");
  await ann.page.getByRole("button", { name: "Indsæt tabel" }).click();
  await ann.page.getByRole("dialog").getByRole("button", { name: "Indsæt" }).click();
  await ann.type("Celle");
  const suggestions = await Suggestions.on(ann);
  await ann.page.getByRole("button", { name: "Foreslå" }).click();
  const own = ann.page.getByRole("textbox", { name: "Tekst med dine forslag" });
  await own.getByText("Økonomi").click();
  await ann.page.getByRole("button", { name: "Overskrift 1" }).click();
  await own.getByText("Meget vigtigt.").click();
  await ann.press("Home", "Shift+End", "Control+b");
  await own.getByText("Efter aftalen.").click();
  await ann.press("End", "Control+Alt+f");
  await ann.type("Af 3. marts.");
  await expect
    .poll(() => suggestions.said().sort())
    .toEqual([
      "Efter aftalen. > Efter aftalen. | Af 3. marts.",
      "Meget vigtigt. > Meget vigtigt.",
      "Økonomi > Økonomi",
    ]);
  await expect(own.getByText("Bliver til overskrift 1")).toBeVisible();
  const rows = own.getByRole("row");
  const before = await rows.count();
  await own.getByText("Celle").click();
  await ann.press("End");
  for (let presses = 0; presses < 12; presses++) await ann.press("Tab");
  await expect(own.getByText(/Rækker, kolonner og nye tabeller kan ikke foreslås/)).toBeVisible();
  await expect(rows).toHaveCount(before);
});

test("[G10] a key in a long text with many suggestions reads its own paragraph, and does not walk through the others", async ({
  open,
}) => {
  const ann = await open(Array.from({ length: 400 }, (_, at) => `Afsnit ${at} støtter forslaget.`));
  const suggestions = await Suggestions.on(ann);
  const { blocks } = await ann.document();
  for (const [at, block] of blocks.entries())
    if (at % 10 === 0 && block.type === "block") suggestions.propose(block, "Nej.");
  await ann.page.evaluate("window.dispatchEvent(new Event('focus'))");
  await expect(ann.text.locator("ins").first()).toBeVisible();
  await ann.page.getByRole("button", { name: "Foreslå" }).click();
  const own = ann.page.getByRole("textbox", { name: "Tekst med dine forslag" });
  await own.getByText("Afsnit 201 ").click();
  const walked = await own.evaluate((element: HTMLElement & { editor?: Editor }) => {
    const view = element.editor?.view;
    if (!view) throw new Error("Expected an editor there");
    const kind = Object.getPrototypeOf(view.state.doc.content);
    const walk = kind.nodesBetween;
    let nodes = 0;
    kind.nodesBetween = function (
      from: number,
      to: number,
      look: (...given: unknown[]) => unknown,
      ...rest: unknown[]
    ) {
      const counted = (...given: unknown[]) => {
        nodes += 1;
        return look(...given);
      };
      return walk.call(this, from, to, counted, ...rest);
    };
    for (let key = 0; key < 10; key++) view.dispatch(view.state.tr.insertText("x"));
    const { head } = view.state.selection;
    for (let key = 0; key < 5; key++) view.dispatch(view.state.tr.delete(head - key - 1, head - key));
    kind.nodesBetween = walk;
    return nodes;
  });
  expect(walked).toBeGreaterThan(0);
  expect(walked).toBeLessThan(15 * 20);
});
