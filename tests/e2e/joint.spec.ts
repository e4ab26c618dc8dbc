import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, hearingBegun, saving, shareOut, text } from "./steps";

const TITLE = "Høring, to kommuner svarer på";
const OURS = "I Nabo Kommune har vi kun én indgang.";
const ADDED = "Nabo Kommune vil selv drive tilbuddet.";

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

async function statusesOf(page: Page, addresses: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const one of addresses) found.set(one, (await page.request.get(one, { maxRedirects: 0 })).status());
  return found;
}

const allAre = (statuses: ReadonlyMap<string, number>, wanted: number) =>
  [...statuses].filter(([, status]) => status !== wanted);

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

test("[J10] [J13] [J14] [J16] two municipalities write one answer: invited, written, signed, with an addendum, and left", async ({
  signIn,
  complaints,
}) => {
  const host = await signIn("tovholder");
  const response = await hearingBegun(host, TITLE);
  await host.getByRole("link", { name: "Overblik" }).click();
  await expect(host).toHaveURL(/hoeringer/);
  await expect(host.getByRole("heading", { name: "Kommuner", exact: true })).toBeVisible();
  const hearing = new URL(host.url()).pathname;
  const addresses = addressesOf(hearing, response);
  await host.getByText("Invitér en kommune").click();
  await host.getByLabel("Kommune", { exact: true }).selectOption("Nabo Kommune");
  await host.getByRole("button", { name: "Send invitationen" }).click();
  await expect(host.getByText("Afventer svar")).toBeVisible();
  const guest = await signIn("nabo.tovholder");
  expect(allAre(await statusesOf(guest, addresses), 404)).toEqual([]);

  await guest.goto("/");
  await guest.getByRole("link", { name: new RegExp(`^Svar på invitationen.*${TITLE}`) }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "Invitation til et fælles svar" })).toBeVisible();
  await isAccessible(guest);
  await guest.getByRole("checkbox", { name: "Socialcenteret" }).check();
  await guest.getByRole("button", { name: "Tag imod invitationen" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(guest.getByText("Fælles svar · Eksempel")).toBeVisible();
  expect(allAre(await statusesOf(guest, addresses), 200)).toEqual([]);

  await host.reload();
  await isAccessible(host);
  await shareOut(host, { section: /^2 Fælles principper/, center: "Socialcenteret, Nabo" });
  await host.goto(response);
  const writer = await signIn("nabo.bidragyder");
  await writer.getByRole("link", { name: new RegExp(`^Svar på bestemmelserne.*${TITLE}`) }).click();
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type(`${OURS}§`);
  await writer.keyboard.type("2.2");
  await writer.getByRole("option", { name: /^2\.2/ }).waitFor();
  await writer.keyboard.press("Enter");
  await expect(saving(writer, "Gemt")).toBeVisible();
  await expect(text(host)).toContainText(OURS);

  await writer.goto(`${response}/del`);
  await isAccessible(writer);
  await writer.getByRole("button", { name: "Tilføj tillæg fra Nabo Kommune" }).click();
  await writer.getByRole("link", { name: "Gå til tillægget" }).click();
  await caretUnder(writer, "Særlige bemærkninger fra Nabo Kommune");
  await writer.keyboard.type(ADDED);
  await expect(saving(writer, "Gemt")).toBeVisible();
  await expect(text(host)).toContainText(ADDED);

  const manager = await signIn("nabo.leder");
  await manager.goto(`${response}/del`);
  await manager.getByRole("link", { name: /^Læs og godkend.*Socialcenteret, Nabo/ }).click();
  for (const words of [OURS, ADDED]) await expect(manager.getByRole("article").getByText(words)).toBeVisible();
  await manager.getByRole("button", { name: "Godkend centerets del" }).click();
  await expect(manager.getByRole("status").getByText("Du har godkendt centerets del.")).toBeVisible();
  await host.goto(`${response}/del`);
  await expect(host.getByRole("row", { name: /Socialcenteret, Nabo/ })).toContainText("Grethe Winther");

  await writer.goto(response);
  await expect(text(writer)).toContainText(OURS);
  complaints.allow(/status of 40[34]|WebSocket/);
  await host.goto(hearing);
  await host.locator("summary", { hasText: /^Træk tilbage/ }).click();
  await host.getByRole("button", { name: "Træk invitationen til Nabo Kommune tilbage" }).click();
  await expect(host.getByText("Trukket tilbage")).toBeVisible();
  await expect(text(writer)).toHaveAttribute("contenteditable", "false");
  expect(allAre(await statusesOf(writer, addresses), 404)).toEqual([]);
  await host.goto(response);
  await expect(text(host)).toContainText(OURS);
});
