import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** What may be found: each hit is a heading with a link. */
const hits = (page: Page) => page.locator(".hit").getByRole("link");

async function expectNoFaults(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
}

test("[Q2] a word is searched for by keyboard alone, and a hit leads to its paragraph", async ({ signIn }) => {
  const page = await signIn("laeser");
  await page.getByRole("link", { name: "Søg", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Hvad leder du efter?" })).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByLabel("Søg efter")).toBeFocused();
  await page.keyboard.type("genoptræningsplnen");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=genoptr/);
  await expect(page.getByRole("heading", { name: "Ord, der ligner" })).toBeVisible();
  await expect(page.locator("mark", { hasText: "genoptræningsplan" }).first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await expect(hits(page).first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(hits(page).nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/soeg/);
});

test("[Q3] the form works without a script, and says when nothing is found", async ({ signIn }) => {
  const page = await signIn("bidragyder.social", { javaScriptEnabled: false });
  await page.goto("/soeg");
  await page.getByLabel("Søg efter").fill("udskrivning");
  await page.getByLabel("Type").selectOption({ label: "Bemærkninger" });
  await page.getByRole("button", { name: "Søg", exact: true }).click();
  await expect(page).toHaveURL(/type=remark/);
  expect(await hits(page).count()).toBeGreaterThan(0);
  for (const text of await page.locator(".hit-kind").allTextContents()) expect(text).toBe("Bemærkning");
  await page.getByRole("link", { name: "Ryd afgrænsningen" }).click();
  await expect(page).not.toHaveURL(/type=/);
  await page.getByLabel("Søg efter").fill("\"'; drop table & <b>");
  await page.getByRole("button", { name: "Søg", exact: true }).click();
  await expect(page.getByRole("heading", { name: /Ingen fund på/ })).toBeVisible();
});

test("[Q5] a clause's page shows what was said of it", async ({ signIn }) => {
  const page = await signIn("laeser");
  await page.goto("/soeg?q=udskrivning&type=remark");
  const about = page.locator(".hit", { hasText: "Om pkt." }).first();
  const said = await about.locator(".hit-text").innerText();
  const number = /Om pkt\. ([\d.]+)/.exec(await about.innerText())?.[1] ?? "";
  await page.goto("/soeg?q=udskrivning&type=clause");
  await page.locator(".hit", { hasText: number }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Bemærkninger til punktet" })).toBeVisible();
  expect(said.length).toBeGreaterThan(0);
  await expectNoFaults(page);
});

test("axe finds no fault with the empty search, hits, and no hits, wide and narrow", async ({ signIn }) => {
  const page = await signIn("tovholder");
  for (const address of ["/soeg", "/soeg?q=udskrivning", "/soeg?q=zebra", "/soeg?q=og"]) {
    await page.goto(address);
    await expectNoFaults(page);
  }
});
