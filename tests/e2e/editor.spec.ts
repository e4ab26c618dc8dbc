import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "playwright/test";
import { test } from "../editor/fixture";
import { link } from "../editor/words";

test("[E1] signs at the start of a paragraph say what it is, and Backspace takes that back", async ({ open }) => {
  const ann = await open([""]);
  await ann.text.click();
  for (const typed of ["# Titel", "- punkt", "", "1. første", "", "> citat"]) {
    await ann.type(typed);
    await ann.press("Enter");
  }
  const made = await ann.lines();
  expect(made.filter((line) => !line.endsWith(": ") && line !== "")).toEqual([
    "heading1: Titel",
    "bullet: punkt",
    "ordered: første",
    "quote: citat",
  ]);
  await ann.caretIn("punkt", "Home");
  await ann.press("Tab", "Tab", "Shift+Tab");
  expect(await ann.lines()).toContain("bullet1: punkt");
  await ann.press("Backspace");
  expect(await ann.lines()).toEqual(["heading1: Titel", "punkt", "ordered: første", "quote: citat", "quote: "]);
});

test("[E2] Enter, Backspace and Delete from the keyboard keep ids and links as they should", async ({ open }) => {
  const ann = await open(["Vi støtter målet. [a]", "Mere. [b]"]);
  await ann.caretIn("Vi støtter målet.");
  await ann.press("Enter");
  await ann.type("Nyt");
  expect(await ann.lines()).toEqual(["Vi støtter målet. [a]", "Nyt", "Mere. [b]"]);
  await ann.caretIn("Mere.", "Home");
  await ann.press("Backspace");
  expect(await ann.lines()).toEqual(["Vi støtter målet. [a]", "NytMere. [b]"]);
  // Done in one breath, taken back in one; a slow machine takes several for it.
  for (let breath = 0; breath < 4; breath++) {
    await ann.press("Control+z");
    if ((await ann.lines()).join() === "Vi støtter målet. [a],Mere. [b]") break;
  }
  expect(await ann.lines()).toEqual(["Vi støtter målet. [a]", "Mere. [b]"]);
  expect(await ann.ids()).toEqual(["block-01", "block-02"]);
});

test("[E2] a whole paragraph copied and pasted on an empty line gets a new id and the links", async ({ open }) => {
  const ann = await open(["Vi støtter. [a]", "", "Til sidst."]);
  await ann.text.getByText("Vi støtter.").click({ clickCount: 3 });
  await ann.press("Control+c", "ArrowDown", "Control+v");
  expect(await ann.lines()).toEqual(["Vi støtter. [a]", "Vi støtter. [a]", "Til sidst."]);
  const ids = await ann.ids();
  expect(ids[0]).toBe("block-01");
  expect(new Set(ids).size).toBe(3);
});

test("[E2] a whole paragraph cut and pasted elsewhere keeps its id and links", async ({ open }) => {
  const ann = await open(["Vi støtter. [a]", "Andet.", ""]);
  await ann.text.getByText("Vi støtter.").click({ clickCount: 3 });
  await ann.press("Control+x", "ArrowDown", "ArrowDown", "Control+v");
  expect(await ann.lines()).toEqual(["", "Andet.", "Vi støtter. [a]"]);
  expect((await ann.ids())[2]).toBe("block-01");
});

test("[E2] some words out of a paragraph take nothing along", async ({ open }) => {
  const ann = await open(["Vi støtter målet. [a]", ""]);
  await ann.caretIn("Vi støtter målet.", "Home");
  await ann.press("Shift+ArrowRight", "Shift+ArrowRight", "Control+c", "ArrowDown", "Control+v");
  expect(await ann.lines()).toEqual(["Vi støtter målet. [a]", "Vi"]);
});

test("[E2] Alt and an arrow move a paragraph with id and links", async ({ open }) => {
  const ann = await open(["En. [a]", "To. [b]"]);
  await ann.caretIn("To.");
  await ann.press("Alt+ArrowUp");
  expect(await ann.lines()).toEqual(["To. [b]", "En. [a]"]);
  expect(await ann.ids()).toEqual(["block-02", "block-01"]);
});

test("[E2] a paragraph dragged elsewhere keeps its links", async ({ open }) => {
  const ann = await open(["En. [a]", "To.", "Tre."]);
  await ann.text.getByText("En.").click({ clickCount: 3 });
  const from = await ann.text.getByText("En.").boundingBox();
  const to = await ann.text.getByText("Tre.").boundingBox();
  await ann.page.mouse.move(from!.x + 8, from!.y + 10);
  await ann.page.mouse.down();
  await ann.page.mouse.move(to!.x + 100, to!.y + 30, { steps: 8 });
  await ann.page.mouse.up();
  expect(await ann.lines()).toEqual(["", "To.", "Tre.", "En. [a]"]);
  expect((await ann.ids())[3]).toBe("block-01");
});

test("[E5] pasted HTML becomes our own blocks: nothing else comes in, and foreign ids are replaced", async ({
  open,
}) => {
  const ann = await open(["Start. [a]"]);
  await ann.caretIn("Start.");
  await ann.press("Enter");
  await ann.paste(`
    <h1 onclick="alert(1)" data-block-id="block-01">Titel</h1><script>window.hacked = true</script>
    <ul><li><p>et</p><ol><li>inderst</li></ol></li><li>to</li></ul>
    <p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">·</span>fra Word</p>
    <blockquote><p>citat</p></blockquote>
    <p data-block-id="evil|id"><a href="javascript:alert(1)">klik</a> <a href="https://kl.dk/">KL</a> <img src=x onerror="window.hacked=1"></p>`);
  expect(await ann.lines()).toEqual([
    "Start. [a]",
    "heading1: Titel [a]",
    "bullet: et",
    "ordered1: inderst",
    "bullet: to",
    "bullet1: fra Word",
    "quote: citat",
    "klik KL",
  ]);
  const ids = await ann.ids();
  expect(new Set(ids).size).toBe(ids.length);
  expect(JSON.stringify(await ann.document())).not.toContain("javascript");
  expect(await ann.page.evaluate("window.hacked")).toBeUndefined();
});

test("[E5] links pasted from another response are kept only to what this one comments on", async ({ open }) => {
  const ann = await open(["Start."]);
  await ann.caretIn("Start.");
  await ann.press("Enter");
  const known = `clause:${link("b").id}:${link("a").center}`;
  const unknown = `clause:${link("f").id}:${link("a").center}`;
  await ann.paste(`<p data-block-id="fremmed-01" data-links="${known} ${unknown} x:y:z">Fra en anden</p><p>Ny</p>`);
  expect(await ann.lines()).toEqual(["Start.", "Fra en anden [b]", "Ny"]);
  expect(await ann.ids()).not.toContain("fremmed-01");
});

test("[E9] two people write in one paragraph, and each sees the other by name", async ({ open }) => {
  const page = await open(["Fælles."], { people: ["Ann", "Ben"] });
  await page.of("Ann").getByText("Fælles.").click();
  await page.press("End");
  await page.type(" Ann.");
  await page.of("Ben").locator(".collaboration-carets__label", { hasText: "Ann" }).waitFor();
  await page.of("Ben").getByRole("listitem").filter({ hasText: "Ann" }).waitFor();
  await page.of("Ben").getByText("Fælles. Ann.").click();
  await page.press("Home");
  await page.type("Ben. ");
  expect(await page.lines()).toEqual(["Ben. Fælles. Ann."]);
  await page
    .of("Ann")
    .getByText(/^Ben\. (Ben)?Fælles\. Ann\./)
    .waitFor();
});

test("[E2] a table is put in after the paragraph, with blocks of their own ids in its cells", async ({ open }) => {
  const ann = await open(["Før."]);
  await ann.caretIn("Før.");
  await ann.page.getByRole("button", { name: "Indsæt tabel" }).click();
  await ann.press("Enter");
  await ann.type("Mål");
  await ann.press("Tab");
  await ann.type("Svar");
  const { blocks } = await ann.document();
  expect(blocks.map(({ type }) => type)).toEqual(["block", "table", "block"]);
  const ids = [...(await ann.ids()), ...blocks.map(({ id }) => id)];
  expect(ids.every((id) => id.length >= 8)).toBe(true);
  expect((await ann.lines()).slice(0, 3)).toEqual(["Før.", "Mål", "Svar"]);
});

test("[E9] a reader sees text and chips and can change nothing", async ({ open }) => {
  const ann = await open(["Om besked. [b]"], { access: "read" });
  expect(await ann.text.getAttribute("contenteditable")).toBe("false");
  expect(await ann.page.getByRole("toolbar").count()).toBe(0);
  await ann.page.getByText("Du kan læse teksten, men ikke ændre den.").waitFor();
  await ann.page.getByRole("button", { name: "Henviser til 3.1" }).hover();
  expect(await ann.page.getByRole("button", { name: "Fjern henvisningen" }).count()).toBe(0);
});

test("[E1] axe finds no fault with the editor, its lists, margin, search and source", async ({ open }) => {
  const ann = await open(["# Titel", "Om besked. [b c]", ""], { people: ["Ann"] });
  await ann.caretIn("Om besked.");
  await ann.press("Control+Shift+8", "Control+k");
  const { violations } = await new AxeBuilder({ page: ann.page })
    .disableRules(["region", "landmark-one-main", "page-has-heading-one"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
