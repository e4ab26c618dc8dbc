import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./fixtures";

test("[T1] [T2] [T10] [T21] [T22] an administrator lets a system in, says where it is told, tries and pauses that, and shuts it out", async ({
  signIn,
  playwright,
  app,
  complaints,
}) => {
  complaints.allow(/status of 422/);
  const page = await signIn("admin");
  await page.goto("/administration");
  await page.getByRole("link", { name: "Giv andre systemer adgang" }).click();
  await page.getByRole("button", { name: "Lav nøgle" }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv, hvad systemet hedder.");
  await page.getByLabel("Systemets navn").fill("SBSYS, drift");
  await page.getByRole("button", { name: "Lav nøgle" }).click();
  const token = await page.getByRole("textbox", { name: "Adgangsnøgle" }).inputValue();
  const system = await playwright.request.newContext({ extraHTTPHeaders: { authorization: `Bearer ${token}` } });
  const fetched = () => system.get(`${app.url}/api/v1/responses`);
  expect((await fetched()).status()).toBe(200);
  await page.getByLabel("Adresse", { exact: true }).fill("https://192.168.1.1/ind");
  await page.getByRole("button", { name: "Tilføj adresse" }).click();
  await expect(page.getByRole("alert")).toContainText("Den skal begynde med https://");
  await page.getByLabel("Adresse", { exact: true }).fill("https://localhost/ind");
  await page.getByRole("button", { name: "Tilføj adresse" }).click();
  await expect(page.getByRole("textbox", { name: "Hemmelighed" })).toHaveValue(/^whsec_/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole("button", { name: "Send en prøve til https://localhost/ind" }).click();
  // The name is looked up, and leads to this machine.
  await expect(page.getByText("Adressen fører ind på et internt net og kaldes ikke.")).toBeVisible();
  await page.getByRole("button", { name: "Sæt https://localhost/ind på pause" }).click();
  await expect(page.getByText("Adressen er sat på pause. Det, der sker imens, venter.")).toBeVisible();
  await expect(page.getByText(/Intet venter/)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Genoptag https://localhost/ind" }).click();
  await expect(page.getByText("Adressen får besked igen. Det, der ventede, sendes nu.")).toBeVisible();
  const row = page.getByRole("row", { name: /SBSYS, drift/ });
  await row.getByText("Spær", { exact: true }).click();
  await row.getByRole("button", { name: /^Spær nøglen/ }).click();
  await expect(page.getByText("Nøglen er spærret.")).toBeVisible();
  expect((await fetched()).status()).toBe(401);
  await page.getByRole("link", { name: /Vejledning/ }).click();
  await expect(page.getByRole("heading", { name: "For udviklere" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
