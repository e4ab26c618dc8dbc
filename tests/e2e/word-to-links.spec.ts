import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, hearingBegun, saving, settled, text } from "./steps";
import { asFromWord, type Letter, OWN_LETTER, seedLetter } from "./word-clipboard";

// The letter is read in a document that is never shown; Chromium reports that Word's styles would not be applied there.
test.beforeEach(({ complaints }) => complaints.allow(/^Applying inline style violates/));

/** 120 a minute for two minutes. */
const MOST_PRESSES = 240;

type Line = { id: string; words: string; kind: string; links: string[] };

test("[E5] [L5] a letter in our own words comes from Word, is linked by keyboard, and every link stays where it belongs", async ({
  signIn,
}) => {
  await fromWordToLinks(OWN_LETTER, await signIn("tovholder"), await signIn("bidragyder.social"), "Høring fra Word");
});

test("[E5] [L5] so does the real response that lies beside the repository", async ({ signIn }) => {
  const letter = seedLetter();
  test.skip(letter === null, "Seed 004 does not lie beside the repository.");
  if (!letter) return;
  await fromWordToLinks(letter, await signIn("tovholder"), await signIn("bidragyder.social"), "Høring fra arkivet");
});

async function fromWordToLinks(letter: Letter, coordinator: Page, writer: Page, title: string): Promise<void> {
  const response = await hearingBegun(coordinator, title);
  await writer.goto(response);
  await caretUnder(writer, CHAPTER_HEADING);
  await pasteFromWord(writer, letter);
  await expect(saving(writer, "Gemt")).toBeVisible();

  const keys = new Keys(writer);
  await linkByKeyboard(keys, letter);
  console.log(`${title}: ${letter.remarks.length} headed remarks linked with ${keys.presses} key presses`);
  expect(keys.presses).toBeLessThanOrEqual(MOST_PRESSES);
  const wanted = letter.remarks.map(({ on }) => [...on].sort());
  await expect.poll(() => linksOf(writer, letter)).toEqual(wanted);
  await expect.poll(() => linksOf(coordinator, letter)).toEqual(wanted);

  const both = [writer, coordinator];
  const before = await lines(writer);
  await splitInTwo(keys, letter);
  const [first] = letter.remarks;
  for (const page of both) await expect.poll(async () => linkedAs(await lines(page), first?.on ?? [])).toHaveLength(2);

  await moveUp(keys, letter);
  const [, , third] = letter.remarks;
  for (const page of both)
    await expect
      .poll(async () => orderOf(await lines(page), third?.says[0] ?? "", third?.heading ?? ""))
      .toBe("before");

  await undoUntil(keys, before);
  for (const page of both) await expect.poll(() => lines(page)).toEqual(before);
  await expect(saving(writer, "Gemt")).toBeVisible();
  for (const page of both) {
    await page.reload();
    await expect.poll(() => lines(page)).toEqual(before);
  }
  await expect.poll(() => linksOf(coordinator, letter)).toEqual(wanted);
}

/** Every press is counted, a modifier as one of its own. */
class Keys {
  presses = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...names: string[]): Promise<void> {
    for (const name of names) {
      this.presses += name.split("+").length;
      await this.page.keyboard.press(name);
      await settled(this.page);
    }
  }

  async type(words: string): Promise<void> {
    this.presses += words.length;
    await this.page.keyboard.type(words);
  }
}

async function pasteFromWord(page: Page, letter: Letter): Promise<void> {
  await text(page).evaluate((element, { html, text: plain }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", plain);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, asFromWord(letter));
  for (const { heading } of letter.remarks)
    await expect(text(page).getByRole("heading", { name: heading, exact: true })).toBeVisible();
}

/** From the first remark's heading down through the letter, as one who links what has just been pasted. */
async function linkByKeyboard(keys: Keys, letter: Letter): Promise<void> {
  await keys.press("Control+Home");
  for (const { says, on } of letter.remarks) {
    await goTo(keys, says[0] ?? "");
    for (const number of on) await linkTo(keys, number);
  }
}

async function linkTo(keys: Keys, number: string): Promise<void> {
  const search = keys.page.getByRole("combobox", { name: "Henvis afsnittet til et punkt" });
  await keys.press("Control+k");
  await expect(search).toBeFocused();
  await keys.type(number);
  await expect(keys.page.getByRole("option").first()).toContainText(number);
  await keys.press("Enter");
  await expect(search).toHaveCount(0);
}

const FURTHEST = 60;

/** Paragraph by paragraph until the caret stands in that one. */
async function goTo(keys: Keys, words: string): Promise<void> {
  for (let step = 0; step < FURTHEST; step++) {
    if ((await wordsAtCaret(keys.page)) === words) return;
    await keys.press("Control+ArrowDown");
  }
  throw new Error(`The caret never came to "${words.slice(0, 20)}…"`);
}

function wordsAtCaret(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = getSelection()?.focusNode;
    const element = at instanceof Element ? at : at?.parentElement;
    return (element?.closest("[data-block-id]")?.textContent ?? "").replace(/\p{Cf}/gu, "").trim();
  });
}

/** The first remark becomes two: both are about what it was about. */
async function splitInTwo(keys: Keys, letter: Letter): Promise<void> {
  await keys.press("Control+Home");
  await goTo(keys, letter.remarks[0]?.says[0] ?? "");
  await keys.press("Home", "Control+ArrowRight", "Control+ArrowRight", "Enter");
}

/** The third remark's words go above their heading. */
async function moveUp(keys: Keys, letter: Letter): Promise<void> {
  await goTo(keys, letter.remarks[2]?.says[0] ?? "");
  await keys.press("Alt+ArrowUp");
}

async function undoUntil(keys: Keys, before: readonly Line[]): Promise<void> {
  for (let step = 0; step < 6; step++) {
    if (JSON.stringify(await lines(keys.page)) === JSON.stringify(before)) return;
    await keys.press("Control+z");
  }
}

/** What stands in the text, paragraph by paragraph, and what the margin says that each is about. */
function lines(page: Page): Promise<Line[]> {
  return text(page).evaluate((element) => {
    const copy = document.importNode(element, true);
    for (const caret of copy.querySelectorAll("[class^='collaboration-carets']")) caret.remove();
    return [...copy.querySelectorAll<HTMLElement>("[data-block-id]")].map((block) => {
      const id = block.dataset["blockId"] ?? "";
      const chips = document.querySelectorAll(`.chip-group[data-for="${id}"] .chip-label`);
      const words = (block.textContent ?? "").replace(/\p{Cf}/gu, "").trim();
      return {
        id,
        words,
        kind: block.dataset["kind"] ?? "",
        links: [...chips].map((chip) => chip.textContent ?? "").sort(),
      };
    });
  });
}

async function linksOf(page: Page, letter: Letter): Promise<string[][]> {
  const shown = await lines(page);
  return letter.remarks.map(({ says }) => shown.find(({ words }) => words === says[0])?.links ?? ["not there"]);
}

function linkedAs(shown: readonly Line[], on: readonly string[]): Line[] {
  return shown.filter(({ links }) => links.join(" ") === on.join(" "));
}

function orderOf(shown: readonly Line[], words: string, heading: string): "before" | "after" {
  const at = (wanted: string) => shown.findIndex((line) => line.words === wanted);
  return at(words) < at(heading) ? "before" : "after";
}

test("[E5] a paragraph cut from one response and pasted into another on the same agreement keeps its links there, and undo takes all of it back", async ({
  signIn,
}) => {
  const writer = await signIn("tovholder");
  const keys = new Keys(writer);
  const first = await hearingBegun(writer, "Høring der afgiver et afsnit");
  await caretUnder(writer, CHAPTER_HEADING);
  await keys.type("Medicinen skal følge med hjem.");
  await linkTo(keys, "5.4");
  await expect.poll(() => linksAt(writer, "Medicinen skal følge med hjem.")).toEqual(["5.4"]);
  await keys.press("Home", "Shift+End", "Control+x");
  await expect(saving(writer, "Gemt")).toBeVisible();

  await hearingBegun(writer, "Høring der modtager et afsnit");
  await caretUnder(writer, CHAPTER_HEADING);
  const before = await lines(writer);
  await keys.press("Control+v");
  await expect.poll(() => linksAt(writer, "Medicinen skal følge med hjem.")).toEqual(["5.4"]);
  await keys.press("Control+z");
  await expect.poll(() => lines(writer)).toEqual(before);
  await keys.press("Control+Shift+z");
  await expect.poll(() => linksAt(writer, "Medicinen skal følge med hjem.")).toEqual(["5.4"]);
  await expect(saving(writer, "Gemt")).toBeVisible();

  await writer.goto(first);
  await expect(text(writer)).toBeVisible();
  expect(await linksAt(writer, "Medicinen skal følge med hjem.")).toBeUndefined();
});

async function linksAt(page: Page, words: string): Promise<string[] | undefined> {
  return (await lines(page)).find((line) => line.words === words)?.links;
}
