import { expect, type Page } from "playwright/test";
import type { EditorPage } from "../editor/browser";
import { test } from "../editor/fixture";

const LINES = Array.from({ length: 320 }, (_, index) => `Afsnit ${index} om målet.`);

test("[E34] a text on sheets is written in at their edges, numbered over them, searched, selected and printed whole", async ({
  open,
}) => {
  const ann = await open(LINES);
  const { page } = ann;
  await expect.poll(() => edgesOf(page)).not.toEqual([]);

  await ann.caretIn("Afsnit 0 om målet.");
  await ann.press("Control+End");
  await ann.type(" Til sidst.");
  await expect(ann.text.getByText("Afsnit 319 om målet. Til sidst.")).toBeInViewport();
  await ann.press("Control+Home");
  await ann.type("Først: ");
  await expect(ann.text.getByText("Først: Afsnit 0 om målet.")).toBeInViewport();

  const [edge = ""] = await edgesOf(page);
  await ann.caretIn(edge);
  await ann.press("Enter");
  await ann.type("Efter kanten.");
  await ann.press("Enter");
  await ann.type("1. et");
  for (const item of ["to", "tre", "fire"]) {
    await ann.press("Enter");
    await ann.type(item);
  }
  const at = LINES.indexOf(edge);
  const items = ["Efter kanten.", "ordered: et", "ordered: to", "ordered: tre", "ordered: fire"];
  expect((await ann.lines()).slice(at, at + 7)).toEqual([edge, ...items, LINES[at + 1]]);
  expect(await isInOrder(ann, [edge, "Efter kanten.", "et", "fire", LINES[at + 1] ?? ""])).toBe(true);
  expect(await numbersOn(page)).toEqual(["1", "2", "3", "4"]);

  await ann.press("Control+f");
  await ann.type("Afsnit 300 om");
  await expect(page.locator(".find-count")).toHaveText("1 af 1 sted");
  await expect(page.locator(".is-found-now")).toBeInViewport();
  await ann.press("Escape", "Control+Home");
  // The browser's own search, as far as a script may ask for it.
  expect(await page.evaluate(`window.find("Afsnit 250 om")`)).toBe(true);
  await expect(ann.text.getByText("Afsnit 250 om målet.")).toBeInViewport();

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await ann.caretIn("Afsnit 250 om målet.");
  await ann.press("Control+Home", "Control+Shift+End", "Control+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const line of LINES) expect(copied).toContain(line);

  await page.emulateMedia({ media: "print" });
  expect(await drawing(page)).toEqual(["visible"]);
});

test("[E20] [E24] three thousand paragraphs are pasted as one step, and taken back as one", async ({ open }) => {
  const ann = await open(["Tekst."]);
  await ann.caretIn("Tekst.");
  const html = Array.from(
    { length: 3000 },
    (_, index) =>
      `<p class="MsoNormal" style="margin:0cm;line-height:115%;font-size:11pt">Afsnit ${index} om målet.</p>`,
  ).join("");
  await ann.paste(`<html><body>${html}</body></html>`);
  await expect.poll(async () => (await ann.lines()).length, { timeout: 60_000 }).toBe(3000);
  const there = await ann.lines();
  expect([there[0], there.at(-1)]).toEqual(["Tekst.Afsnit 0 om målet.", "Afsnit 2999 om målet."]);
  await ann.press("Control+z");
  expect(await ann.lines()).toEqual(["Tekst."]);
});

/** The words of the last paragraph on each sheet but the last. */
function edgesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slots = document.querySelector(".text")?.shadowRoot?.querySelectorAll("slot") ?? [];
    return [...slots].slice(0, -1).map((slot) => slot.assignedElements().at(-1)?.textContent ?? "");
  });
}

async function isInOrder({ text }: EditorPage, words: readonly string[]): Promise<boolean> {
  const tops: number[] = [];
  for (const line of words) tops.push((await text.getByText(line, { exact: true }).boundingBox())?.y ?? -1);
  return tops.every((top, index) => top > (tops[index - 1] ?? -1));
}

/** As who listens is told them: they are drawn by the style sheet alone. */
async function numbersOn(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const said = nodes.filter(({ role }) => role?.value === "StaticText").map(({ name }) => String(name?.value).trim());
  return said.filter((words, index) => /^\d+$/.test(words) && said[index + 1] === ".");
}

function drawing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slots = document.querySelector(".text")?.shadowRoot?.querySelectorAll("slot") ?? [];
    return [...new Set([...slots].map((slot) => getComputedStyle(slot).contentVisibility))];
  });
}
