import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { revisedAgreement } from "./sources";
import { caretUnder, openHearing, saving, sendForApproval, shareOut, startResponse } from "./steps";

const TITLE = "Aftale om drikkevand, genbrugt";
const SAID = "Fem hverdage er for kort tid for vores botilbud.";
const REASON = "Varslet er forlænget til ti hverdage, men uden særregel for botilbud.";

test("[L8] [Q7] [Q8] [Q9] a remark has a stance, gets its outcome, and is found on the next version's clause and by search", async ({
  signIn,
  complaints,
}) => {
  // The form without a reason.
  complaints.allow(/422/);
  const coordinator = await signIn("tovholder");
  const source = await importFirst(coordinator);
  await openHearing(coordinator, { source: TITLE, title: "Høring om drikkevand" });
  await shareOut(coordinator, { section: /^1 Forsyning/, center: "Center for Socialservice" });
  const response = await startResponse(coordinator);

  const social = await signIn("bidragyder.social");
  await social.goto(response);
  await test.step("a center writes, links and says what it is, without leaving the keyboard", async () => {
    await caretUnder(social, "Vedr. Forsyning");
    await social.keyboard.type(`${SAID} §`);
    await social.getByRole("combobox", { name: "Henvis afsnittet til et punkt" }).fill("1.2");
    await social.keyboard.press("Enter");
    await expect(social.getByRole("button", { name: "Henviser til 1.2" })).toBeVisible();
    await social.keyboard.press("Control+.");
    await expect(social.getByRole("button", { name: "Støtter" })).toBeFocused();
    for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await social.keyboard.press(key);
    await expect(social.getByRole("button", { name: "Henviser til 1.2, ændringsforslag" })).toBeVisible();
    await expect(saving(social, "Gemt")).toBeVisible();
    await expect(coordinator.getByRole("button", { name: "Henviser til 1.2, ændringsforslag" })).toBeVisible();
  });

  await sendForApproval(coordinator);
  const director = await signIn("direktoer");
  await test.step("who approves reads the stance beside the paragraph", async () => {
    await director.goto(`${response}/godkendelse`);
    const notes = director.getByRole("list", { name: "Bestemmelser" }).filter({ hasText: "1.2" });
    await expect(notes).toContainText("Ændringsforslag");
    await director.getByRole("button", { name: "Godkend teksten" }).click();
    await expect(director.getByText(/godkendte teksten/).first()).toBeVisible();
  });

  await test.step("the coordinator notes what the sender made of it; without a reason it is refused at the field", async () => {
    await coordinator.goto(`${response}/udfald`);
    const remark = coordinator.getByRole("row", { name: /1\.2/ });
    await remark.getByRole("link", { name: "Notér udfald" }).click();
    await expect(remark.getByRole("radio", { name: "Medtaget", exact: true })).toBeFocused();
    await remark.getByRole("radio", { name: "Delvist medtaget" }).check();
    await remark.getByRole("button", { name: "Gem udfaldet" }).click();
    await expect(remark.getByText("Skriv en begrundelse.").first()).toBeVisible();
    await expect(remark.getByRole("radio", { name: "Delvist medtaget" })).toBeChecked();
    await remark.getByLabel("Afsenderens begrundelse").fill(REASON);
    await remark.getByRole("button", { name: "Gem udfaldet" }).click();
    await expect(remark.getByText(REASON).first()).toBeVisible();
    await expect(remark.getByText("Delvist medtaget").first()).toBeVisible();
    await expect(remark.getByRole("link", { name: "Ret udfaldet" })).toBeFocused();
    await expectNoFaults(coordinator);
  });

  let newest = "";
  await test.step("the agreement comes in a new version, in which the clause is reworded", async () => {
    await coordinator.goto(source);
    await coordinator.getByRole("link", { name: "Tilføj ny udgave" }).click();
    await upload(coordinator, "Endelig", revisedAgreement.second);
    await coordinator.waitForURL(/\/kilder\/[^/]+\/overfoersel/);
    newest = new URL(coordinator.url()).pathname.split("/")[2] ?? "";
    const old = coordinator.getByRole("navigation", { name: "Punkter i den gamle udgave" });
    await expect(old.getByRole("link", { name: /^1\.2/ })).toBeFocused();
    await coordinator.keyboard.press("Enter");
    await expect(old.getByRole("link", { name: /^1\.4/ })).toBeFocused();
  });

  const reader = await signIn("laeser");
  await test.step("on the new clause's page stands the old remark, and whose wording it was given on", async () => {
    await reader.goto("/soeg?q=dialyseklinikker&type=clause");
    // Other journeys may have brought in the same paper under another title.
    const hits = reader.locator(`a[data-hit][href^="/kilder/${newest}/punkt/"]`);
    await hits.filter({ hasText: "2.4" }).click();
    await reader.getByRole("navigation", { name: "Nabopunkter" }).getByRole("link", { name: /^2\.3/ }).click();
    for (const number of ["2.2", "2.1", "1.4", "1.3", "1.2"])
      await reader
        .getByRole("navigation", { name: "Nabopunkter" })
        .locator(`a[rel=prev]`, { hasText: new RegExp(`^${number}`) })
        .click();
    await expect(reader.getByRole("heading", { level: 1, name: /^1\.2 Ved planlagte/ })).toBeVisible();
    const said = reader.getByRole("article").filter({ hasText: "Høring om drikkevand" });
    for (const words of [SAID, "Socialservice", "Ændringsforslag", "Delvist medtaget", REASON])
      await expect(said.getByText(words).first()).toBeVisible();
    await expect(said.getByText("Notér")).toHaveCount(0);
    await said.getByText(/^Givet på ordlyden i udgave 1 \(Udkast\)/).click();
    await expect(said.locator("del").filter({ hasText: "fem" })).toBeVisible();
    await expect(said.locator("ins").filter({ hasText: "ti" }).first()).toBeVisible();
    await expectNoFaults(reader);
    await reader.getByRole("link", { name: /^1\.2 Ved planlagte/ }).click();
    await expect(reader.getByText("i udgave 2 (Endelig)")).toBeVisible();
  });

  await test.step("and by its words and its stance it is found by search", async () => {
    await reader.goto("/soeg?q=botilbud&type=remark");
    await reader.getByLabel("Holdning").selectOption({ label: "Ændringsforslag" });
    await expect(reader).toHaveURL(/holdning=change-proposal/);
    const hit = reader.locator(".hit", { hasText: "Fem hverdage" });
    await expect(hit).toContainText("Ændringsforslag");
    await expect(hit).toContainText("Delvist medtaget");
    await reader.getByLabel("Holdning").selectOption({ label: "Støtter" });
    await expect(reader).toHaveURL(/holdning=support/);
    await expect(hit).toHaveCount(0);
  });
});

async function importFirst(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Kilder" }).click();
  await page.getByRole("link", { name: "Tilføj kilde" }).click();
  await page.getByLabel("Titel").fill(TITLE);
  await page.getByLabel("Type").selectOption({ label: revisedAgreement.kind });
  await page.getByLabel("Udgiver").fill("KKR Hovedstaden");
  await upload(page, "Udkast", revisedAgreement.first);
  await page.waitForURL(/\/kilder\/[^/]+$/);
  return new URL(page.url()).pathname;
}

async function upload(page: Page, label: string, path: string): Promise<void> {
  await page.getByLabel("Udgave").fill(label);
  await page.getByLabel("Fil", { exact: true }).setInputFiles(path);
  await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
  await page.getByRole("button", { name: "Godkend opdelingen" }).click();
}

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

async function expectNoFaults(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
}
