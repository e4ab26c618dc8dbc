import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { caretAtEndOf, caretUnder, openHearing, saving, shareOut, startResponse } from "./steps";

const AGREEMENT = "Samarbejdsaftale om voksne med psykisk sygdom";
const OURS = "Kommunen har allerede én indgang på hverdage.";
const THEIRS = "Vi støtter, at pårørende spørges.";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function writes(page: Page, under: string, words: string, clause: string): Promise<void> {
  await caretUnder(page, under);
  await page.keyboard.type(`${words}§`);
  await page.keyboard.type(clause);
  await page.getByRole("option", { name: new RegExp(`^${clause.replace(".", "\\.")}`) }).waitFor();
  await page.keyboard.press("Enter");
  await expect(saving(page, "Gemt")).toBeVisible();
}

async function adds(page: Page, after: string, words: string): Promise<void> {
  await caretAtEndOf(page, after);
  await page.keyboard.type(words);
  await expect(saving(page, "Gemt")).toBeVisible();
}

test("[A23] two centers write, a manager signs off on a phone, and only what is written in that part makes it lapse", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  await openHearing(coordinator, { source: AGREEMENT, title: "Høring om centrenes dele" });
  await shareOut(coordinator, { section: /^3 Ansvar og roller/, center: "Center for Socialservice" });
  await shareOut(coordinator, { section: /^2 Fælles principper/, center: "Center for Ældre og Rehabilitering" });
  const path = await startResponse(coordinator);
  const [ours, theirs, manager] = [
    await signIn("bidragyder.social"),
    await signIn("bidragyder.aeldre"),
    await signIn("leder.social", PHONE),
  ];
  for (const page of [ours, theirs]) await page.goto(path);
  await writes(ours, "Vedr. Ansvar og roller", OURS, "3.1");
  await writes(theirs, "Vedr. Fælles principper", THEIRS, "2.2");

  await manager.goto(`${path}/del`);
  await manager.getByRole("link", { name: /^Læs og godkend.*Socialservice/ }).click();
  const reading = manager.getByRole("article");
  await expect(reading.getByText(OURS)).toBeVisible();
  await expect(reading.getByText(THEIRS)).toHaveCount(0);
  await expect(reading.getByText("Under “Vedr. Ansvar og roller”")).toBeVisible();
  const { violations } = await new AxeBuilder({ page: manager }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await manager.getByRole("button", { name: "Godkend centerets del" }).click();
  await expect(manager.getByRole("status").getByText("Du har godkendt centerets del.")).toBeVisible();

  await adds(theirs, THEIRS, " Ved hvert forløb.");
  await manager.reload();
  await expect(reading.getByText("Godkendt", { exact: true })).toBeVisible();

  await adds(theirs, OURS, " Også i weekenden.");
  await manager.reload();
  await expect(reading.getByText("Godkendelsen er bortfaldet")).toBeVisible();
  const edit = reading.getByRole("listitem").filter({ hasText: "Karin Østergaard" });
  await expect(edit.locator("ins")).toContainText("Også i weekenden.");
  await reading.getByRole("link", { name: "Vis kun det ændrede" }).click();
  await expect(reading.locator(".reading ins")).toContainText("Også i weekenden.");
  await manager.getByRole("button", { name: "Godkend igen" }).click();
  await expect(reading.getByText("Godkendt", { exact: true })).toBeVisible();

  await coordinator.goto(`${path}/del`);
  await expect(coordinator.getByRole("row", { name: /Center for Socialservice/ })).toContainText("Henrik Vestergaard");
});

test("[A24] [A20] [A30] a manager sends a part back with a reason, and a coordinator gives a section to a center", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/422/);
  const coordinator = await signIn("tovholder");
  await openHearing(coordinator, { source: AGREEMENT, title: "Høring om afsnit" });
  await shareOut(coordinator, { section: /^3 Ansvar og roller/, center: "Center for Socialservice" });
  const path = await startResponse(coordinator);
  await caretUnder(coordinator, "Generelle bemærkninger");
  await coordinator.keyboard.type("Vi takker for udkastet.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  const dialog = coordinator.getByRole("dialog", { name: "Hvilket center hører “Generelle bemærkninger” til?" });
  // Who may give sections is asked for once the text is there.
  await expect(async () => {
    await coordinator.keyboard.press("F4");
    await expect(dialog.getByRole("radio", { name: "Intet bestemt center" })).toBeFocused({ timeout: 500 });
  }).toPass();
  await coordinator.keyboard.press("ArrowDown");
  await coordinator.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await coordinator.keyboard.press("F2");
  const heading = coordinator.getByRole("treeitem", { name: /^Generelle bemærkninger/ });
  await expect(heading).toContainText("Socialservice");
  await coordinator.keyboard.press("F2");

  const manager = await signIn("leder.social", PHONE);
  await manager.goto(`${path}/del`);
  await manager.getByRole("link", { name: "Center for Socialservice", exact: true }).click();
  await expect(manager.getByRole("article").getByText("Vi takker for udkastet.")).toBeVisible();
  await manager.getByText("Send tilbage", { exact: true }).click();
  await manager.getByRole("button", { name: "Send delen tilbage" }).click();
  await expect(manager.getByRole("alert")).toContainText("begrundelse");
  await manager.getByLabel("Begrundelse").fill("Skriv også, hvad det koster.");
  await manager.getByRole("button", { name: "Send delen tilbage" }).click();
  await expect(manager.getByText("Delen er sendt tilbage. Centeret har fået besked.")).toBeVisible();
  // The back button: what stood on the page before is not decided once more.
  await manager.goBack();
  await expect(manager.getByRole("article")).toBeVisible();

  // The desk that stood open has heard of it.
  await coordinator.getByRole("link", { name: /Socialservice: sendt tilbage/ }).click();
  await expect(coordinator.getByLabel(/Hvem har afsnittet “Generelle bemærkninger”/)).not.toHaveValue("");
  await coordinator.getByRole("link", { name: "Center for Socialservice", exact: true }).click();
  await expect(coordinator.getByText("Skriv også, hvad det koster.")).toBeVisible();
  await expect(coordinator.getByRole("button", { name: "Godkend centerets del" })).toHaveCount(0);
});
