import type { Dialog, Page } from "playwright/test";
import { expect } from "./fixtures";

type Hearing = { source: string; title: string; caseNumber?: string };
type Share = { section: string | RegExp; center: string };

/** The demo's draft agreement, on which a hearing needs no import first, and one of its chapters. */
const AGREEMENT = "Samarbejdsaftale om voksne med psykisk sygdom";
const CHAPTER = /^3 Ansvar og roller/;
export const CHAPTER_HEADING = "Vedr. Ansvar og roller";

/** What people do on the way of a hearing, as they do it: by role and Danish name. */
export async function openHearing(page: Page, { source, title, caseNumber = "2026-7608" }: Hearing): Promise<string> {
  await page.getByRole("link", { name: "Høringer" }).first().click();
  await page.getByRole("link", { name: "Opret høring" }).click();
  await chooseOption(page, "Kilde", source);
  await page.getByLabel("Titel").fill(title);
  await page.getByLabel("Afsender").fill("KKR Hovedstaden");
  await page.getByLabel("Ekstern frist").fill(daysFromNow(21));
  await page.getByLabel("Sagsnummer").fill(caseNumber);
  await page.getByLabel("KLE-nummer").fill("29.30.00");
  await page.getByRole("button", { name: "Opret høring" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  return new URL(page.url()).pathname;
}

export async function shareOut(page: Page, { section, center }: Share): Promise<void> {
  await page.getByRole("link", { name: "Fordeling" }).click();
  await page.getByRole("checkbox", { name: section }).check();
  await page.getByRole("checkbox", { name: center }).check();
  await page.getByLabel("Intern frist").fill(daysFromNow(14));
  await page.getByRole("button", { name: /^Fordel/ }).click();
  await expect(page.getByText("Fordelingen er gemt.")).toBeVisible();
}

/** Begins the text and gives its path. */
export async function startResponse(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Overblik" }).click();
  await page.getByRole("button", { name: "Begynd svaret" }).click();
  await expect(text(page)).toContainText("Generelle bemærkninger");
  return new URL(page.url()).pathname;
}

/** A hearing of the test's own on the demo's agreement, shared out to Socialservice and begun. Gives the text's path. */
export async function hearingBegun(coordinator: Page, title: string): Promise<string> {
  await openHearing(coordinator, { source: AGREEMENT, title });
  await shareOut(coordinator, { section: CHAPTER, center: "Center for Socialservice" });
  return startResponse(coordinator);
}

/** Everything but the last press of the button. */
export async function prepareToSend(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Godkendelse" }).click();
  await chooseOption(page, "Hvem skal godkende?", "Lene Skovgaard");
  const holes = page.getByRole("checkbox", { name: "Send teksten alligevel" });
  await holes.press("Space");
  await expect(holes).toBeChecked();
}

export async function sendForApproval(page: Page): Promise<void> {
  await prepareToSend(page);
  await page.getByRole("button", { name: "Send til godkendelse" }).click();
  await expect(page.getByText(/venter på Lene Skovgaard/)).toBeVisible();
}

/** The live text. */
export function text(page: Page) {
  return page.getByRole("textbox", { name: "Tekst", exact: true });
}

/** Without the carets of others and what they suggest, which is drawn in the text and is no part of it. */
export function wordsIn(page: Page): Promise<string> {
  return text(page).evaluate((element) => {
    const copy = element.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return "";
    for (const drawn of copy.querySelectorAll("[class*='collaboration-carets'], ins")) drawn.remove();
    return copy.textContent ?? "";
  });
}

/** What the page says of its own saving. */
export function saving(page: Page, words: string) {
  return page.getByRole("status").filter({ hasText: new RegExp(`^${words}$`) });
}

/** Typed without a line, and on the machine. */
export const KEPT_HERE = "Gemt på denne maskine · sendes, når forbindelsen er tilbage";

/** Puts the caret into the empty paragraph below a heading. */
export async function caretUnder(page: Page, heading: string): Promise<void> {
  await text(page).getByRole("heading", { name: heading }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
}

export async function caretAtEndOf(page: Page, words: string): Promise<void> {
  // Three clicks take the whole paragraph; the arrow leaves the caret where it ends, on however many lines.
  await text(page).getByText(words).click({ clickCount: 3 });
  await page.keyboard.press("ArrowRight");
}

/** A Danish day, as a date field takes it: between Danish midnight and UTC's the two differ. [H3] */
export function daysFromNow(days: number): string {
  const then = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(then);
}

/** Options carry more than the name ("…, Udkast (32 punkter)"), which a select cannot be asked for by part. */
export async function chooseOption(page: Page, label: string, name: string): Promise<void> {
  const select = page.getByLabel(label);
  await select.selectOption(await select.locator("option", { hasText: name }).first().getAttribute("value"));
}

/** The browser asks, as often as it likes; without a line the page that comes is its own, and would load ours again by itself. */
export async function reloadWithoutLine(page: Page): Promise<void> {
  page.on("dialog", agree);
  await page.reload().catch(() => {});
  await expect(() => page.goto("about:blank", { timeout: 3_000 })).toPass({ timeout: 30_000 });
  page.off("dialog", agree);
}

const agree = (dialog: Dialog) => void dialog.accept().catch(() => {});

/** Lets the page take in what the browser did by itself: a machine types faster than selections are reported. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done())))),
  );
}
