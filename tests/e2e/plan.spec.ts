import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { daysFromNow, openHearing, shareOut } from "./steps";

const AGREEMENT = "Samarbejdsaftale om voksne med psykisk sygdom";
const CHAPTER = /^3 Ansvar og roller/;

test("[H11] [H14] [H42] [H43] [H44] a plan is moved with a reason, refused with what was typed, ticked, and seen on the front page", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/422/);
  const page = await signIn("tovholder");
  await openHearing(page, { source: AGREEMENT, title: "Høring med en plan" });
  await shareOut(page, { section: CHAPTER, center: "Center for Socialservice" });
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(page.getByText("Planen er et forslag.")).toBeVisible();
  await refuseADate(page);
  await extendTheDeadline(page);
  await page.getByRole("button", { name: "Markér “Udkast” som udført" }).click();
  await expect(page.getByRole("button", { name: "Markér “Udkast” som ikke udført" })).toBeVisible();

  await page.getByRole("link", { name: "Overblik" }).click();
  const timeline = page.getByRole("region", { name: "Tidslinje" });
  await expect(timeline.getByRole("listitem").filter({ hasText: /^.*Udkast: udført af/ })).toBeVisible();
  await expect(timeline.getByText(/^I dag, /)).toBeVisible();
  await expect(timeline.getByText(/Ekstern frist$/)).toBeVisible();
  await expect(timeline.getByText("Intern frist: Socialservice")).toBeVisible();
  const activity = page.getByRole("region", { name: "Seneste aktivitet" });
  await expect(activity).toContainText("har oprettet sagen, fordelt bestemmelser til centrene");
  await expect(activity).toContainText("udsat den eksterne frist");
});

/** A step after the one that follows it. */
async function refuseADate(page: Page): Promise<void> {
  const draft = page.getByRole("group", { name: "Udkast" }).getByLabel("Dato");
  const before = await draft.inputValue();
  await draft.fill(daysFromNow(20));
  await page.getByRole("button", { name: "Bekræft planen" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(draft).toHaveValue(daysFromNow(20));
  await draft.fill(before);
  await page.getByRole("button", { name: "Bekræft planen" }).click();
  await expect(page.getByText("Planen er gemt.")).toBeVisible();
}

async function extendTheDeadline(page: Page): Promise<void> {
  const facts = page.getByRole("region", { name: "Frist og oplysninger" });
  const along = facts.getByRole("checkbox", { name: "Flyt planens datoer med" });
  const save = facts.getByRole("button", { name: "Gem ændringer" });
  await facts.getByText("Ret frist og oplysninger").click();
  await facts.getByLabel("Ekstern frist").fill(daysFromNow(28));
  await save.click();
  await expect(facts.getByRole("alert")).toBeVisible();
  await expect(facts.getByLabel("Ekstern frist")).toHaveValue(daysFromNow(28));
  await expect(along).toBeChecked();
  await facts.getByLabel("Begrundelse").fill("Afsenderen har givet en uge mere.");
  await save.click();
  await expect(page.getByText("Ændringerne er gemt.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Flyttede frister" })).toContainText("givet en uge mere");
}

test("[H40] [H41] whoever is late is named on the front page, in coverage and on the plan", async ({ signIn }) => {
  const page = await signIn("tovholder");
  await page.goto("/hoeringer");
  await page.getByRole("link", { name: /voksne med psykisk sygdom/ }).click();
  const row = page.getByRole("row", { name: /^Center for Børn/ });
  await expect(row).toContainText("1 svar mangler efter fristen");
  await row.getByRole("link", { name: /mangler efter fristen/ }).click();
  await expect(page.getByRole("checkbox", { name: /^Forsinket/ })).toBeChecked();
  await expect(page.getByRole("gridcell").filter({ hasText: "over fristen" })).toHaveCount(1);
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(page.getByRole("region", { name: "Efter fristen" })).toContainText("1 svar mangler efter fristen");
});
