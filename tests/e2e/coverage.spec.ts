import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, hearingBegun, saving } from "./steps";

const TITLE = "Høring til dækning";

test("[C6] [C7] [C8] [C9] coverage by keyboard alone: answered, undone, narrowed, watched, printed and taken along", async ({
  signIn,
  complaints,
}, info) => {
  complaints.allow(/status of 401/);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, TITLE);
  await coordinator.getByRole("link", { name: "Dækning" }).click();
  await expect(coordinator).toHaveURL(/daekning$/);
  const address = new URL(coordinator.url()).pathname;
  const social = await signIn("bidragyder.social");
  await social.goto(address);

  await test.step("one key says 'ingen bemærkninger', another takes it back, and the focus stays", async () => {
    await intoGrid(social);
    await downToHole(social);
    await social.keyboard.press("i");
    await expect(focused(social)).toContainText("Ingen bemærkninger");
    await expect(told(social)).toContainText("ingen bemærkninger");
    await settled(social, 1);
    await social.keyboard.press("Control+z");
    await expect(focused(social)).toContainText("Ikke set på");
    await settled(social, 0);
  });
  await test.step("the cell's sheet gives the other answers, and leads back to its cell", async () => {
    await social.keyboard.press("Enter");
    const sheet = social.getByRole("dialog");
    await expect(sheet.getByRole("button", { name: "Ingen bemærkninger" })).toBeFocused();
    await faultless(social);
    await social.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await social.keyboard.press("Enter");
    await social.keyboard.press("Tab");
    await social.keyboard.press("Enter");
    await expect(focused(social)).toContainText("Ikke relevant");
    await settled(social, 1);
  });
  await test.step("holes alone; what is answered meanwhile stays until the view is asked for anew", async () => {
    const holes = social.getByRole("checkbox", { name: /^Huller/ });
    const all = await social.getByRole("gridcell").count();
    await holes.focus();
    await social.keyboard.press("Space");
    await expect(social).toHaveURL(/\?vis=huller$/);
    await expect(social.getByRole("gridcell")).not.toHaveCount(all);
    const rows = await social.getByRole("gridcell").count();
    await intoGrid(social);
    await social.keyboard.press("i");
    await settled(social, 2);
    await expect(social.getByRole("gridcell")).toHaveCount(rows);
    await social.reload();
    await expect(social.getByRole("gridcell")).toHaveCount(rows - 1);
    await expect(holes).toBeChecked();
  });
  await test.step("a word of the clause's text narrows it further", async () => {
    await social.getByRole("searchbox", { name: "Ord i bestemmelsen" }).focus();
    await social.keyboard.type("ambulance og blomster");
    await expect(social.getByText("Ingen punkter passer")).toBeVisible();
    await social.getByRole("link", { name: "Vis alt" }).press("Enter");
    await expect(social).toHaveURL(/daekning$/);
  });

  await test.step("who looks sees what others write, and keeps the focus", () =>
    watched(coordinator, social, response));
  await test.step("on paper: a table with its head, letters, the hearing and the time", () =>
    printed(coordinator, info));
  await test.step("for a spreadsheet: what the page shows", () => takenAlong(coordinator));
  await test.step("what is refused says so, and the cell is as it was", () => refused(social, address));
  await faultless(coordinator);
});

async function watched(coordinator: Page, social: Page, response: string): Promise<void> {
  await intoGrid(coordinator);
  await downToHole(coordinator);
  const cell = focused(coordinator);
  const name = (await cell.getByRole("button").getAttribute("aria-label")) ?? "";
  const number = name.split(",")[0] ?? "";
  await social.goto(response);
  await caretUnder(social, CHAPTER_HEADING);
  await social.keyboard.type("Vi vil gerne høre mere. ");
  await social.keyboard.press("Control+k");
  await social.keyboard.type(number);
  await social
    .getByRole("option", { name: new RegExp(`^${number.replaceAll(".", "\\.")}`) })
    .first()
    .waitFor();
  await social.keyboard.press("Enter");
  await expect(saving(social, "Gemt")).toBeVisible();
  await expect(cell.getByRole("link", { name: new RegExp(`^${number}, Socialservice: besvaret`) })).toBeVisible();
  await expect(cell).toBeFocused();
}

async function printed(page: Page, info: { outputPath(name: string): string }): Promise<void> {
  await page.emulateMedia({ media: "print" });
  // The page's own head is left out; the sheet has one, and says the name again above each sheet's columns.
  await expect(page.getByRole("heading", { name: TITLE, level: 1 })).toHaveCount(1);
  await expect(page.getByText(/Opgjort \d+\. \p{L}+ \d{4} kl\. \d\d\.\d\d/u)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Huller/ })).toBeHidden();
  const letters = await page
    .locator("td [data-state]")
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content.replaceAll('"', "")));
  expect(new Set(letters)).toEqual(new Set(["B", "N", "R", "M"]));
  await page.screenshot({ path: info.outputPath("print.png"), fullPage: true });
  await page.emulateMedia({ media: null });
}

async function takenAlong(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "Hent til Excel" });
  const [file] = await Promise.all([page.waitForEvent("download"), link.press("Enter")]);
  expect(file.suggestedFilename()).toMatch(/^Dækning HS-\d{4}-\d{4} \d{4}-\d{2}-\d{2}\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  const [head, ...lines] = text.trimEnd().split("\r\n");
  expect(head).toBe("\uFEFFNummer;Bestemmelse;Center;Status;Grundlag;Bemærkninger;Intern frist;Forsinket");
  expect(lines.filter((line) => line.includes("Center for Socialservice"))).toHaveLength(lines.length);
  expect(lines.some((line) => /;Besvaret;tekst i svaret;1;\d\d-\d\d-\d{4};$/.test(line))).toBe(true);
}

/** Signed out in another tab meanwhile. */
async function refused(social: Page, address: string): Promise<void> {
  await social.goto(address);
  await intoGrid(social);
  await downToHole(social);
  await social.context().clearCookies();
  await social.keyboard.press("i");
  await expect(social.getByRole("alert")).toContainText("Du er blevet logget ud");
  await expect(focused(social)).toContainText("Ikke set på");
}

/** With Tab to the grid, which takes one place in that order, and from the clause to its first cell. */
async function intoGrid(page: Page): Promise<Locator> {
  // There when the page's script is.
  await page.getByRole("button", { name: "Udskriv", exact: true }).waitFor();
  await page.getByRole("searchbox").focus();
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press("Tab");
    const role = await focused(page).getAttribute("role");
    if (role === "rowheader") await page.keyboard.press("ArrowRight");
    if (role === "rowheader" || role === "gridcell") return focused(page);
  }
  throw new Error("Expected Tab to lead from the filters into the grid.");
}

/** The demo's chapter is the third; what was given to nobody is passed. */
async function downToHole(page: Page): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await focused(page).textContent())?.includes("Ikke set på")) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error("Expected a cell further down that nobody has looked at.");
}

function focused(page: Page): Locator {
  return page.locator(":focus");
}

function told(page: Page): Locator {
  return page.getByRole("status").filter({ hasText: /\S/ });
}

async function settled(page: Page, count: number): Promise<void> {
  await expect(page.getByText(new RegExp(`^${count} af \\d+ afklaret$`))).toBeVisible();
}

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`),
  ).toEqual([]);
}
