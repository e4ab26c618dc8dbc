import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { wordText } from "./read-back";
import { caretUnder, daysFromNow, saving, text } from "./steps";

const PAPER = "Fælles mål for borgernære sundhedstilbud";
const QUESTION = "Hvordan arbejder Eksempel Kommune aktuelt med unges trivsel:";

test("[H6] [M2] [M3] [M5] [M6] a goal paper becomes an assessment: two centers answer, one honestly 'ikke aktuelt i gang'", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const hearing = await test.step("from the source in one step, with title, deadline and coordinator proposed", () =>
    opened(coordinator));
  await test.step("the goals shared out to two centers, with an owner each", () => sharedOut(coordinator));
  const response = await test.step("the text begins with goals, questions and room to answer", () =>
    begun(coordinator));
  await test.step("one center writes, and says how far it is by a key", async () => {
    const youth = await signIn("bidragyder.boern");
    await youth.goto(response);
    await expect(text(youth)).toContainText(QUESTION);
    await caretUnder(youth, QUESTION);
    await youth.keyboard.type("Rådgivningen holder åbent to eftermiddage om ugen.");
    await expect(saving(youth, "Gemt")).toBeVisible();
    await youth.goto(`${hearing}/daekning`);
    await said(youth, /^(?=.*rådgiver)/, "3", "I gang");
    await said(youth, /^(?=.*undervisningsforløb)/, "2", "Planlagt");
    await nextStep(youth);
    await faultless(youth);
  });
  await test.step("the other says 'ikke aktuelt i gang' of all of its, and nothing is left", async () => {
    const elderly = await signIn("bidragyder.aeldre");
    await elderly.goto(`${hearing}/daekning`);
    for (const words of [
      /akutsygeplejerske/,
      /ét fælles nummer/,
      /opgørelse/,
      /Genoptræning/,
      /tre spørgsmål/,
      /Træning kan/,
    ])
      await said(elderly, words, "1", "Ikke aktuelt i gang");
    await expect(elderly.getByText("Der er ingen huller")).toBeVisible();
  });
  await test.step("the draft in Word says it under each goal", () => taken(coordinator, response));
  await test.step("the goal keeps its years, and the board has all of them", () => kept(coordinator));
});

async function opened(page: Page): Promise<string> {
  await page.goto("/kilder");
  await page.getByRole("link", { name: PAPER, exact: true }).click();
  await page.getByRole("link", { name: "Ny vurdering" }).click();
  await expect(page.getByLabel("Titel")).toHaveValue(`Vurdering af implementering: ${PAPER}`);
  await expect(page.getByLabel("Modtager")).toHaveValue("KKR Øst");
  await expect(page.getByLabel("Tovholder")).toHaveValue(/./);
  await expect(page.getByLabel("Ekstern frist")).toHaveValue(/^20/);
  await page.getByLabel("Sagsnummer").fill("2026-8001");
  await page.getByLabel("KLE-nummer").fill("29.30.00");
  await page.getByRole("button", { name: "Opret vurdering" }).click();
  await expect(page.getByText(/^VU-/).first()).toBeVisible();
  return new URL(page.url()).pathname;
}

async function sharedOut(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Fordeling" }).click();
  const give = async (sections: RegExp[], center: string) => {
    for (const section of sections) await page.getByRole("checkbox", { name: section }).check();
    await page.getByRole("checkbox", { name: center }).check();
    await page.getByLabel("Intern frist").fill(daysFromNow(14));
    await page.getByRole("button", { name: /^Fordel/ }).click();
    // It has been done when the form is empty again; the sentence stands there from the time before.
    await expect(page.getByRole("checkbox", { name: center })).not.toBeChecked();
  };
  await give([/^KKR-mål for akutsygepleje/, /^KKR-mål for vejen/], "Center for Ældre og Rehabilitering");
  await give([/^KKR-mål for unges trivsel/], "Center for Børn og Unge");
  await give([/^Elever på første år/], "Center for Ældre og Rehabilitering");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("checkbox", { name: /^Elever på første år/ }) });
  await expect(row.getByRole("listitem").filter({ hasText: "Børn og Unge" })).toContainText("ansvarlig");
  await row.getByRole("button", { name: /^Tag .* fra Ældre og Rehabilitering/ }).click();
  await expect(row.getByRole("listitem")).toHaveCount(1);
}

async function begun(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Overblik" }).click();
  await expect(page.getByRole("radio", { name: "samlet for hvert målområde" })).toBeChecked();
  await page.getByRole("button", { name: "Begynd vurderingen" }).click();
  await expect(text(page)).toContainText(QUESTION);
  return new URL(page.url()).pathname;
}

function row(page: Page, words: RegExp) {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: words }) });
}

/** The cell is gone to, and a number says it. */
async function said(page: Page, words: RegExp, key: string, status: string): Promise<void> {
  const cell = row(page, words)
    .getByRole("gridcell")
    .filter({ has: page.getByRole("button") })
    .first();
  await cell.focus();
  await page.keyboard.press(key);
  await expect(cell).toContainText(status);
  await expect(page.getByRole("status").filter({ hasText: `${status}.` })).toBeVisible();
}

async function nextStep(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Næste skridt").fill("Møde med erhvervsskolen");
  await sheet.getByLabel("Senest").fill("2027-05-04");
  await sheet.getByLabel("Senest").press("Enter");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(sheet.getByLabel("Næste skridt")).toHaveValue("Møde med erhvervsskolen");
  await faultless(page);
  await page.keyboard.press("Escape");
}

async function taken(page: Page, response: string): Promise<void> {
  const answer = await page.request.get(`${response}/udkast/docx`);
  expect(decodeURIComponent(answer.headers()["content-disposition"] ?? "")).toMatch(
    /VU-\d{4}-\d{4} Vurdering UDKAST\.docx/,
  );
  const words = await wordText(await answer.body());
  for (const line of [
    "Vurdering af implementering",
    "Status: Ikke aktuelt i gang (Center for Ældre og Rehabilitering, ansvarlig",
    "Status: Planlagt (Center for Børn og Unge, ansvarlig",
    "Næste skridt: Møde med erhvervsskolen, senest 4. maj 2027.",
    "Rådgivningen holder åbent to eftermiddage om ugen.",
    "Udviklingsområder",
  ])
    expect(words).toContain(line);
}

async function kept(page: Page): Promise<void> {
  await page.goto("/kilder");
  await page.getByRole("link", { name: PAPER, exact: true }).click();
  await page.getByRole("link", { name: "Måltavle" }).click();
  const goal = row(page, /undervisningsforløb/);
  await expect(goal).toContainText("Planlagt");
  await faultless(page);
  await goal.getByRole("link").click();
  const years = page.getByRole("region", { name: "Status gennem årene" });
  await expect(years).toContainText("Næste skridt: Møde med erhvervsskolen, senest");
  await faultless(page);
}

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
