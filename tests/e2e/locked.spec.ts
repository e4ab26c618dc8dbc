import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, hearingBegun, prepareToSend, saving, sendForApproval, text } from "./steps";

const REASON = "Skriv også, hvad kommunen selv vil gøre.";

test("[A1] [A3] [E9] a text is locked under the writer's hands, given back, approved and opened again", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring, der låses, mens der skrives");
  const writer = await signIn("bidragyder.social", { permissions: ["clipboard-read", "clipboard-write"] });
  await writer.goto(response);
  await caretUnder(writer, CHAPTER_HEADING);
  await rememberWhatWasSaved(writer);
  let frozen = "";

  await test.step("the coordinator sends it while the writer types without pause", async () => {
    await prepareToSend(coordinator);
    const stop = typeOn(writer);
    await expect.poll(() => saved(writer)).toMatch(/^Løbende: 1 2 3/);
    await coordinator.getByRole("button", { name: "Send til godkendelse" }).click();
    await expect(saving(writer, "Ikke gemt – teksten er låst")).toBeVisible();
    await stop();
    frozen = runIn((await coordinator.getByRole("region", { name: "Den frosne tekst" }).textContent()) ?? "");
  });

  await test.step("whatever was called saved is in it; the rest stands on the writer's page, to be copied", async () => {
    const page = await run(writer);
    expect(frozen.startsWith(await saved(writer))).toBe(true);
    expect(page.startsWith(frozen)).toBe(true);
    expect(page.length).toBeGreaterThan(frozen.length);
    await expect(text(writer)).not.toBeEditable();
    const notice = writer.getByRole("alert").filter({ hasText: "ikke med i den låste tekst" });
    await expect(notice.getByRole("region", { name: "Ikke gemt" })).toContainText(page);
    await notice.getByRole("button", { name: "Kopiér hele teksten" }).click();
    await expect(writer.getByText("Teksten er kopieret")).toBeAttached();
    expect(runIn(await writer.evaluate(() => navigator.clipboard.readText()))).toBe(page);
    await expect(status(writer, "Til godkendelse")).toBeVisible();
  });

  const director = await signIn("direktoer");
  await test.step("given back, it can be written again by itself, and what came too late is saved", async () => {
    await director.goto(`${response}/godkendelse`);
    await director.getByText("Send teksten tilbage").click();
    await director.getByLabel("Begrundelse").fill(REASON);
    await director.getByRole("button", { name: "Send tilbage" }).click();
    await expect(director.getByText(/sendte teksten tilbage/).first()).toBeVisible();
    await expect(writer.getByRole("region", { name: /Lene Skovgaard sendte teksten tilbage/ })).toContainText(REASON);
    await expect(status(writer, "Skrives")).toBeVisible();
    await expect(text(writer)).toBeEditable();
    await expect(saving(writer, "Gemt")).toBeVisible();
    await coordinator.goto(response);
    await expect(text(coordinator)).toContainText(await run(writer));
  });

  await test.step("approved, every page says so; opened again with a reason, the writer writes on", async () => {
    await sendForApproval(coordinator);
    await expect(saving(writer, "Kun læsning")).toBeVisible();
    await director.reload();
    await director.getByRole("button", { name: "Godkend teksten" }).click();
    await expect(status(writer, "Godkendt")).toBeVisible();
    await coordinator.reload();
    await coordinator.getByText("Åbn teksten igen").click();
    await coordinator.getByLabel("Begrundelse").fill("Et tal er forkert.");
    await coordinator.getByRole("button", { name: "Åbn igen" }).click();
    await expect(status(writer, "Skrives")).toBeVisible();
    await caretUnder(writer, "Generelle bemærkninger");
    await writer.keyboard.type("Skrevet efter genåbningen.");
    await expect(saving(writer, "Gemt")).toBeVisible();
    await coordinator.goto(response);
    await expect(text(coordinator)).toContainText("Skrevet efter genåbningen.");
  });
});

/** Numbers, so that of any two texts it can be seen which one has more of it. */
function typeOn(page: Page): () => Promise<void> {
  let isOver = false;
  const typing = (async () => {
    await page.keyboard.type("Løbende:");
    for (let number = 1; !isOver; number += 1) await page.keyboard.type(` ${number}`, { delay: 20 });
  })();
  return () => {
    isOver = true;
    return typing;
  };
}

function status(page: Page, word: string) {
  return page.getByRole("main").getByText(word, { exact: true }).first();
}

function runIn(words: string): string {
  return /Løbende:[ \d]*/.exec(words)?.[0].trimEnd() ?? "";
}

async function run(page: Page): Promise<string> {
  return runIn((await text(page).textContent()) ?? "");
}

/** Keeps what the text was, each time the page says "Gemt": the promise is about exactly that. [I2] */
async function rememberWhatWasSaved(page: Page): Promise<void> {
  await page.evaluate(() => {
    const note = () => {
      if (document.querySelector(".save-indicator")?.textContent !== "Gemt") return;
      document.body.dataset["saved"] = document.querySelector(".text")?.textContent ?? "";
    };
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

async function saved(page: Page): Promise<string> {
  return runIn((await page.locator("body").getAttribute("data-saved")) ?? "");
}
