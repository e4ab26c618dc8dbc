import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { OUR_FACETS, OUR_TOPICS } from "../world/kle";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, daysFromNow, hearingBegun, saving, sendForApproval } from "./steps";

test("[F5] [F19] [F20] [F22] [F60] KLE is brought, looked up by the keyboard, and a letter that has something wrong is put right", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/status of 422/);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring, der journaliseres med KLE");
  await caretUnder(coordinator, CHAPTER_HEADING);
  await coordinator.keyboard.type("Sagen hos regionen har nummer 010190-1234.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await coordinator.getByRole("link", { name: "Godkendelse" }).click();
  await coordinator.getByLabel("Hvorfor skal nummeret stå der?").fill("Det er regionens sagsnummer.");
  await sendForApproval(coordinator);
  const director = await signIn("direktoer");
  await director.goto(`${response}/godkendelse`);
  await expect(director.getByText("Ligner et CPR-nummer. Begrundelse: Det er regionens sagsnummer.")).toBeVisible();
  await director.getByRole("button", { name: "Godkend teksten" }).click();
  await expect(director.getByText(/godkendte teksten/).first()).toBeVisible();

  const admin = await signIn("admin");
  await test.step("what is no list is refused at its line; two lists are brought", async () => {
    await admin.goto("/administration/kle");
    await bring(admin, `${OUR_TOPICS}29.30.44 noget`);
    await expect(admin.getByText(/Linje 7 kan ikke læses/).first()).toBeVisible();
    await bring(admin, OUR_TOPICS);
    await expect(admin.getByText("Listen er i brug: 6 emner.")).toBeVisible();
    await bring(admin, OUR_FACETS);
    await expect(admin.getByText("Listen er i brug: 3 facetter.")).toBeVisible();
    expect((await new AxeBuilder({ page: admin }).analyze()).violations).toEqual([]);
  });

  const officer = await signIn("journal");
  await officer.goto(`${response}/arkiv`);
  await test.step("the numbers are found by their words, with the arrows and Enter", async () => {
    const kle = officer.getByRole("combobox", { name: "KLE-nummer" });
    await kle.fill("råd");
    await expect(officer.getByRole("option", { name: /29\.30\.05/ })).toBeVisible();
    await kle.press("Enter");
    await expect(kle).toHaveValue("29.30.05");
    await expect(officer.getByText("Råd for sundhed")).toBeVisible();
  });

  await test.step("each thing wrong is told at its place, and what was typed stays", async () => {
    await expect(officer.getByRole("link", { name: /••••••-••••/ })).toBeVisible();
    await officer.getByLabel("Undtaget fra aktindsigt efter").fill("Offentlighedslovens § 23");
    await officer.getByLabel("Brevdato").fill(daysFromNow(3));
    await officer.getByRole("button", { name: "Journalisér" }).click();
    await expect(officer.getByText(/Brevet er dateret frem/).first()).toBeVisible();
    await expect(officer.getByText(/Skriv den titel, som offentligheden må se/).first()).toBeVisible();
    await expect(officer.getByLabel("Undtaget fra aktindsigt efter")).toHaveValue("Offentlighedslovens § 23");
    await officer.getByLabel("Titel, som offentligheden må se").fill("Svar på høring");
    await officer.getByLabel("Brevdato").fill(daysFromNow(0));
    await officer.getByRole("button", { name: "Journalisér" }).click();
    await expect(officer.getByText(/ligner et CPR-nummer/).first()).toBeVisible();
    await officer.getByLabel("Hvorfor skal nummeret stå der?").fill("Det er regionens sagsnummer.");
    await officer.getByRole("button", { name: "Journalisér" }).click();
    await expect(officer.getByRole("heading", { name: "Kvittering" })).toBeVisible({ timeout: 30_000 });
    await officer.getByText("Oplysninger, der fulgte med").click();
    await expect(officer.getByText("29.30.05 Råd for sundhed")).toBeVisible();
  });
});

async function bring(page: Page, text: string): Promise<void> {
  const file = { name: "kle.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
  await page.getByLabel("Fil", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Læg ind" }).click();
}
