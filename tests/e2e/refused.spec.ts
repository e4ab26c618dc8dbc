import type { Page } from "playwright/test";
import { addressOf, DEMO_PASSWORD, type DemoPerson } from "../../server/demo/people";
import { startSilentNetwork } from "../world/silent-network";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, hearingBegun, KEPT_HERE, saving, text } from "./steps";

const TOO_LONG = "Alt for langt. ".repeat(20_000);

test("[E9] [E10] [E30] what is too large to save is refused with its reason, offered for copying, and offered again after the reload", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring med et alt for langt bilag");
  const writer = await signIn("bidragyder.social", { permissions: ["clipboard-read", "clipboard-write"] });
  await writer.goto(response);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Gemt i god tid.");
  await expect(saving(writer, "Gemt")).toBeVisible();
  await writer.keyboard.press("Enter");
  await pasteText(writer, TOO_LONG);

  const notice = writer.getByRole("alert");
  await expect(notice).toContainText("for stort til at blive gemt på én gang");
  await expect(saving(writer, "Ikke gemt")).toBeVisible();
  await expect(text(writer)).not.toBeEditable();
  await expect(notice.getByRole("region", { name: "Ikke gemt" })).toContainText("Alt for langt.");
  await expect(notice).not.toContainText("Gemt i god tid.");
  await notice.getByRole("button", { name: "Kopiér det, der ikke blev gemt" }).click();
  await expect(notice.getByText("Teksten er kopieret")).toBeVisible();
  const copied = await writer.evaluate(() => navigator.clipboard.readText());
  expect(copied.length).toBeGreaterThan(TOO_LONG.length - 10);
  expect(copied).not.toContain("Gemt i god tid.");

  // All of it lies on this machine, so nothing is asked. It is tried once more, and refused as before.
  await writer.getByRole("button", { name: "Genindlæs siden" }).click();
  const earlier = writer.getByRole("region", { name: "Ikke gemt i teksten" }).first();
  await expect(earlier).toContainText("kan ikke føjes til teksten");
  await expect(earlier).toContainText("Alt for langt.");
  await expect(text(writer)).toContainText("Gemt i god tid.");
  await expect(text(writer)).not.toContainText("Alt for langt.");

  await test.step("whoever signs in in the same tab is not shown it, and it is gone", async () => {
    await signInHere(writer, "leder.social");
    await writer.goto(response);
    await expect(text(writer)).toContainText("Gemt i god tid.");
    await expect(earlier).toHaveCount(0);
    expect(
      await writer.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("samsvar-unsaved"))),
    ).toEqual([]);
  });
  await coordinator.reload();
  await expect(text(coordinator)).not.toContainText("Alt for langt.");
});

test("[E9] [E30] a page of an older schema is told so; nothing is asked when it is loaded anew, and what it wrote is sent", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/426|WebSocket connection/);
  const coordinator = await signIn("tovholder");
  await hearingBegun(coordinator, "Høring under en opdatering");
  const sockets: { close(how: { code: number }): Promise<void> }[] = [];
  const server = { isNewer: false };
  await coordinator.routeWebSocket(/\/sync\//, (socket) => {
    const onward = socket.connectToServer();
    socket.onMessage((frame) => server.isNewer || onward.send(frame));
    sockets.push(socket);
  });
  await coordinator.reload();
  await caretUnder(coordinator, CHAPTER_HEADING);
  await coordinator.keyboard.type("Før opdateringen.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  server.isNewer = true;
  await coordinator.keyboard.type(" Midt i opdateringen.");
  await sockets.at(-1)?.close({ code: 4426 });
  const notice = coordinator.getByRole("alert");
  await expect(notice).toContainText("Samsvar er blevet opdateret");
  await expect(notice).toContainText("Før opdateringen. Midt i opdateringen.");
  server.isNewer = false;
  await coordinator.getByRole("button", { name: "Genindlæs siden" }).click();
  const sent = coordinator.getByRole("status").filter({ hasText: "er nu gemt i teksten" });
  await expect(sent).toContainText("Midt i opdateringen.");
  await expect(text(coordinator)).toContainText("Før opdateringen. Midt i opdateringen.");
  await sent.getByRole("button", { name: "Luk" }).click();
  await expect(sent).toHaveCount(0);

  await test.step("the claim is refused in the same words, before there is any text", async () => {
    await coordinator.route(/\/sync\/.*\/client$/, (route) => route.fulfill({ status: 426, json: { code: 4426 } }));
    await coordinator.reload();
    await expect(notice).toContainText("Samsvar er blevet opdateret");
    await coordinator.unroute(/\/sync\/.*\/client$/);
    await coordinator.getByRole("button", { name: "Genindlæs siden" }).click();
    await expect(text(coordinator)).toContainText("Før opdateringen.");
  });
});

test("[E9] [I4] logged out under the writer's hands: signed in again in another tab, the same page saves what it holds", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/401|WebSocket connection|Failed to (fetch|load)/);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring, hvor man blev logget ud");
  await caretUnder(coordinator, CHAPTER_HEADING);
  await coordinator.keyboard.type("Før udløbet.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  const cookies = await coordinator.context().cookies();
  await coordinator.context().clearCookies();
  await coordinator.context().setOffline(true);
  await coordinator.keyboard.type(" Efter udløbet.");
  await expect(saving(coordinator, KEPT_HERE)).toBeVisible();
  await coordinator.context().setOffline(false);
  const notice = coordinator.getByRole("alert");
  await expect(notice).toContainText("Du er blevet logget ud");
  await expect(notice).toContainText("Før udløbet. Efter udløbet.");
  await coordinator.context().addCookies(cookies);
  await notice.getByRole("button", { name: "Prøv igen" }).click();
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await expect(text(coordinator)).toBeEditable();
  const reader = await signIn("bidragyder.social");
  await reader.goto(response);
  await expect(text(reader)).toContainText("Før udløbet. Efter udløbet.");
});

test("[E9] the network falls silent without a word: the page says so after some seconds, and saves when it carries again", async ({
  app,
  signIn,
  complaints,
}) => {
  complaints.allow(/WebSocket connection|Failed to (fetch|load)|ERR_/);
  const network = await startSilentNetwork(app.url);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring i et stumt net");
  const writer = await signIn("bidragyder.social");
  await writer.goto(network.url + response);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Før stilheden.");
  await expect(saving(writer, "Gemt")).toBeVisible();
  network.silence();
  await writer.keyboard.type(" Ud i ingenting.");
  await expect(saving(writer, KEPT_HERE)).toBeVisible();
  expect(network.swallowed).toBeGreaterThan(0);
  await writer.keyboard.type(" Og videre.");
  network.carry();
  await expect(saving(writer, "Gemt")).toBeVisible({ timeout: 20_000 });
  await expect(text(coordinator)).toContainText("Før stilheden. Ud i ingenting. Og videre.");
  await network.stop();
});

async function pasteText(page: Page, words: string): Promise<void> {
  await text(page).evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, words);
}

/** Somebody else at the same computer, in the same tab. */
async function signInHere(page: Page, who: DemoPerson): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/log-ind");
  await page.getByLabel("E-mail").fill(addressOf(who));
  await page.getByLabel("Adgangskode", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).not.toHaveURL(/log-ind/);
}
