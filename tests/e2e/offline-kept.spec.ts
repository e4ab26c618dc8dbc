import { rm } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright/test";
import { addressOf, DEMO_PASSWORD, type DemoPerson } from "../../server/demo/people";
import { temporaryFolder } from "../world/folder";
import { expect, test } from "./fixtures";
import {
  CHAPTER_HEADING,
  caretAtEndOf,
  caretUnder,
  hearingBegun,
  KEPT_HERE,
  reloadWithoutLine,
  saving,
  sendForApproval,
  text,
  wordsIn,
} from "./steps";

const NO_LINE = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|WebSocket connection|Failed to (fetch|load)/;

test("[E30] typed without a line, and the page loaded anew: back on the line it merges by itself, once", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(NO_LINE);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring i toget");
  const writer = await signIn("bidragyder.social");
  await writer.goto(response);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Før tunnelen.");
  await expect(saving(writer, "Gemt")).toBeVisible();
  await writer.context().setOffline(true);
  await writer.keyboard.type(" Skrevet i tunnelen.");
  await writer.keyboard.press("Enter");
  await writer.keyboard.type("Et helt afsnit.");
  await expect(saving(writer, KEPT_HERE)).toBeVisible();
  expect(await onMachine(writer)).not.toContain("tunnelen");
  await reloadWithoutLine(writer);
  await caretAtEndOf(coordinator, "Før tunnelen.");
  await coordinator.keyboard.type(" Og imens.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await writer.context().setOffline(false);
  await writer.goto(response);
  const sent = writer.getByRole("status").filter({ hasText: "er nu gemt i teksten" });
  await expect(sent).toContainText("Et helt afsnit.");
  for (const page of [writer, coordinator]) {
    await expect.poll(() => wordsIn(page)).toContain("Skrevet i tunnelen.");
    await expect.poll(() => wordsIn(page)).toContain("Og imens.");
    await expect(text(page).getByText("Et helt afsnit.")).toHaveCount(1);
  }
  await expect.poll(() => onMachine(writer)).toBe("");
  await sent.getByRole("link", { name: "Vis i teksten" }).click();
  await expect(text(writer).locator(".is-target")).toContainText("Skrevet i tunnelen.");
  await writer.reload();
  await expect(text(writer).getByText("Et helt afsnit.")).toHaveCount(1);
  await expect(sent).toHaveCount(0);
});

test("[E30] the browser is ended under the writer, and begun again: the text is there", async ({
  app,
  signIn,
  complaints,
  launchOptions,
  playwright,
}) => {
  complaints.allow(NO_LINE);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring på en bærbar");
  const profile = temporaryFolder();
  const begin = () => playwright.chromium.launchPersistentContext(profile, { ...launchOptions, baseURL: app.url });
  const first = await begin();
  const writer = await signInHere(first, "bidragyder.social");
  await writer.goto(response);
  await caretUnder(writer, CHAPTER_HEADING);
  await first.setOffline(true);
  await writer.keyboard.type("Skrevet, før strømmen gik.");
  await expect(saving(writer, KEPT_HERE)).toBeVisible();
  await writer.goto("chrome://crash").catch(() => {});
  await first.close();

  const second = await begin();
  const page = second.pages()[0] ?? (await second.newPage());
  await page.goto(response);
  if (page.url().includes("log-ind")) await signInHere(second, "bidragyder.social", page);
  await page.goto(response);
  await expect(text(page)).toContainText("Skrevet, før strømmen gik.");
  await expect(text(coordinator)).toContainText("Skrevet, før strømmen gik.");
  await second.close();
  await rm(profile, { recursive: true, force: true });
});

test("[E30] whatever page its writer opens next, it is sent from there", async ({ signIn, complaints }) => {
  complaints.allow(NO_LINE);
  const coordinator = await signIn("tovholder");
  const title = "Høring til i morgen";
  const response = await hearingBegun(coordinator, title);
  const context = (await signIn("bidragyder.social")).context();
  const writer = await typedWithoutLine(context, response, "Skrevet i går.");
  await closeTab(writer);
  await context.setOffline(false);
  const desk = await context.newPage();
  await desk.goto("/");
  const sent = desk.getByRole("status").filter({ hasText: "er nu gemt i teksten" });
  await expect(sent.getByRole("link")).toHaveAttribute("href", response);
  await expect(text(coordinator)).toContainText("Skrevet i går.");
  await expect.poll(() => onMachine(desk)).toBe("");
});

test("[E30] somebody else at the same machine sees nothing of it and sends nothing of it; its writer does", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(NO_LINE);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring på en fælles pc");
  const context = (await signIn("bidragyder.social")).context();
  const writer = await typedWithoutLine(context, response, "Kun mit.");
  await closeTab(writer);
  await context.setOffline(false);
  await context.clearCookies();
  const other = await signInHere(context, "leder.social");
  await other.goto(response);
  await expect(text(other)).toContainText(CHAPTER_HEADING);
  await expect(other.getByText("Kun mit.")).toHaveCount(0);
  expect(await onMachine(other)).not.toBe("");
  expect(await onMachine(other)).not.toContain("Kun mit");
  await expect(text(coordinator)).not.toContainText("Kun mit.");

  await signOut(other);
  await expect(other).toHaveURL(/log-ind/);
  await signInHere(context, "bidragyder.social", other);
  await other.goto(response);
  await expect(text(other)).toContainText("Kun mit.");
  await expect(text(coordinator)).toContainText("Kun mit.");
});

test("[E30] signing out asks when something lies on the machine alone, and takes it away", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(NO_LINE);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring før ferien");
  const context = (await signIn("bidragyder.social")).context();
  const writer = await typedWithoutLine(context, response, "Aldrig sendt.");
  await closeTab(writer);
  // A line for pages, and none for the text.
  await context.route(/\/sync\//, (route) => route.abort());
  await context.routeWebSocket(/\/sync\//, (socket) => socket.close());
  await context.setOffline(false);
  const desk = await context.newPage();
  await desk.goto("/");
  const asked = desk.waitForEvent("dialog");
  const pressing = signOut(desk).catch(() => {});
  const question = await asked;
  expect(question.message()).toContain("ligger kun på denne maskine");
  await question.accept();
  await pressing;
  await expect(desk).toHaveURL(/log-ind/);
  await expect.poll(() => onMachine(desk)).toBe("");
  await context.unrouteAll();
  await expect(text(coordinator)).not.toContainText("Aldrig sendt.");
});

test("[E30] [A1] locked meanwhile, it is kept and shown to be copied, and sent when the text is opened again", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(NO_LINE);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring, der blev låst imens");
  const context = (await signIn("bidragyder.social")).context();
  const writer = await typedWithoutLine(context, response, "Kom for sent.");
  await caretUnder(coordinator, "Generelle bemærkninger");
  await coordinator.keyboard.type("Vi støtter forslaget.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await sendForApproval(coordinator);
  await reloadWithoutLine(writer);
  await context.setOffline(false);
  await writer.goto(response);
  const notice = writer.getByRole("region", { name: "Ikke gemt i teksten" }).first();
  await expect(notice).toContainText("Teksten er låst");
  await expect(notice).toContainText("Kom for sent.");
  await expect(text(writer)).not.toContainText("Kom for sent.");

  const director = await signIn("direktoer");
  await director.goto(`${response}/godkendelse`);
  await director.getByText("Send teksten tilbage").click();
  await director.getByLabel("Begrundelse").fill("Mangler noget.");
  await director.getByRole("button", { name: "Send tilbage" }).click();
  await expect(text(writer)).toContainText("Kom for sent.");
  await expect(notice).toHaveCount(0);
  await expect.poll(() => onMachine(writer)).toBe("");
});

test("[E30] [I4] two tabs of one person: each sends its own, and what a dead one left is sent once", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(NO_LINE);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring i to faner");
  const context = (await signIn("bidragyder.social")).context();
  const one = await context.newPage();
  const two = await context.newPage();
  for (const page of [one, two]) {
    await page.goto(response);
    await expect(saving(page, "Gemt")).toBeVisible();
  }
  await context.setOffline(true);
  await one.bringToFront();
  await caretUnder(one, CHAPTER_HEADING);
  await one.keyboard.type("Fra den ene.");
  await expect(saving(one, KEPT_HERE)).toBeVisible();
  await two.bringToFront();
  await caretUnder(two, "Generelle bemærkninger");
  await two.keyboard.type("Fra den anden.");
  await expect(saving(two, KEPT_HERE)).toBeVisible();
  await reloadWithoutLine(two);
  await context.setOffline(false);
  await two.goto(response);
  for (const page of [one, two, coordinator]) {
    await expect(text(page).getByText("Fra den ene.")).toHaveCount(1);
    await expect(text(page).getByText("Fra den anden.")).toHaveCount(1);
  }
  await expect(saving(one, "Gemt")).toBeVisible();
  await expect.poll(() => onMachine(two)).toBe("");
});

test("[E30] a browser that keeps nothing for us is said to keep nothing", async ({ signIn, complaints }) => {
  complaints.allow(NO_LINE);
  const writer = await signIn("tovholder");
  await writer.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await writer.goto("/");
  await hearingBegun(writer, "Høring i et privat vindue");
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.context().setOffline(true);
  await writer.keyboard.type("Kun her.");
  await expect(saving(writer, "Ikke gemt – .+ browseren kan ikke gemme her. Luk ikke siden")).toBeVisible();
});

async function typedWithoutLine(context: BrowserContext, response: string, words: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(response);
  await caretUnder(page, CHAPTER_HEADING);
  await expect(saving(page, "Gemt")).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.type(words);
  await expect(saving(page, KEPT_HERE)).toBeVisible();
  return page;
}

async function closeTab(page: Page): Promise<void> {
  page.once("dialog", (dialog) => dialog.accept());
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
}

/** Everything our own database on this machine holds, as text; "" when it holds nothing. */
function onMachine(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((answer, fail) => {
      const asking = indexedDB.open("samsvar-kept");
      asking.onsuccess = () => answer(asking.result);
      asking.onerror = () => fail(asking.error);
    });
    const rows = db.objectStoreNames.contains("chunks")
      ? await new Promise<{ sealed?: unknown; bytes?: ArrayBuffer }[]>((answer) => {
          const asking = db.transaction("chunks").objectStore("chunks").getAll();
          asking.onsuccess = () => answer(asking.result);
        })
      : [];
    db.close();
    return rows.map((row) => JSON.stringify(row) + new TextDecoder("latin1").decode(row.bytes)).join("\n");
  });
}

async function signInHere(context: BrowserContext, who: DemoPerson, on?: Page): Promise<Page> {
  const page = on ?? (await context.newPage());
  await page.goto("/log-ind");
  await page.getByLabel("E-mail").fill(addressOf(who));
  await page.getByLabel("Adgangskode", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).not.toHaveURL(/log-ind/);
  return page;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("banner").locator("summary", { hasText: "Din konto" }).click();
  await page.getByRole("button", { name: "Log ud" }).click();
}
