import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, hearingBegun, saving, text, wordsIn } from "./steps";

const LATER = /\/assets\/(around|who-wrote)-/;

test("[E40] what stands around the text cannot be fetched: one writes on, is told, and gets it when it can be had", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/ERR_FAILED|Failed to (fetch|load)/);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring uden værktøjer");
  const writer = await signIn("bidragyder.social");
  await writer.route(LATER, (route) => route.abort());
  await writer.goto(response);
  await expect(writer.getByRole("alert")).toContainText("Du kan skrive imens");

  // Nothing waits for a desk that does not come: neither a sign nor what is typed behind a key of the desk's.
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Se § 3 i loven.");
  await writer.keyboard.press("F2");
  await writer.keyboard.type(" Og videre.");
  expect(await wordsIn(writer)).toContain("Se § 3 i loven. Og videre.");
  await expect(saving(writer, "Gemt")).toBeVisible();
  await expect(text(coordinator)).toContainText("Og videre.");

  await writer.unroute(LATER);
  await writer.route(/\/assets\/who-wrote-/, (route) => route.abort());
  await writer.getByRole("button", { name: "Prøv igen" }).click();
  await expect(writer.getByRole("toolbar")).toBeVisible();
  await expect(writer.getByText("Du kan skrive imens")).toHaveCount(0);
  await expect(text(writer)).toBeFocused();

  // A part of it that is asked for and does not come takes nothing else with it.
  await writer.keyboard.press("F9");
  const missing = writer.getByRole("dialog", { name: "Kunne ikke hentes" });
  await expect(missing).toBeVisible();
  await writer.keyboard.press("Escape");
  await expect(missing).toHaveCount(0);
  await writer.keyboard.type(" Stadig her.");
  expect(await wordsIn(writer)).toContain("Og videre. Stadig her.");
  await writer.unroute(/\/assets\/who-wrote-/);
  await writer.keyboard.press("F9");
  await expect(writer.getByRole("dialog", { name: "Hvem skrev" })).toBeVisible();
});

test("[E40] the editor itself cannot be fetched: the text is read, and opens by itself when it can be had", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/ERR_FAILED|Failed to (fetch|load)/);
  const writer = await signIn("tovholder");
  const response = await demoText(writer);
  await writer.route(/\/assets\/response-editor-/, (route) => route.abort());
  await writer.goto(response);
  await expect(writer.getByRole("alert")).toContainText("Siden prøver igen af sig selv");
  await expect(writer.getByRole("heading", { name: "Generelle bemærkninger" })).toBeVisible();
  await writer.unroute(/\/assets\/response-editor-/);
  await expect(text(writer)).toBeVisible();
  await expect(writer.getByText("Siden prøver igen af sig selv")).toHaveCount(0);
  await expect.poll(() => stylesMissing(writer)).toEqual([]);
});

for (const [who, size] of [
  ["tovholder", { width: 1440, height: 900 }],
  ["tovholder", { width: 390, height: 844 }],
  ["leder.social", { width: 390, height: 844 }],
] as const)
  test(`[E41] from the first word to the whole desk no line of the text moves, for ${who} at ${size.width}`, async ({
    signIn,
  }) => {
    const page = await signIn(who, { viewport: size });
    const response = await demoText(page);
    await page.addInitScript(watchFirstLine);
    await page.goto(response);
    await expect(page.getByRole("region", { name: "Om teksten" })).toBeAttached();
    await expect(page.locator(".chip-group").first()).toBeAttached();
    await expect(page.getByRole("button", { name: "Foreslå" })).toBeVisible();
    expect(await page.evaluate(() => [...(window as unknown as { places: Set<string> }).places])).toHaveLength(1);
  });

/** The demo's own text, which has words in it. */
async function demoText(page: Page): Promise<string> {
  await page.goto("/hoeringer");
  await page.getByRole("link", { name: "Høring om samarbejdsaftale om voksne med psykisk sygdom" }).first().click();
  const skriv = page.getByRole("link", { name: "Skriv", exact: true });
  return (await skriv.getAttribute("href")) ?? "";
}

/** Where the first line of the text stands, in each frame from when its letters are here. */
function watchFirstLine(): void {
  const places = new Set<string>();
  Object.assign(window, { places });
  const look = () => {
    const line = document.querySelector(".opening-text > *, .text > *");
    if (line && document.fonts.check("1rem 'IBM Plex Sans'")) {
      const { left, top, width, height } = line.getBoundingClientRect();
      places.add([left, top, width, height].map(Math.round).join(" "));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Addresses of styles that no element of the page has. */
function stylesMissing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
    const here = new Set(links.flatMap(({ sheet, href }) => (sheet ? [href] : [])));
    return links.map(({ href }) => href).filter((href) => !here.has(href));
  });
}
