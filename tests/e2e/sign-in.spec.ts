import { expect, test } from "./fixtures";

test("[D4] whoever signs in comes to their own desk, and signing out closes it", async ({ signIn }) => {
  const page = await signIn("tovholder");
  await expect(page.getByRole("heading", { level: 1, name: "Mit bord" })).toBeVisible();
  await page.getByRole("banner").locator("summary", { hasText: "Din konto" }).click();
  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(page).toHaveURL(/log-ind/);
  await page.goto("/");
  await expect(page).toHaveURL(/log-ind/);
});

test("[D4] a wrong password is told at the field, and what was typed stays", async ({ page, complaints }) => {
  complaints.allow(/status of 4\d\d/);
  await page.goto("/log-ind");
  await page.getByLabel("E-mail").fill("tovholder@eksempel.dk");
  await page.getByLabel("Adgangskode", { exact: true }).fill("ikke den rigtige");
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page.getByLabel("Adgangskode", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("E-mail")).toHaveValue("tovholder@eksempel.dk");
});
