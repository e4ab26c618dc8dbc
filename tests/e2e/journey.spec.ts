import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { pdfText, wordText } from "./read-back";
import { goalPaper } from "./sources";
import { caretAtEndOf, caretUnder, openHearing, saving, sendForApproval, shareOut, startResponse, text } from "./steps";

/** What each center writes; the files must hold exactly this. */
const SOCIAL = "Kommunen støtter målet og har allerede et team, der kan tilkaldes hele døgnet.";
const ELDERLY = "Hjemmesygeplejen kan løfte opgaven, når rekrutteringen er på plads i 2027.";
const GENERAL = "Kommunen finder det positivt, at målene er få og kan følges.";

test("two centers answer a goal paper together, from import to receipt", async ({ signIn }) => {
  const coordinator = await signIn("tovholder");
  await importPaper(coordinator);
  const hearing = await openHearing(coordinator, {
    source: "KKR-mål for sundhed 2016",
    title: "Høring om KKR-mål for sundhed",
  });
  await shareOut(coordinator, { section: goalPaper.first.section, center: "Center for Socialservice" });
  await shareOut(coordinator, { section: goalPaper.second.section, center: "Center for Ældre og Rehabilitering" });
  const response = await startResponse(coordinator);

  const social = await signIn("bidragyder.social");
  const elderly = await signIn("bidragyder.aeldre");
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
    for (const page of [social, elderly]) await expect(saving(page, "Gemt")).toBeVisible();
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
    await expect(saving(social, "Kun læsning")).toBeVisible();
    await expect(text(social)).not.toBeEditable();
  });

  const director = await signIn("direktoer");
  await test.step("the director reads exactly that text and approves it", async () => {
    // The other journeys' texts may wait for the director too.
    await director.getByRole("link", { name: /^Læs og godkend.*: Høring om KKR-mål for sundhed$/ }).click();
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

async function importPaper(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Kilder" }).click();
  await page.getByRole("link", { name: "Tilføj kilde" }).click();
  await page.getByLabel("Titel").fill("KKR-mål for sundhed 2016");
  await page.getByLabel("Type").selectOption({ label: "Målpapir" });
  await page.getByLabel("Udgiver").fill("KKR Hovedstaden");
  await page.getByLabel("Udgave").fill("Udkast 2016");
  await page.getByLabel("Fil", { exact: true }).setInputFiles(goalPaper.path);
  await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ret opdelingen");
  await expect(page.getByText(new RegExp(`${goalPaper.goals} mål`)).first()).toBeVisible();
  await page.getByRole("button", { name: "Godkend opdelingen" }).click();
  // The page before has the title in its heading, too.
  await page.waitForURL(/\/kilder\/[^/]+$/);
  await expect(page.getByRole("heading", { level: 1, name: /KKR-mål for sundhed 2016/ })).toBeVisible();
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return file.path();
}
