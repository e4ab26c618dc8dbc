import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator } from "playwright/test";
import type { EditorPage } from "../editor/browser";
import { test } from "../editor/fixture";

const PHONE = { width: 390, height: 844 };

/** A text with headings, written as a person would write it. */
async function write(ann: EditorPage): Promise<void> {
  await ann.text.focus();
  for (const line of ["# Et", "Om målet.", "# To", "Målet er uklart.", "## To-et", "Vi savner et mål."]) {
    await ann.type(line);
    await ann.press("Enter");
  }
  await ann.type("Slut.");
}

async function tabTo(ann: EditorPage, element: Locator): Promise<void> {
  for (let step = 0; step < 15; step++) {
    if (await element.evaluate((one) => one === document.activeElement)) return;
    await ann.press("Tab");
  }
  throw new Error("Expected to come there by Tab");
}

const faults = async (ann: EditorPage) => {
  const { violations } = await new AxeBuilder({ page: ann.page })
    .disableRules(["region", "landmark-one-main", "page-has-heading-one"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};

test("[E15] [E16] [E17] [E18] [E19] a whole run without a mouse", async ({ open }) => {
  const ann = await open([""]);
  const { page } = ann;
  await tabTo(ann, ann.text);
  await write(ann);

  // The outline: there, down to a heading, moved with all under it, gone to.
  await ann.press("F2");
  const tree = page.getByRole("tree", { name: "Disposition" });
  await expect(tree.getByRole("treeitem")).toHaveText(["Et", "To", "To-et"]);
  await ann.press("Home", "Alt+ArrowDown");
  await expect(tree.getByRole("treeitem")).toHaveText(["To", "To-et", "Et"]);
  await expect(tree.getByRole("treeitem", { name: "Et", exact: true })).toBeFocused();
  await page.getByText("“Et” står nu efter “To-et”.").waitFor({ state: "attached" });
  expect((await ann.lines()).slice(-2)).toEqual(["heading1: Et", "Om målet."]);
  await ann.press("Enter");
  await expect(ann.text).toBeFocused();

  // Find from the caret on, go round, and come back to the place.
  await ann.press("Control+f");
  await ann.type("målet");
  const count = page.locator(".find-count");
  await expect(count).toHaveText("2 af 2 steder");
  await ann.press("Enter");
  await expect(count).toHaveText("1 af 2 steder");
  await ann.press("Shift+Enter");
  await expect(count).toHaveText("2 af 2 steder");
  await ann.press("F3");
  await expect(count).toHaveText("1 af 2 steder");
  await ann.press("Escape");
  await ann.type("Hensigten");
  expect(await ann.lines()).toContain("Hensigten er uklart.");
  await ann.press("Control+z");

  // Replace all, as one step.
  await ann.press("Control+h");
  await ann.press("Control+a");
  await ann.type("målet");
  await tabTo(ann, page.getByRole("textbox", { name: "Erstat med" }));
  await ann.type("formålet");
  await tabTo(ann, page.getByRole("button", { name: "Erstat alle" }));
  await ann.press("Enter");
  await page.getByText("2 steder er erstattet.").waitFor();
  expect(await ann.lines()).toContain("Om formålet.");
  await ann.press("Escape", "Control+z");
  expect(await ann.lines()).toContain("Om målet.");

  // The toolbar is one stop; arrows go through it, Escape comes back.
  await ann.press("Alt+F10");
  await expect(page.getByRole("button", { name: "Henvis til punkt" })).toBeFocused();
  await ann.press("ArrowRight", "ArrowRight");
  await expect(page.getByRole("button", { name: "Fed" })).toBeFocused();
  await ann.press("Escape");
  await expect(ann.text).toBeFocused();

  // Focus, and out of it; the keys.
  await ann.press("Control+Shift+f");
  await expect(page.getByRole("complementary", { name: "Kilde" })).toBeHidden();
  await expect(page.getByText("Gemt", { exact: true })).toBeVisible();
  await ann.press("Escape");
  await expect(page.getByRole("complementary", { name: "Kilde" })).toBeVisible();
  await ann.press("F1");
  await expect(page.getByRole("dialog", { name: "Taster på skrivebordet" })).toBeVisible();
  await ann.press("Escape");
  await expect(ann.text).toBeFocused();
});

test("[E16] the outline is there again the next time, marks what is read, and a heading is dragged with all under it", async ({
  open,
}) => {
  const ann = await open([""]);
  await write(ann);
  await ann.page.getByRole("button", { name: "Disposition" }).click();
  const tree = ann.page.getByRole("tree", { name: "Disposition" });
  await tree
    .getByRole("treeitem", { name: "To", exact: true })
    .dragTo(tree.getByRole("treeitem", { name: "Et", exact: true }), {
      targetPosition: { x: 20, y: 2 },
    });
  await expect(tree.getByRole("treeitem")).toHaveText(["To", "To-et", "Et"]);
  expect((await ann.lines())[0]).toBe("heading1: To");
  await ann.caretIn("Slut.");
  await ann.press("Control+z");
  await expect(tree.getByRole("treeitem")).toHaveText(["Et", "To", "To-et"]);
  await ann.page.reload();
  await expect(ann.page.getByRole("navigation", { name: "Disposition" })).toBeVisible();
});

test("[E17] who only reads finds and replaces nothing, and the outline moves nothing", async ({ open }) => {
  const ann = await open(["Om målet."], { access: "read" });
  await ann.page.getByRole("button", { name: "Find i teksten" }).click();
  await ann.type("målet");
  await expect(ann.page.locator(".find-count")).toHaveText("1 af 1 sted");
  expect(await ann.page.getByRole("button", { name: /Erstat/ }).count()).toBe(0);
  await expect(ann.page.locator(".is-found-now")).toHaveText("målet");
});

test("[E18] words are counted, for each center too, and the size of the text is remembered", async ({ open }) => {
  const ann = await open(["Vi støtter det. [a]", "Uden henvisning."]);
  const line = ann.page.getByRole("region", { name: "Om teksten" });
  await expect(line.getByRole("button", { name: "5 ord" })).toBeVisible();
  await ann.caretIn("Vi støtter det.");
  await ann.press("Shift+Home");
  await line.getByRole("button", { name: "5 ord · 3 ord markeret" }).click();
  await expect(ann.page.getByRole("region", { name: "Ord i teksten" })).toContainText("Center for Socialservice3 ord");
  const size = () => ann.text.evaluate((text) => getComputedStyle(text).fontSize);
  expect(await size()).toBe("16px");
  await line.getByRole("button", { name: "Større tekst" }).click();
  expect(await size()).toBe("17.6px");
  await ann.page.reload();
  await ann.text.waitFor();
  expect(await size()).toBe("17.6px");
});

test("[E19] what has no room in the row stands under Mere, and is done from there", async ({ open }) => {
  const ann = await open(["Om målet."], { size: { width: 900, height: 800 } });
  await ann.caretIn("Om målet.");
  const bar = ann.page.getByRole("toolbar");
  expect(await bar.evaluate((one) => one.getBoundingClientRect().height)).toBeLessThan(40);
  await bar.getByRole("button", { name: "Mere", exact: true }).click();
  const menu = ann.page.getByRole("menu", { name: "Mere" });
  await expect(menu.locator("[role^=menuitem]").first()).toBeFocused();
  // Round, from the first to the last.
  await ann.press("ArrowUp");
  await expect(menu.locator("[role^=menuitem]").last()).toBeFocused();
  await ann.press("Escape");
  await expect(bar.getByRole("button", { name: "Mere", exact: true })).toBeFocused();
});

test("[E19] on a telephone the tools lie at the thumb, above the keyboard, and nothing scrolls sideways", async ({
  open,
}) => {
  const ann = await open(["Om målet. [b]"], { size: PHONE });
  const { page } = ann;
  await ann.caretIn("Om målet.");
  const bar = page.getByRole("toolbar");
  const foot = () => bar.evaluate((one) => Math.round(one.getBoundingClientRect().bottom));
  expect(await foot()).toBe(PHONE.height);
  await page.evaluate(() => {
    Object.defineProperty(window.visualViewport, "height", { value: 500, configurable: true });
    window.visualViewport?.dispatchEvent(new Event("resize"));
  });
  expect(await foot()).toBe(500);
  await expect(page.getByText("Gemt", { exact: true })).toBeInViewport();
  expect(await page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).toBe(
    true,
  );
  await bar.getByRole("button", { name: "Mere", exact: true }).click();
  await page
    .getByRole("menuitem", { name: "Disposition" })
    .or(page.getByRole("menuitemcheckbox", { name: "Disposition" }))
    .click();
  await expect(page.getByRole("navigation", { name: "Disposition" })).toBeInViewport();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`[E15] axe finds no fault with the desk in ${colorScheme}, with everything open`, async ({ open }) => {
    const ann = await open(["Om målet. [b]", "Andet mål."]);
    await ann.page.emulateMedia({ colorScheme });
    await ann.caretIn("Andet mål.");
    await ann.press("Enter");
    await ann.type("# Et mål");
    await ann.press("F2");
    await expect(ann.page.getByRole("treeitem")).toBeFocused();
    await ann.press("Escape");
    await expect(ann.text).toBeFocused();
    await ann.press("Control+h");
    await ann.type("mål");
    await expect(ann.page.locator(".found")).toHaveCount(3);
    await ann.page.getByRole("button", { name: /^\d+ ord/ }).click();
    expect(await faults(ann)).toEqual([]);
    await ann.caretIn("Andet mål.");
    await ann.press("Control+Shift+f");
    expect(await faults(ann)).toEqual([]);
    await ann.press("F1");
    expect(await faults(ann)).toEqual([]);
  });
