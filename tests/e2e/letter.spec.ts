import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";

const LETTER = `Region Havbakken
Tværsektorielt Sekretariat

Til: Kommunerne i Region Havbakken, Ældrerådet, Handicaprådet

Høring over udkast til aftale om lån af hjælpemidler

Vi beder om, at jeres bemærkninger er os i hænde senest
den 8. januar kl. 12.00. Høringssvar sendes til hoering@havbakken.example.

Med venlig hilsen
Region Havbakken
`;
const DRAFT = "# Aftale om lån\n\n## 1 Udlån\n\nKommunen låner hjælpemidler ud i højst tre måneder.\n";

const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

test("[H30] [H31] a hearing is opened from its letter and its draft: what the letter says is confirmed, and both are kept", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/status of 422/);
  const page = await signIn("tovholder");
  await page.goto("/hoeringer/ny");
  await page.getByRole("link", { name: "Begynd med høringsbrevet" }).click();
  await page.getByRole("button", { name: "Læs brevet" }).click();
  await expect(page.getByLabel("Brevet", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Brevet", { exact: true }).setInputFiles(file("høringsbrev.txt", LETTER));
  await page.getByRole("button", { name: "Læs brevet" }).click();

  await test.step("the form is filled in, with the letter's own words beside it", async () => {
    await expect(page.getByText("Udfyldt fra »høringsbrev.txt«")).toBeVisible();
    await expect(page.getByLabel("Titel")).toHaveValue("Høring over udkast til aftale om lån af hjælpemidler");
    await expect(page.getByLabel("Afsender")).toHaveValue("Region Havbakken");
    await expect(page.getByLabel("Ekstern frist")).toHaveValue(/^20\d\d-01-08$/);
    await expect(page.getByLabel("Klokkeslæt")).toHaveValue("12:00");
    await expect(page.getByText(/Brevet: ».*senest den 8\. januar/)).toBeVisible();
    await faultless(page);
  });

  await test.step("the draft is read, and the letter waits meanwhile", async () => {
    await page.getByRole("link", { name: "Læs udkastet ind" }).click();
    await expect(page.getByLabel("Titel")).toHaveValue("Aftale om lån af hjælpemidler");
    await expect(page.getByLabel("Udgiver")).toHaveValue("Region Havbakken");
    await page.getByLabel("Udgave").fill("Høringsudkast");
    await page.getByLabel("Fil", { exact: true }).setInputFiles(file("udkast.md", DRAFT));
    await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
    await page.getByRole("button", { name: "Godkend opdelingen" }).click();
    await page.getByRole("link", { name: "Opret høring" }).click();
    await page.getByRole("link", { name: "Opret høringen" }).click();
  });

  await page.getByLabel("Sagsnummer").fill("2026-8100");
  await page.getByLabel("KLE-nummer").fill("29.30.00");
  await page.getByRole("button", { name: "Opret høring" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Høring over udkast til aftale om lån af hjælpemidler",
  );
  await expect(page.getByRole("link", { name: "hoering@havbakken.example" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Handicaprådet" })).toBeVisible();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "høringsbrev.txt" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("høringsbrev.txt");
});

async function faultless(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}
