import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "playwright/test";
import type { EditorPage } from "../editor/browser";
import { test } from "../editor/fixture";

test("[L5] § opens the search, Enter links the paragraph, and it is said", async ({ open }) => {
  const ann = await open(["Om medicin."]);
  await ann.caretIn("Om medicin.");
  await ann.type("§medicin");
  await ann.page.getByRole("option", { name: /^3\.2/ }).waitFor();
  await ann.press("Enter");
  expect(await ann.lines()).toEqual(["Om medicin. [c]"]);
  await ann.page.getByText("Afsnittet er knyttet til 3.2").waitFor({ state: "attached" });
  await ann.type(" Videre.");
  expect(await ann.lines()).toEqual(["Om medicin. Videre. [c]"]);
});

test("[L5] Escape writes the sign and what was typed after it; a click elsewhere loses nothing either", async ({
  open,
}) => {
  const ann = await open(["Efter", "Andet"]);
  await ann.caretIn("Efter");
  await ann.type(" §");
  await ann.type(" 83 i");
  await ann.press("Escape");
  await ann.type(" loven");
  expect(await ann.lines()).toEqual(["Efter § 83 i loven", "Andet"]);
  await ann.type(" og §");
  await ann.type("9");
  await ann.page.mouse.click(400, 800);
  expect(await ann.lines()).toEqual(["Efter § 83 i loven og §9", "Andet"]);
});

test("[L5] the viewer's own come first, arrows choose, and the whole source is always there", async ({ open }) => {
  const ann = await open(["Generelt."]);
  await ann.caretIn("Generelt.");
  await ann.press("Control+k");
  const options = ann.page.getByRole("listbox").getByRole("option");
  expect((await options.allTextContents())[0]).toContain("3.2");
  await ann.type("hele");
  await ann.press("Enter");
  expect(await ann.lines()).toEqual(["Generelt. [9]"]);
  expect(await ann.page.getByRole("button", { name: "Henviser til Hele kilden" }).count()).toBe(1);
});

test("[L6] a click in the source links the paragraph of the caret, another takes it away, and undo knows both", async ({
  open,
}) => {
  const ann = await open(["Om besked.", "Andet."]);
  await ann.caretIn("Om besked.");
  const row = ann.page.getByRole("complementary", { name: "Kilde" }).getByRole("button", { name: /^3\.1/ });
  await row.click();
  expect(await ann.lines()).toEqual(["Om besked. [b]", "Andet."]);
  expect(await row.getAttribute("aria-pressed")).toBe("true");
  await ann.page.getByText("1 afsnit henviser hertil").waitFor({ state: "attached" });
  await row.click();
  expect(await ann.lines()).toEqual(["Om besked.", "Andet."]);
  await ann.press("Control+z");
  expect(await ann.lines()).toEqual(["Om besked. [b]", "Andet."]);
  await ann.press("Control+z");
  expect(await ann.lines()).toEqual(["Om besked.", "Andet."]);
});

test("[L4] a chip shows its clause when it has the focus, and its button takes the link away", async ({ open }) => {
  const ann = await open(["Om besked. [b]"]);
  const chip = ann.page.getByRole("button", { name: "Henviser til 3.1" });
  await chip.focus();
  const card = ann.page.locator(".chip-card", { hasText: "Hospitalet giver besked" });
  await card.waitFor();
  await ann.press("Escape");
  await card.waitFor({ state: "hidden" });
  await chip.hover();
  await card.getByRole("button", { name: "Fjern henvisningen" }).click();
  expect(await ann.lines()).toEqual(["Om besked."]);
});

test("[L4] an address with #b-id leads to the paragraph", async ({ open }) => {
  const lines = [...Array.from({ length: 60 }, (_, line) => `Afsnit ${line + 1}`)];
  const ann = await open(lines, { hash: "#b-block-50" });
  const marked = ann.page.locator(".is-target");
  await marked.waitFor();
  expect(await marked.textContent()).toBe("Afsnit 50");
  expect(await marked.evaluate((element) => element.getBoundingClientRect().top < window.innerHeight)).toBe(true);
});

test("[L6] on a telephone the source is a sheet that comes and goes", async ({ open }) => {
  const ann = await open(["Om besked."], { size: { width: 390, height: 844 } });
  const pane = ann.page.locator(".source-pane");
  expect(await pane.isVisible()).toBe(false);
  await ann.caretIn("Om besked.");
  await ann.page.getByRole("button", { name: "Vis kilden" }).click();
  await pane.getByRole("button", { name: /^3\.1/ }).click();
  expect(await ann.lines()).toEqual(["Om besked. [b]"]);
  await ann.page.getByRole("button", { name: "Luk", exact: true }).click();
  expect(await pane.isVisible()).toBe(false);
  const overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
  expect(await ann.page.evaluate(overflow)).toBe(false);
});

test("[L8] a stance is chosen on the chip, shown there in a word, and taken back by another press or by undo", async ({
  open,
}) => {
  const ann = await open(["Om besked. [b]"]);
  const chip = ann.page.getByRole("button", { name: /^Henviser til 3\.1/ });
  await chip.hover();
  const choice = ann.page.getByRole("group", { name: "Holdning" });
  await choice.getByRole("button", { name: "Ændringsforslag" }).click();
  expect(await stances(ann)).toEqual(["change-proposal"]);
  await expect(chip).toHaveAccessibleName("Henviser til 3.1, ændringsforslag");
  await expect(chip).toHaveText("3.1ændring");
  const { violations } = await new AxeBuilder({ page: ann.page }).include(".chips").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await ann.page.getByText("Holdning til 3.1: ændringsforslag").waitFor({ state: "attached" });
  await choice.getByRole("button", { name: "Ændringsforslag" }).click();
  expect(await stances(ann)).toEqual([undefined]);
  await ann.caretIn("Om besked.");
  await ann.press("Control+z");
  expect(await stances(ann)).toEqual(["change-proposal"]);
});

test("[L8] by keyboard: Mod-. leads to the link's stances, arrows choose, Enter and Escape lead back to the caret", async ({
  open,
}) => {
  const ann = await open(["Om besked. [b]", "Uden henvisning."]);
  await ann.caretIn("Om besked.");
  await ann.press("Control+.");
  await expect(ann.page.getByRole("button", { name: "Støtter" })).toBeFocused();
  await ann.press("ArrowRight", "Enter");
  expect(await stances(ann)).toEqual(["point-of-attention", undefined]);
  await ann.type(" Videre");
  await ann.press("Control+.");
  await expect(ann.page.getByRole("button", { name: "Opmærksomhedspunkt", exact: true })).toBeFocused();
  await ann.press("Escape");
  await ann.type(".");
  expect(await ann.lines()).toEqual(["Om besked. Videre. [b]", "Uden henvisning."]);
  await ann.caretIn("Uden henvisning.");
  await ann.press("Control+.");
  await ann.type("!");
  expect((await ann.lines())[1]).toBe("Uden henvisning.!");
});

test("[L8] who only reads sees the stance and has none to choose", async ({ open }) => {
  const ann = await open(["Om besked. [b]"], { access: "read" });
  const chip = ann.page.getByRole("button", { name: /^Henviser til 3\.1/ });
  await chip.focus();
  await expect(ann.page.getByText("Knyttet af Socialservice")).toBeVisible();
  expect(await ann.page.getByRole("group", { name: "Holdning" }).count()).toBe(0);
});

/** Of each paragraph, the stance of its first link. */
async function stances(page: EditorPage): Promise<(string | undefined)[]> {
  const { blocks, links } = await page.document();
  return blocks.map((block) => links[block.id]?.[0]?.stance);
}
