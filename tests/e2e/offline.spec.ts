import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretAtEndOf, caretUnder, hearingBegun, KEPT_HERE, saving, text } from "./steps";

test("[E9] [I2] the server is killed under a writer: typing goes on, leaving asks first, and on return all is saved once", async ({
  app,
  signIn,
  complaints,
}) => {
  complaints.allow(/ERR_CONNECTION_REFUSED|WebSocket connection|Failed to (fetch|load)/);
  const writer = await signIn("bidragyder.social");
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring under et strømsvigt");
  await writer.goto(response);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Før faldet.");
  await expect(saving(writer, "Gemt")).toBeVisible();

  await app.kill("SIGKILL");
  await expect(saving(writer, "Gemt – forbindelsen er væk")).toBeVisible();
  await writer.keyboard.type(" Skrevet uden forbindelse.");
  await expect(saving(writer, KEPT_HERE)).toBeVisible();
  await writer.keyboard.press("Enter");
  await writer.keyboard.type("Og et afsnit til.");

  await test.step("leaving asks first, by a link and by closing the tab", async () => {
    expect(await asked(writer, () => writer.getByRole("link", { name: "Dækning" }).click())).toMatch(
      /ikke (gemt|sendt) endnu/,
    );
    expect(await asked(writer, () => writer.close({ runBeforeUnload: true }))).toBe("beforeunload");
    await expect(text(writer)).toContainText("Og et afsnit til.");
  });

  await app.restart();
  await caretAtEndOf(writer, "Og et afsnit til.");
  await writer.keyboard.type(" Og mere.");
  await expect(saving(writer, "Gemt")).toBeVisible({ timeout: 20_000 });
  await coordinator.goto(response);
  await expect(text(coordinator)).toContainText("Og mere.");
  expect(await paragraphs(coordinator)).toContain(
    "Før faldet. Skrevet uden forbindelse.\nOg et afsnit til. Og mere.\nPå vegne af",
  );
  await leavesFreely(writer);
});

test("[E9] the network of one writer goes away: the other writes on, and both texts meet again", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|WebSocket connection|Failed to (fetch|load)/);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring med et dårligt net");
  const writer = await signIn("bidragyder.social");
  await writer.goto(response);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Begge ser dette.");
  await expect(text(coordinator)).toContainText("Begge ser dette.");

  await writer.context().setOffline(true);
  await writer.keyboard.type(" Kun her.");
  await expect(saving(writer, KEPT_HERE)).toBeVisible();
  await caretAtEndOf(coordinator, "Begge ser dette.");
  await coordinator.keyboard.type(" Kun der.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await expect(text(writer)).not.toContainText("Kun der.");

  await writer.context().setOffline(false);
  await expect(saving(writer, "Gemt")).toBeVisible({ timeout: 20_000 });
  await expect(text(writer)).toContainText("Kun der.");
  await expect(text(coordinator)).toContainText("Kun her.");
  const both = await paragraphs(writer);
  expect(both).toMatch(/^Begge ser dette\.( Kun her\. Kun der\.| Kun der\. Kun her\.)$/m);
  expect(await paragraphs(coordinator)).toBe(both);
});

/** The text's blocks, a line each, without the names at others' carets. */
function paragraphs(page: Page): Promise<string> {
  return text(page).evaluate((element) => {
    const copy = document.importNode(element, true);
    for (const caret of copy.querySelectorAll(".collaboration-carets__caret")) caret.remove();
    return [...copy.children].map((block) => (block.textContent ?? "").replace(/\p{Cf}/gu, "")).join("\n");
  });
}

/** What the page asked before it was left; the answer is no. */
async function asked(page: Page, leave: () => Promise<unknown>): Promise<string> {
  const dialog = page.waitForEvent("dialog");
  const leaving = leave();
  const question = await dialog;
  const words = question.type() === "beforeunload" ? "beforeunload" : question.message();
  await question.dismiss();
  await leaving;
  return words;
}

async function leavesFreely(page: Page): Promise<void> {
  page.once("dialog", (dialog) => {
    throw new Error(`Expected to leave without a question; was asked: ${dialog.message()}`);
  });
  await page.getByRole("link", { name: "Dækning" }).click();
  await expect(page).toHaveURL(/daekning/);
}
