import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";

const CLAUSES = 120;
const PAPER = `# Aftale om hegn\n\n${Array.from({ length: CLAUSES }, (_, nth) => `1.${nth + 1} Hegn nummer ${nth + 1} passes af naboen.\n`).join("\n")}`;

const clauses = (page: Page) => page.getByText(/^Hegn nummer \d+ passes af naboen\.$/);

test("[Q22] [Q26] a long source begins with what a window shows: the script draws the rest, and without one a link shows it", async ({
  signIn,
}) => {
  const page = await signIn("tovholder");
  await page.goto("/kilder/ny");
  await page.getByLabel("Titel").fill("Aftale om hegn");
  await page.getByLabel("Type").selectOption("agreement");
  await page.getByLabel("Udgiver").fill("Vejlauget");
  await page.getByLabel("Udgave").fill("Udkast");
  await page.getByLabel("Indsæt teksten").fill(PAPER);
  await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
  await page.getByRole("button", { name: "Godkend opdelingen" }).click({ timeout: 30_000 });
  await page.waitForURL(/\/kilder\/[0-9a-f-]{36}$/);
  await expect(clauses(page)).toHaveCount(CLAUSES);
  // The source's own page, not what was approved before it: that draws all at once.
  await expect(page.locator(".clause")).toHaveCount(CLAUSES + 1);
  const last = await page.locator(".clause").last().getAttribute("id");

  const reader = await signIn("laeser");
  await reader.goto(`${page.url()}#${last}`);
  await expect(reader.getByText(`Hegn nummer ${CLAUSES} passes af naboen.`)).toBeInViewport();

  const plain = await signIn("laeser", { javaScriptEnabled: false });
  await plain.goto(page.url());
  expect(await clauses(plain).count()).toBeLessThan(CLAUSES);
  await plain.getByRole("link", { name: /^Vis alle \d+ punkter$/ }).press("Enter");
  await expect(clauses(plain)).toHaveCount(CLAUSES);
});
