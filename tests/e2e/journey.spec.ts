import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { pdfText, wordText } from "./read-back";
import { goalPaper } from "./sources";

/** What each center writes; the files must hold exactly this. */
const SOCIAL = "Kommunen støtter målet og har allerede et team, der kan tilkaldes hele døgnet.";
const ELDERLY = "Hjemmesygeplejen kan løfte opgaven, når rekrutteringen er på plads i 2027.";
const GENERAL = "Kommunen finder det positivt, at målene er få og kan følges.";

test("two centers answer a goal paper together, from import to receipt", async ({ signIn }) => {
  const coordinator = await signIn("tovholder");
  await importPaper(coordinator);
  const hearing = await openHearing(coordinator);
  await shareOut(coordinator, goalPaper.first.section, "Center for Socialservice");
  await shareOut(coordinator, goalPaper.second.section, "Center for Ældre og Rehabilitering");
  await coordinator.getByRole("link", { name: "Overblik" }).click();
  await coordinator.getByRole("button", { name: "Begynd svaret" }).click();
  await expect(text(coordinator)).toContainText("Generelle bemærkninger");

  const social = await signIn("bidragyder.social");
  const elderly = await signIn("bidragyder.aeldre");
  const response = new URL(coordinator.url()).pathname;
  await Promise.all([social.goto(response), elderly.goto(response)]);

  await test.step("both write at the same time, and each sees the other", async () => {
    await expect(social.getByRole("list", { name: "Til stede" })).toContainText("Karin Østergaard");
    // Carets first: a line that somebody else writes above would move what the mouse aims at.
    await caretUnder(social, "Generelle bemærkninger");
    await caretUnder(elderly, `Vedr. ${goalPaper.second.heading}`);
    await Promise.all([
      social.keyboard.type(`${GENERAL}\n${SOCIAL}`, { delay: 5 }),
      elderly.keyboard.type(ELDERLY, { delay: 5 }),
    ]);
    await expect(text(social)).toContainText(ELDERLY);
    await expect(text(elderly)).toContainText(SOCIAL);
    for (const page of [social, elderly])
      await expect(page.getByRole("status").filter({ hasText: /^Gemt$/ })).toBeVisible();
  });

  await test.step("each links its paragraph: with § in the text, and with a click in the source", async () => {
    await caretAtEndOf(social, SOCIAL);
    await social.keyboard.type(" §");
    await social.getByRole("combobox", { name: "Henvis afsnittet til et punkt" }).fill(goalPaper.first.words);
    await social.keyboard.press("Enter");
    await expect(social.getByRole("button", { name: /^Henviser til/ })).toHaveCount(1);

    await caretAtEndOf(elderly, ELDERLY);
    await elderly
      .getByRole("complementary", { name: "Kilde" })
      .getByRole("button", { name: goalPaper.second.goal })
      .click();
    await expect(elderly.getByRole("button", { name: /^Henviser til/ })).toHaveCount(2);

    await caretAtEndOf(social, GENERAL);
    await social.getByRole("button", { name: "Henvis til punkt" }).click();
    await social.getByRole("combobox", { name: "Henvis afsnittet til et punkt" }).fill("Hele");
    await social.keyboard.press("Enter");
    await expect(social.getByRole("button", { name: "Henviser til Hele kilden" })).toBeVisible();
    await expect(coordinator.getByRole("button", { name: /^Henviser til/ })).toHaveCount(3);
  });

  await test.step("coverage fills: answered by text, and 'ingen bemærkninger' is an answer", async () => {
    await elderly.getByRole("link", { name: "Dækning" }).click();
    await expect(elderly.getByRole("link", { name: /Ældre og Rehabilitering: besvaret/ })).toHaveCount(1);
    await elderly
      .getByRole("button", { name: /Ældre og Rehabilitering: ikke set på/i })
      .first()
      .click();
    await elderly.getByRole("button", { name: "Ingen bemærkninger" }).click();
    await expect(elderly.getByRole("button", { name: /Ældre og Rehabilitering: ingen bemærkninger/i })).toHaveCount(1);
    await elderly.getByRole("link", { name: /Ældre og Rehabilitering: besvaret/ }).click();
    await expect(text(elderly)).toContainText(ELDERLY);
  });

  await sendForApproval(coordinator);
  await test.step("the text is locked for everybody, also for a page that stood open", async () => {
    await expect(social.getByRole("status").filter({ hasText: "Kun læsning" })).toBeVisible();
    await expect(text(social)).not.toBeEditable();
  });

  const director = await signIn("direktoer");
  await test.step("the director reads exactly that text and approves it", async () => {
    await director.getByRole("link", { name: "Læs og godkend" }).click();
    await expect(director.getByText(SOCIAL)).toBeVisible();
    await expect(director.getByText(ELDERLY)).toBeVisible();
    await director.getByRole("button", { name: "Godkend teksten" }).click();
    await expect(director.getByText(/godkendte teksten/).first()).toBeVisible();
  });

  const officer = await signIn("journal");
  await officer.goto(`${response}/arkiv`);
  await test.step("both files hold what was written", async () => {
    const word = await wordText(readFileSync(await download(officer, "Hent Word")));
    const pdf = await pdfText(readFileSync(await download(officer, "Hent PDF")));
    for (const written of [GENERAL, SOCIAL, ELDERLY]) {
      expect(word).toContain(written);
      expect(pdf).toContain(written);
    }
  });

  await test.step("it is filed, and the receipt is there to be read", async () => {
    await officer.getByRole("button", { name: "Journalisér" }).click();
    await expect(officer.getByRole("heading", { name: "Kvittering" })).toBeVisible({ timeout: 30_000 });
    await expect(officer.getByText("2026-7608").first()).toBeVisible();
    await expect(officer.getByText(/Høringssvar v1\.pdf/)).toBeVisible();
  });

  await test.step("the auditor sees every step, and the chain holds", async () => {
    const auditor = await signIn("revisor");
    await auditor.getByRole("link", { name: "Revisionsspor" }).click();
    await expect(auditor.getByText(/Kæden er hel/)).toBeVisible();
    await expect(auditor.getByRole("row", { name: /Lene Skovgaard godkendte/ }).first()).toBeVisible();
  });
  expect(hearing).toMatch(/^\/hoeringer\//);
});

function text(page: Page) {
  return page.getByRole("textbox", { name: "Tekst", exact: true });
}

async function importPaper(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Kilder" }).click();
  await page.getByRole("link", { name: "Tilføj kilde" }).click();
  await page.getByLabel("Titel").fill("KKR-mål for sundhed 2016");
  await page.getByLabel("Type").selectOption({ label: "Målpapir" });
  await page.getByLabel("Udgiver").fill("KKR Hovedstaden");
  await page.getByLabel("Version").fill("Udkast 2016");
  await page.getByLabel("Fil", { exact: true }).setInputFiles(goalPaper.path);
  await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ret opdelingen");
  await expect(page.getByText(new RegExp(`${goalPaper.goals} mål`)).first()).toBeVisible();
  await page.getByRole("button", { name: "Godkend opdelingen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /KKR-mål for sundhed 2016/ })).toBeVisible();
}

async function openHearing(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Høringer" }).first().click();
  await page.getByRole("link", { name: "Opret høring" }).click();
  const source = page.getByLabel("Kilde");
  const option = await source.locator("option", { hasText: "KKR-mål for sundhed 2016" }).getAttribute("value");
  await source.selectOption(option);
  await page.getByLabel("Titel").fill("Høring om KKR-mål for sundhed");
  await page.getByLabel("Afsender").fill("KKR Hovedstaden");
  await page.getByLabel("Ekstern frist").fill(daysFromNow(21));
  await page.getByLabel("Sagsnummer").fill("2026-7608");
  await page.getByLabel("KLE-nummer").fill("29.30.00");
  await page.getByRole("button", { name: "Opret høring" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Høring om KKR-mål for sundhed");
  return new URL(page.url()).pathname;
}

async function shareOut(page: Page, section: string, center: string): Promise<void> {
  await page.getByRole("link", { name: "Fordeling" }).click();
  await page.getByRole("checkbox", { name: section }).check();
  await page.getByRole("checkbox", { name: center }).check();
  await page.getByLabel("Intern frist").fill(daysFromNow(14));
  await page.getByRole("button", { name: /^Fordel/ }).click();
  await expect(page.getByText("Fordelingen er gemt.")).toBeVisible();
}

async function sendForApproval(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Godkendelse" }).click();
  const approver = page.getByLabel("Hvem skal godkende?");
  const option = await approver.locator("option", { hasText: "Lene Skovgaard" }).getAttribute("value");
  await approver.selectOption(option);
  await page.getByRole("checkbox", { name: "Send teksten alligevel" }).check();
  await page.getByRole("button", { name: "Send til godkendelse" }).click();
  await expect(page.getByText(/venter på Lene Skovgaard/)).toBeVisible();
}

/** Puts the caret into the empty paragraph below a heading. */
async function caretUnder(page: Page, heading: string): Promise<void> {
  await text(page).getByRole("heading", { name: heading }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
}

async function caretAtEndOf(page: Page, words: string): Promise<void> {
  await text(page).getByText(words).click();
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("End");
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return file.path();
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
