import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { caretUnder, hearingBegun, saving, text } from "./steps";

const WORDS = "Kommunen støtter fælles tavler i alle afdelinger.";

const box = (page: Page, name = "Skriv en kommentar") => page.getByRole("textbox", { name });
const pane = (page: Page) => page.getByRole("region", { name: "Kommentarer" });
const thread = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });

/** Selects words of the text as by keyboard. */
async function selectWords(page: Page, words: string): Promise<void> {
  await text(page).evaluate((root, sought) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
    }
  }, words);
}

/** And waits until the editor has heard of it: who selects with a key or a mouse presses the next one later. */
async function selectAndRest(page: Page, words: string): Promise<void> {
  await selectWords(page, words);
  await expect(page.getByText(/ord markeret$/)).toBeVisible();
}

/** Lets nothing of that address through until it is told to. */
async function heldBack(page: Page, address: string): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(address, async (route) => {
    await gone;
    await route.continue();
  });
  return () => letGo();
}

async function axe(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).include(".side").analyze()).violations).toEqual([]);
}

test("[K1] [K2] [K5] two people comment, mention, answer, lose the words, attach anew and solve", async ({
  signIn,
}) => {
  const writer = await signIn("tovholder");
  const path = await hearingBegun(writer, "Høring med kommentarer");
  await caretUnder(writer, "Generelle bemærkninger");
  await writer.keyboard.type(WORDS);
  await expect(saving(writer, "Gemt")).toBeVisible();

  // A manager only reads the text, and comments on words of it.
  const manager = await signIn("leder.social");
  await manager.goto(path);
  await expect(text(manager)).toContainText("fælles tavler");
  await expect(manager.getByRole("button", { name: "Kommentér" })).toBeVisible();
  await selectAndRest(manager, "fælles tavler");
  await manager.keyboard.press("Control+Alt+m");
  await manager.keyboard.type("<b>Hvilke</b>? Spørg @mette");
  await manager.getByRole("option", { name: "Mette Holm Andersen" }).click();
  await manager.keyboard.type("eller se https://example.dk.");
  await axe(manager);
  await manager.keyboard.press("Control+Enter");
  const own = thread(manager, "Hvilke");
  await expect(own).toContainText("<b>Hvilke</b>? Spørg @Mette Holm Andersen eller se https://example.dk.");
  await expect(own.getByRole("link", { name: "https://example.dk" })).toBeVisible();

  // The writer hears of it, answers, gives it to herself, and writes the words away.
  await expect(writer.getByRole("tab", { name: /Kommentarer\s*1/ })).toBeVisible();
  await expect(text(writer).locator("[data-comment]")).toHaveText("fælles tavler");
  await writer.getByRole("button", { name: "1 åben kommentar til afsnittet" }).click();
  await thread(writer, "Hvilke").getByRole("button", { name: "Svar" }).click();
  await writer.keyboard.type("Dem på gangene.");
  await writer.keyboard.press("Control+Enter");
  await expect(own).toContainText("Dem på gangene.");
  await axe(writer);
  await selectAndRest(writer, "fælles tavler");
  await writer.keyboard.press("Delete");
  await expect(thread(writer, "Hvilke").getByText("Løsrevet", { exact: true })).toBeVisible();
  await expect(own.getByText("Løsrevet", { exact: true })).toBeVisible();
  await manager.getByRole("button", { name: /^Løsrevne 1/ }).click();

  await selectAndRest(manager, "alle afdelinger");
  await own.getByRole("button", { name: "Sæt på det markerede" }).click();
  await expect(text(writer).locator("[data-comment]")).toHaveText("alle afdelinger");
  await thread(writer, "Hvilke").getByRole("button", { name: "Markér som løst" }).click();
  await pane(writer)
    .getByRole("button", { name: /^Løste 1/ })
    .click();
  await expect(thread(writer, "Hvilke")).toContainText("Løst af Mette Holm Andersen");
  await expect(manager.getByRole("tab", { name: "Kommentarer", exact: true })).toBeVisible();
});

test("[E15] [K5] [K8] what cannot be sent says why and stays, through Escape and a reload; then by keyboard alone", async ({
  signIn,
}) => {
  const writer = await signIn("tovholder");
  await hearingBegun(writer, "Høring med kladde");
  await caretUnder(writer, "Generelle bemærkninger");
  await writer.keyboard.type(WORDS);
  await expect(saving(writer, "Gemt")).toBeVisible();

  // Pressed before the desk and the comments have come: what is typed behind the key goes where it is meant to.
  const showDesk = await heldBack(writer, "**/assets/around-*.js");
  const tellComments = await heldBack(writer, "**/kommentarer?*");
  await writer.reload();
  await caretUnder(writer, "Generelle bemærkninger");
  await selectWords(writer, "fælles tavler");
  await writer.keyboard.press("Control+Alt+m");
  await writer.keyboard.type("Hvilke?");
  showDesk();
  await expect(box(writer)).toHaveValue("Hvilke?");
  await writer.keyboard.type(" Alle?");
  tellComments();
  await expect(box(writer)).toHaveValue("Hvilke? Alle?");
  await expect(text(writer)).toContainText(WORDS);
  await expect(text(writer)).not.toContainText("Hvilke?");

  await box(writer).fill("x".repeat(100_000));
  await writer.keyboard.press("Control+Enter");
  await expect(writer.getByRole("alert")).toContainText("10.000 tegn");
  expect((await box(writer).inputValue()).length).toBe(100_000);
  await box(writer).fill("Skal det stå her?");
  await writer.keyboard.press("Escape");
  await expect(box(writer)).toHaveCount(0);
  await expect(text(writer)).toBeFocused();
  await writer.reload();
  await expect(saving(writer, "Gemt")).toBeVisible();
  await caretUnder(writer, "Generelle bemærkninger");
  await writer.keyboard.press("Control+Alt+m");
  await expect(box(writer)).toHaveValue("Skal det stå her?");
  await writer.keyboard.press("Control+Enter");
  await expect(thread(writer, "Skal det stå her?")).toBeVisible();
  await expect(text(writer)).toBeFocused();
  await writer.keyboard.press("Alt+PageDown");
  await expect(thread(writer, "Skal det stå her?")).toBeFocused();
  await writer.keyboard.press("Escape");
  await expect(text(writer)).toBeFocused();
});

test("[K3] on a telephone a manager reads, answers and solves, and a reader only reads", async ({ signIn }) => {
  const size = { viewport: { width: 390, height: 844 } };
  const writer = await signIn("tovholder");
  const path = await hearingBegun(writer, "Høring på telefon");
  await caretUnder(writer, "Generelle bemærkninger");
  await writer.keyboard.type(WORDS);
  await expect(saving(writer, "Gemt")).toBeVisible();
  const manager = await signIn("leder.social", size);
  await manager.goto(path);
  await text(manager).getByText("Kommunen støtter").click();
  await manager.getByRole("button", { name: "Kommentér" }).click();
  await box(manager).fill("Godt.");
  await manager.getByRole("button", { name: "Send", exact: true }).click();
  await expect(thread(manager, "Godt.")).toBeVisible();
  await axe(manager);
  const reader = await signIn("laeser", size);
  await reader.goto(path);
  await reader.getByRole("button", { name: "1 åben kommentar til afsnittet" }).click();
  await expect(thread(reader, "Godt.")).toBeVisible();
  await expect(reader.getByRole("button", { name: /Svar|Markér|Kommentér/ })).toHaveCount(0);
  await thread(manager, "Godt.").getByRole("button", { name: "Svar" }).click();
  await box(manager, "Skriv et svar").fill("Løst.");
  await manager.getByRole("button", { name: "Svar", exact: true }).click();
  await expect(thread(manager, "Løst.")).toBeVisible();
  await thread(manager, "Godt.").getByRole("button", { name: "Markér som løst" }).click();
  await expect(thread(reader, "Godt.")).toContainText("Løst af");
});
