import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";

const PAPER = `# Aftale om nabohjælp

## 1 Formål

1.1 Naboer hjælper hinanden. Hjælpen er gratis.

1.2 Ingen er tvunget til at hjælpe.

En bemærkning fra redaktionen.

Side 3 af 9.

## 2 Ordning

2.1 Hver vej har en tovholder [navn].

2.2 Tovholderen fører en liste.
`;

const tree = (page: Page) => page.getByRole("tree", { name: "Punkter i læserækkefølge" });
const rows = (page: Page) => tree(page).getByRole("treeitem");
const row = (page: Page, words: string | RegExp) => rows(page).filter({ hasText: words });
const standsOn = (page: Page, words: string | RegExp) => expect(page.locator(":focus")).toContainText(words);

async function propose(page: Page, title: string): Promise<void> {
  await page.goto("/kilder/ny");
  await page.getByLabel("Titel").fill(title);
  await page.getByLabel("Type").selectOption("agreement");
  await page.getByLabel("Udgiver").fill("Vejlauget");
  await page.getByLabel("Udgave").fill("Udkast");
  await page.getByLabel("Indsæt teksten").fill(PAPER);
  await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
  await expect(tree(page)).toBeVisible({ timeout: 30_000 });
}

/** Every row as "level kind words". */
async function outline(page: Page): Promise<string[]> {
  return rows(page).evaluateAll((all) =>
    all.map((one) => {
      const kind = one.querySelector(".kind")?.textContent;
      const words = (one.querySelector(".node-words")?.textContent ?? "").trim().slice(0, 24).trim();
      return `${one.getAttribute("aria-level")} ${kind} ${words}`;
    }),
  );
}

/** All is answered: what is read now is the server's, not the page's hope. */
async function asKept(page: Page): Promise<string[]> {
  await expect(page.getByText("Gemmer …")).toBeHidden();
  await page.reload();
  await expect(tree(page)).toBeVisible();
  return outline(page);
}

function caretBefore(page: Page, words: string): Promise<boolean> {
  const field = page.getByLabel("Tekst", { exact: true });
  return field.evaluate((one: HTMLTextAreaElement, start) => one.value.indexOf(start) <= one.selectionStart, words);
}

async function expectNoFaults(page: Page): Promise<void> {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("[S3] a proposal is finished with the keyboard alone", async ({ signIn }) => {
  const page = await signIn("tovholder");
  await propose(page, "Nabohjælp, tastet");
  await rows(page).first().focus();
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  // To a number, down to what follows it, and both left out at once.
  await page.keyboard.type("1.2");
  await standsOn(page, "1.2");
  await keys("n");
  await standsOn(page, "[navn]");
  await page.keyboard.type("1.1");
  await standsOn(page, "Hjælpen er gratis");
  // Split before the second sentence: the caret goes on in the second half.
  await keys("Enter", "Control+Home");
  while (!(await caretBefore(page, "Hjælpen"))) await keys("ArrowRight");
  await keys("Control+Enter");
  await expect(page.getByLabel("Tekst", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Tekst", { exact: true })).toHaveValue("Hjælpen er gratis.");
  await keys("Escape");
  await standsOn(page, "Hjælpen er gratis");
  // A name for it, then its own kind, one step further in, and back again.
  await keys("r");
  await page.keyboard.type("Pris");
  await keys("Escape", "m", "Alt+ArrowRight");
  await expect(row(page, "Pris")).toHaveAttribute("aria-level", "3");
  await keys("z", "Alt+ArrowUp", "Alt+ArrowUp");
  await expect(page.getByText("Punktet kan ikke flyttes længere i den retning.")).toBeVisible();
  await standsOn(page, "Pris");
  // What the reader should not see: chosen together, left out together.
  await keys("End", "Shift+ArrowUp", "t", "z", "?");
  await expect(page.getByRole("heading", { name: "Tastaturgenveje" })).toBeVisible();
  await keys("?");
  await expectNoFaults(page);
  const shown = await outline(page);
  expect(await asKept(page)).toEqual(shown);
  expect(shown.slice(0, 4)).toEqual([
    "1 Kapitel Aftale om nabohjælp",
    "1 Kapitel 1 Formål",
    expect.stringMatching(/^2 Mål Pris/),
    expect.stringMatching(/^2 Bestemmelse 1\.1/),
  ]);
});

test("[S3] a proposal is put right with the mouse: dragged, joined, chosen together, undone", async ({ signIn }) => {
  const page = await signIn("tovholder");
  await propose(page, "Nabohjælp, trukket");
  const before = await outline(page);
  const dragged = row(page, "2.2 ");
  await dragged.hover();
  await dragged.locator(".grip").dragTo(row(page, "1.2 "), { targetPosition: { x: 60, y: 4 } });
  await expect(rows(page).nth(3)).toContainText("2.2");
  await row(page, "1.1 ").click();
  await row(page, "2.2 ").click({ modifiers: ["Shift"] });
  await expect(page.getByRole("heading", { name: "2 punkter er valgt" })).toBeVisible();
  await page.getByRole("button", { name: "Saml dem til ét" }).click();
  await expect(rows(page)).toHaveCount(before.length - 1);
  await page.getByRole("button", { name: /^Fortryd/ }).click();
  await page.getByRole("button", { name: /^Fortryd/ }).click();
  await expect.poll(() => outline(page)).toEqual(before);
  expect(await asKept(page)).toEqual(before);
});

test("two who correct one paper: the later is told at the row, and sees what the other did", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/409/);
  const one = await signIn("tovholder");
  await propose(one, "Nabohjælp, samtidig");
  const other = await one.context().newPage();
  complaints.watch(other.context());
  await other.goto(one.url());
  await row(other, "1.2 ").click();
  await other.keyboard.press("m");
  await expect(other.getByText("Gemmer …")).toBeHidden();
  await row(one, "2.1 ").click();
  await one.keyboard.press("m");
  await expect(one.getByText("En anden har rettet opdelingen imens.", { exact: false })).toBeVisible();
  await expect(row(one, "1.2 ").locator(".kind")).toHaveText("Mål");
  await expect(row(one, "2.1 ").locator(".kind")).toHaveText("Bestemmelse");
  await standsOn(one, "2.1");
  await one.keyboard.press("m");
  await expect(row(one, "2.1 ").locator(".kind")).toHaveText("Mål");
});

test("[S18] [S20] [S22] a source in use is corrected: a new edition, the log, and nothing lost", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/409/);
  const page = await signIn("tovholder");
  await page.goto("/kilder");
  await page
    .getByRole("link", { name: /Samarbejdsaftale om voksne/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Ret opdelingen" }).click();
  await expect(tree(page)).toBeVisible();
  await rows(page).first().focus();
  await page.keyboard.type("1.2");
  await expect(row(page, /^.{0,20}1\.2/).getByText("I brug")).toBeVisible();
  await page.keyboard.press("t");
  await expect(page.getByText(/Der er bemærkninger, svar eller fordelinger på punktet/)).toBeVisible();
  await expect(row(page, /^.{0,20}1\.2/).locator(".kind")).toHaveText("Bestemmelse");
  await page.keyboard.press("r");
  await page.keyboard.type("Fælles ansvar");
  await page.keyboard.press("Escape");
  await expect(page.getByText(/Udgave 1\.1 ·/)).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText(/Udgave 1\.2 ·/)).toBeVisible();
  await expectNoFaults(page);
  await page.getByRole("link", { name: "Til kilden" }).click();
  await expect(page.getByText(/Udgave 1\.2:/)).toBeVisible();
  const log = page.getByRole("region", { name: "Rettelser efter godkendelsen" });
  await expect(log.getByRole("listitem")).toHaveText([/1\.2 Rettelsen i 1\.1 er fortrudt/, /1\.1 Nummer eller/]);
  await expectNoFaults(page);
});

test("who does not coordinate sees the tree and corrects nothing; without a script the form still works", async ({
  signIn,
}) => {
  const page = await signIn("tovholder");
  await propose(page, "Nabohjælp, uden script");
  const reader = await signIn("laeser");
  await reader.goto(page.url());
  await row(reader, "1.2 ").click();
  await reader.keyboard.press("x");
  await expect(reader.getByText("Kun tovholdere kan rette opdelingen.")).toBeVisible();
  await expect(row(reader, "1.2 ").locator(".kind")).toHaveText("Bestemmelse");
  const plain = await signIn("tovholder", { javaScriptEnabled: false });
  await plain.goto(page.url());
  await row(plain, "1.2 ").click();
  await plain.getByLabel("Overskrift").fill("Frivillighed");
  await plain.getByRole("button", { name: "Ryk ind" }).click();
  await expect(row(plain, "Frivillighed")).toHaveAttribute("aria-level", "3");
  await plain.getByRole("button", { name: /^Fortryd/ }).click();
  await expect(row(plain, "Frivillighed")).toHaveAttribute("aria-level", "2");
});
