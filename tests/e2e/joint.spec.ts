import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, daysFromNow, saving, text } from "./steps";

const TITLE = "Høring, to kommuner svarer på";
const OURS = "I Nabo Kommune har vi kun én indgang.";
const ADDED = "Nabo Kommune vil selv drive tilbuddet.";
const ASSESSMENT = /^Vurdering af, hvor langt vi er/;

/** Every address inside a hearing, as somebody may type it. */
function addressesOf(hearing: string, response: string): string[] {
  const pages = ["", "/plan", "/fordeling", "/daekning", "/daekning/nyt", "/daekning/tekster", "/daekning.csv"];
  const parts = [
    "",
    "/del",
    "/dele",
    "/historik",
    "/godkendelse",
    "/godkendelse/nyt",
    "/arkiv",
    "/arkiv/filer",
    "/udfald",
  ];
  const aside = ["/kommentarer", "/forslag", "/ajour", "/punkter", "/udfald.csv"];
  return [...pages.map((one) => `${hearing}${one}`), ...[...parts, ...aside].map((one) => `${response}${one}`)];
}

/** Those that do not answer with that status. */
async function otherThan(page: Page, addresses: readonly string[], wanted: number): Promise<string[]> {
  const asked = addresses.map(async (one) => {
    const status = (await page.request.get(one, { maxRedirects: 0 })).status();
    return status === wanted ? [] : [`${status} ${one}`];
  });
  return (await Promise.all(asked)).flat();
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

/** A form sent as its page sends it, by whom other journeys show clicking it. Gives where it leads. */
async function sent(page: Page, path: string, form: Record<string, string>): Promise<string> {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.post(path, { form, headers, maxRedirects: 0 });
  expect([200, 302]).toContain(answer.status());
  return answer.headers()["location"] ?? path;
}

/** The value of the choice that stands before these words. */
async function valueBefore(page: Page, path: string, words: RegExp): Promise<string> {
  const html = await (await page.request.get(path)).text();
  const [, value = ""] = html.match(new RegExp(`value="([^"]+)"[^>]*>(?:<[^>]+>|\\s)*${words.source}`)) ?? [];
  expect(value, `a choice before ${words.source}`).not.toBe("");
  return value;
}

/** A hearing of the test's own with its text begun; to whom other journeys share out (journey.spec.ts) it is given by hand. */
async function begun(page: Page): Promise<{ hearing: string; response: string }> {
  const versionId = await valueBefore(page, "/hoeringer/ny", /Samarbejdsaftale om voksne/);
  const said = { kind: "hearing", versionId, title: TITLE, sender: "KKR Hovedstaden", deadline: daysFromNow(21) };
  const hearing = await sent(page, "/hoeringer/ny", { ...said, caseNumber: "2026-7608", kle: "29.30.00" });
  await given(page, hearing, /3 Ansvar og roller/, /Center for Socialservice/);
  return { hearing, response: await sent(page, `${hearing}?index`, { command: "start" }) };
}

async function given(page: Page, hearing: string, section: RegExp, center: RegExp): Promise<void> {
  const path = `${hearing}/fordeling`;
  const [clauseId, centerId] = await Promise.all([section, center].map((one) => valueBefore(page, path, one)));
  await sent(page, path, { clauseId: clauseId ?? "", centerId: centerId ?? "", deadline: daysFromNow(14) });
}

test("[J10] [J13] [J14] [J16] [J20] two municipalities write one answer: invited, written, signed, with an addendum, and left", async ({
  signIn,
  complaints,
}) => {
  const [host, guest] = await Promise.all([signIn("tovholder"), signIn("nabo.tovholder")]);
  const { hearing, response } = await begun(host);
  const addresses = addressesOf(hearing, response);
  await host.goto(hearing);
  await host.getByText("Invitér en kommune").click();
  await host.getByLabel("Kommune", { exact: true }).selectOption("Nabo Kommune");
  await host.getByRole("button", { name: "Send invitationen" }).click();
  await expect(host.getByText("Afventer svar")).toBeVisible();
  expect(await otherThan(guest, addresses, 404)).toEqual([]);

  await guest.goto("/");
  await guest.getByRole("link", { name: new RegExp(`^Svar på invitationen.*${TITLE}`) }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "Invitation til et fælles svar" })).toBeVisible();
  await isAccessible(guest);
  await guest.getByRole("checkbox", { name: "Socialcenteret" }).check();
  await guest.getByRole("button", { name: "Tag imod invitationen" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(guest.getByText("Fælles svar · Eksempel")).toBeVisible();
  expect(await otherThan(guest, addresses, 200)).toEqual([]);

  await given(host, hearing, /2 Fælles principper/, /Socialcenteret, Nabo/);
  await host.goto(hearing);
  await expect(host.getByRole("rowheader", { name: "Nabo Kommune" })).toBeVisible();
  await host.goto(response);
  const writer = await signIn("nabo.bidragyder");
  await writer.goto(`${response}/del`);
  await isAccessible(writer);
  await writer.getByRole("button", { name: "Tilføj tillæg fra Nabo Kommune" }).click();
  await writer.getByRole("link", { name: "Gå til tillægget" }).click();
  await caretUnder(writer, "Særlige bemærkninger fra Nabo Kommune");
  await writer.keyboard.type(ADDED);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type(`${OURS}§`);
  await writer.keyboard.type("2.2");
  await writer.getByRole("option", { name: /^2\.2/ }).waitFor();
  await writer.keyboard.press("Enter");
  await expect(saving(writer, "Gemt")).toBeVisible();
  for (const words of [OURS, ADDED]) await expect(text(host)).toContainText(words);

  const manager = await signIn("nabo.leder");
  await manager.goto(`${response}/del`);
  await manager.getByRole("link", { name: /^Læs og godkend.*Socialcenteret, Nabo/ }).click();
  for (const words of [OURS, ADDED]) await expect(manager.getByRole("article").getByText(words)).toBeVisible();
  await manager.getByRole("button", { name: "Godkend centerets del" }).click();
  await expect(manager.getByRole("status").getByText("Du har godkendt centerets del.")).toBeVisible();
  await host.goto(`${response}/del`);
  await expect(host.getByRole("row", { name: /Socialcenteret, Nabo/ })).toContainText("Grethe Winther");

  complaints.allow(/status of 40[34]|WebSocket/);
  await host.goto(hearing);
  await host.locator("summary", { hasText: /^Træk tilbage/ }).click();
  await host.getByRole("button", { name: "Træk invitationen til Nabo Kommune tilbage" }).click();
  await expect(host.getByText("Trukket tilbage")).toBeVisible();
  await expect(text(writer)).toHaveAttribute("contenteditable", "false");
  await expect(text(writer)).toContainText(OURS);
  expect(await otherThan(writer, addresses, 404)).toEqual([]);
});

test("[J18] [M19] [M20] [M21] a guest says how far it is in the host's assessment, and both see it by center and by municipality", async ({
  signIn,
}) => {
  const guest = await signIn("nabo.bidragyder");
  await guest.goto("/hoeringer");
  await guest.getByRole("link", { name: ASSESSMENT }).click();
  await guest.getByRole("link", { name: "Dækning" }).click();
  const cell = guest
    .getByRole("row", { name: /Elever på første år/ })
    .getByRole("gridcell")
    .filter({ has: guest.getByRole("button") });
  await cell.focus();
  await guest.keyboard.press("4");
  await expect(cell).toContainText("Delvist opfyldt");
  await expect(guest.getByRole("status").filter({ hasText: "Delvist opfyldt." })).toBeVisible();
  await guest.getByRole("link", { name: "Mål", exact: true }).click();
  await expect(guest.getByRole("columnheader", { name: "Nabo Kommune" })).toBeVisible();
  const goal = (page: Page) => page.getByRole("row", { name: /Elever på første år/ });
  await expect(goal(guest)).toContainText("Delvist opfyldt");
  await expect(goal(guest).getByRole("link")).toHaveCount(0);
  await isAccessible(guest);

  const host = await signIn("tovholder");
  await host.goto(new URL(guest.url()).pathname);
  await host.getByRole("link", { name: "Pr. kommune" }).click();
  await expect(host.getByRole("columnheader")).toHaveText(["Mål", "Eksempel Kommune", "Nabo Kommune"]);
  for (const status of ["Ikke aktuelt i gang", "Delvist opfyldt"]) await expect(goal(host)).toContainText(status);
  await host.getByRole("link", { name: "Se målene gennem årene" }).click();
  await expect(host.getByRole("columnheader", { name: "Nabo Kommune" })).toBeVisible();
});
