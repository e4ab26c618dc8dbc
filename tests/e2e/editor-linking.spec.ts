import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator } from "playwright/test";
import type { EditorPage } from "../editor/browser";
import { test } from "../editor/fixture";

const offer = ({ page }: EditorPage) => page.getByRole("button", { name: /^Forslag til henvisning/ });
const row = ({ page }: EditorPage, number: string) =>
  page
    .getByRole("complementary", { name: "Kilde" })
    .getByRole("button", { name: new RegExp(`^${number.replace(".", "\\.")}`) });

/** About 3.1, in nearly all the words it has: of three clauses alone, one or two say little. */
const REMARK = "Hospitalets besked til kommunen kommer tit først, når borgeren er hjemme.";

test("[L5] several clauses are linked one after the other, and the last one used comes first the next time", async ({
  open,
}) => {
  const ann = await open(["Om begge.", "Om mere."]);
  await ann.caretIn("Om begge.");
  await ann.type("§");
  await ann.type("medicin");
  await ann.press("Shift+Enter");
  expect((await ann.lines())[0]).toBe("Om begge. [c]");
  // What stood in the field is selected: the next word takes its place.
  await ann.type("besked");
  await ann.press("Enter");
  expect((await ann.lines())[0]).toBe("Om begge. [b c]");
  await ann.type(" Videre.");
  await ann.caretIn("Om mere.");
  await ann.press("Control+k");
  const recent = ann.page.getByRole("group", { name: "Senest brugt" }).getByRole("option");
  await expect(recent).toHaveCount(2);
  expect((await recent.allTextContents())[0]).toContain("3.1");
  await ann.press("Escape");
  expect(await ann.lines()).toEqual(["Om begge. Videre. [b c]", "Om mere."]);
});

test("[L5] Escape after a choice writes no sign, and the words of the clause are in sight while one chooses", async ({
  open,
}) => {
  const ann = await open(["Om medicin."]);
  await ann.caretIn("Om medicin.");
  await ann.type("§3.2");
  await expect(ann.page.locator(".link-search-preview")).toContainText("så ingen står uden");
  const { violations } = await new AxeBuilder({ page: ann.page }).include(".link-search").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await ann.press("Shift+Enter", "Escape");
  await ann.type("!");
  expect(await ann.lines()).toEqual(["Om medicin.! [c]"]);
});

test("[L5] words that are selected are what Ctrl+K searches for", async ({ open }) => {
  const ann = await open(["Røgfri unge"]);
  await ann.caretIn("Røgfri unge", "Home");
  await ann.press("Shift+End", "Control+k");
  await expect(ann.page.getByRole("combobox", { name: /Henvis afsnittet/ })).toHaveValue("Røgfri unge");
  await ann.press("Enter");
  expect(await ann.lines()).toEqual(["Røgfri unge [d]"]);
});

test("[L5] [E13] Alt+Enter quotes the clause that would be linked, and of the whole source there is nothing to quote", async ({
  open,
}) => {
  const ann = await open(["Om medicin.", ""]);
  await ann.caretIn("Om medicin.");
  await ann.type("§medicin");
  await expect(ann.page.getByRole("option", { name: /^3\.2/ })).toContainText(/Alt\+\S+ citerer/);
  await ann.press("Alt+Enter");
  const words = "Medicin til de første tre døgn følger med borgeren, så ingen står uden.";
  expect(await ann.lines()).toEqual(["Om medicin.", `quote: ${words}`, ""]);
  await ann.page.getByText("3.2 er citeret i teksten.").waitFor({ state: "attached" });
  await ann.press("Enter");
  await ann.type("Det støtter vi.");
  expect(await ann.lines()).toEqual(["Om medicin.", `quote: ${words}`, "Det støtter vi.", ""]);
  await ann.press("Control+k");
  await ann.type("hele");
  await ann.press("Alt+Enter");
  await expect(ann.page.getByRole("combobox", { name: "Henvis afsnittet til et punkt" })).toBeFocused();
  await ann.press("Escape");
  expect((await ann.lines()).filter((line) => line.startsWith("quote"))).toHaveLength(1);
});

test("[L6] several selected paragraphs are linked by one click and one undo; empty lines between them are not", async ({
  open,
}) => {
  const ann = await open(["Et.", "", "To.", "Tre."]);
  await ann.caretIn("Et.", "Home");
  await ann.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+Home");
  await expect(ann.page.getByText("2 afsnit er markeret")).toBeVisible();
  await row(ann, "3.1").click();
  expect(await ann.lines()).toEqual(["Et. [b]", "", "To. [b]", "Tre."]);
  await ann.page.getByText("2 afsnit er knyttet til 3.1").waitFor({ state: "attached" });
  await ann.press("Control+z");
  expect(await ann.lines()).toEqual(["Et.", "", "To.", "Tre."]);
});

test("[L6] of selected paragraphs that are linked in part the row says so, and a click links the rest", async ({
  open,
}) => {
  const ann = await open(["Et. [b]", "To."]);
  await ann.caretIn("Et.", "Home");
  await ann.press("Control+a");
  expect(await row(ann, "3.1").getAttribute("aria-pressed")).toBe("mixed");
  await row(ann, "3.1").click();
  expect(await ann.lines()).toEqual(["Et. [b]", "To. [b]"]);
  expect(await row(ann, "3.1").getAttribute("aria-pressed")).toBe("true");
});

test("[L6] a clause is pulled out of the source onto a paragraph, which a line marks; the caret stays where it was", async ({
  open,
}) => {
  const ann = await open(["Her skrives.", "Om medicin."]);
  await ann.caretIn("Her skrives.");
  await pull(ann, row(ann, "3.2"), ann.text.getByText("Om medicin."));
  await expect(ann.page.getByText("Slip for at knytte afsnittet til 3.2")).toBeVisible();
  await expect(ann.page.locator(".drop-line")).toHaveCount(1);
  await ann.page.mouse.up();
  expect(await ann.lines()).toEqual(["Her skrives.", "Om medicin. [c]"]);
  await ann.type(" Videre.");
  expect((await ann.lines())[0]).toBe("Her skrives. Videre.");
  await pull(ann, row(ann, "3.1"), ann.text.getByText("Om medicin."));
  await ann.press("Escape");
  await ann.page.mouse.up();
  expect(await ann.lines()).toEqual(["Her skrives. Videre.", "Om medicin. [c]"]);
});

test("[L9] what the words point to is offered when one rests, taken by one key, and never taken by itself", async ({
  open,
}) => {
  const ann = await open(["Først.", "Andet."]);
  await ann.caretIn("Først.");
  await ann.type(` ${REMARK}`);
  await expect(offer(ann)).toHaveAccessibleName(/3\.1/);
  await expect(row(ann, "3.1")).toContainText("foreslået");
  expect((await ann.lines())[0]).toBe(`Først. ${REMARK}`);
  const { violations } = await new AxeBuilder({ page: ann.page }).include(".chips").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await ann.press("Alt+Enter");
  expect((await ann.lines())[0]).toBe(`Først. ${REMARK} [b]`);
  await expect(offer(ann)).toHaveCount(0);
  await ann.press("Control+z");
  expect((await ann.lines())[0]).toBe(`Først. ${REMARK}`);
});

test("[L9] what is waved away is not offered again for that paragraph, and who only reads is offered nothing", async ({
  open,
}) => {
  const text = REMARK;
  const ann = await open([text, "Andet."]);
  await ann.caretIn(text);
  await expect(offer(ann)).toHaveCount(1);
  await ann.press("Escape");
  await expect(offer(ann)).toHaveCount(0);
  await ann.caretIn("Andet.");
  await ann.caretIn(text);
  await ann.type(" Igen.");
  // Long enough for an offer to have come.
  await rest(ann);
  await expect(offer(ann)).toHaveCount(0);
  const bo = await open([text], { access: "read" });
  await bo.text.getByText(text).click();
  await rest(bo);
  await expect(offer(bo)).toHaveCount(0);
});

test("[L10] a linked heading offers what stands under it, and what is written there later is offered the same", async ({
  open,
}) => {
  const ann = await open(["Udskrivning", "Et.", "To.", "Andet"]);
  await ann.caretIn("Andet", "Home");
  await ann.type("# ");
  await ann.caretIn("Udskrivning", "Home");
  await ann.type("# ");
  await row(ann, "3.1").click();
  await expect(offer(ann)).toHaveAccessibleName(/Gælder også de 2 afsnit herunder/);
  await ann.press("Alt+Enter");
  expect(await ann.lines()).toEqual(["heading1: Udskrivning [b]", "Et. [b]", "To. [b]", "heading1: Andet"]);
  await ann.press("Control+z");
  expect((await ann.lines())[1]).toBe("Et.");
  await ann.press("Control+y");
  await ann.caretIn("To.");
  await ann.press("Enter");
  await ann.type("Senere.");
  await expect(offer(ann)).toHaveAccessibleName(/som overskriften/);
  expect((await ann.lines())[3]).toBe("Senere.");
  await offer(ann).click();
  expect((await ann.lines())[3]).toBe("Senere. [b]");
});

test("[L11] the source follows the caret to what its paragraph is linked to, and stays where the person has scrolled it", async ({
  open,
}) => {
  const ann = await open(["Om unge. [d]", "Uden.", "Om besked. [b]"], { size: { width: 1440, height: 420 } });
  const list = ann.page.locator(".source-list");
  await ann.caretIn("Om unge.");
  await expect(row(ann, "Mål 2")).toBeInViewport();
  await list.hover();
  await ann.page.mouse.wheel(0, -2000);
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(0);
  await ann.caretIn("Uden.");
  await ann.caretIn("Om unge.");
  expect(await list.evaluate((element) => element.scrollTop)).toBe(0);
  // It catches up by itself when it was left alone.
  await expect.poll(() => list.evaluate((element) => element.scrollTop), { timeout: 8000 }).toBeGreaterThan(0);
  await expect(ann.text).toBeFocused();
});

test("[L12] all five words are said from one place in the source, and who only reads has none of them", async ({
  open,
}) => {
  const ann = await open(["Om besked.", "Om medicin."]);
  await ann.caretIn("Om besked.");
  await row(ann, "3.1").hover();
  await ann.page.getByRole("button", { name: "Holdning til 3.1" }).click();
  const choice = ann.page.getByRole("group", { name: "Holdning til 3.1" });
  expect(await choice.getByRole("button").allTextContents()).toEqual([
    "+ Støtter",
    "! Opmærksomhedspunkt",
    "→ Ændringsforslag",
    "? Spørgsmål",
    " Ingen bemærkninger",
  ]);
  await choice.getByRole("button", { name: "Spørgsmål" }).click();
  const { blocks, links } = await ann.document();
  expect(links[blocks[0]?.id ?? ""]?.[0]?.stance).toBe("question");
  await row(ann, "3.2").hover();
  await ann.page.getByRole("button", { name: "Holdning til 3.2" }).click();
  await ann.page.getByRole("button", { name: "Ingen bemærkninger" }).click();
  await expect(row(ann, "3.2")).toContainText("Ingen bemærkninger");
  await ann.page.getByText("3.2: ingen bemærkninger").waitFor({ state: "attached" });
  const bo = await open(["Om besked. [b]"], { access: "read" });
  await expect(bo.page.getByRole("button", { name: "Holdning til 3.1" })).toHaveCount(0);
});

test("[L5] on a telephone the search is a sheet at the top, where several are chosen by tapping", async ({ open }) => {
  const ann = await open(["Om begge."], { size: { width: 390, height: 844 } });
  await ann.caretIn("Om begge.");
  await ann.page.getByRole("button", { name: /Henvis til punkt/ }).click();
  const sheet = ann.page.locator(".link-search");
  const box = await sheet.boundingBox();
  expect(box?.y).toBeLessThan(40);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await ann.page.getByRole("option", { name: /^3\.1/ }).click();
  expect(await ann.lines()).toEqual(["Om begge. [b]"]);
  const overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
  expect(await ann.page.evaluate(overflow)).toBe(false);
});

/** Takes hold of a row and carries it over an element, without letting go. */
async function pull({ page }: EditorPage, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("Expected both to be on the page");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
}

/** The time in which an offer would have come, measured by the page's own clock and spare time. */
function rest({ page }: EditorPage): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) =>
        setTimeout(() => requestIdleCallback(() => requestAnimationFrame(() => done())), 1000),
      ),
  );
}
