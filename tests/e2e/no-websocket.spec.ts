import { startProxy } from "../sync/proxy";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretAtEndOf, caretUnder, hearingBegun, KEPT_HERE, saving, text } from "./steps";

test("[W9] [E9] a writer whose proxy lets no WebSocket through writes all the same, is saved, and sees what others write", async ({
  app,
  signIn,
  complaints,
}) => {
  complaints.allow(/WebSocket connection|Failed to (fetch|load)|ERR_/);
  const proxy = await startProxy(app.url);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring bag en gammel proxy");
  const writer = await signIn("bidragyder.social", { baseURL: proxy.url });
  await writer.goto(response);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Skrevet bag proxyen.");
  await expect(saving(writer, "Gemt")).toBeVisible();
  await expect(text(coordinator)).toContainText("Skrevet bag proxyen.");
  await caretAtEndOf(coordinator, "Skrevet bag proxyen.");
  await coordinator.keyboard.type(" Læst af tovholderen.");
  await expect(text(writer)).toContainText("Læst af tovholderen.");
  await expect(text(writer).getByText("Mette Holm Andersen")).toBeVisible();

  await test.step("the tab remembers it: its next page tries no WebSocket", async () => {
    const before = proxy.counts.upgrades;
    expect(before).toBeGreaterThan(0);
    await writer.reload();
    await expect(text(writer)).toContainText("Læst af tovholderen.");
    await caretAtEndOf(writer, "Læst af tovholderen.");
    await writer.keyboard.type(" Og igen.");
    await expect(saving(writer, "Gemt")).toBeVisible();
    expect(proxy.counts.upgrades).toBe(before);
  });

  await test.step("the proxy goes down: the page says so, and saves when it is back", async () => {
    proxy.state.isDown = true;
    proxy.cut();
    await writer.keyboard.type(" Uden forbindelse.");
    await expect(saving(writer, KEPT_HERE)).toBeVisible();
    proxy.state.isDown = false;
    await expect(saving(writer, "Gemt")).toBeVisible({ timeout: 20_000 });
    await expect(text(coordinator)).toContainText("Og igen. Uden forbindelse.");
  });
  await proxy.stop();
});
