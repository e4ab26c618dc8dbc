import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretAtEndOf, caretUnder, hearingBegun, saving, text } from "./steps";

const GENERAL = "Generelle bemærkninger";

test("[E31] who is here is seen with center and place; one goes to them, and follows them until one writes", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring med flere i teksten");
  const writer = await signIn("bidragyder.social");
  await writer.goto(response);
  await caretUnder(writer, GENERAL);
  await lines(writer, "Afsnit", 40);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Her skriver jeg.");

  await coordinator.getByRole("button", { name: "Én anden er her" }).click();
  const panel = coordinator.getByRole("region", { name: "Hvem er her" });
  await expect(panel).toContainText("Socialservice · skriver");
  await expect(panel).toContainText(`i ${CHAPTER_HEADING}`);
  const { violations } = await new AxeBuilder({ page: coordinator }).include(".desk-bar").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  await panel.getByRole("button", { name: /^Gå til/ }).click();
  await expect(panel).toHaveCount(0);
  await expect(text(coordinator).getByText("Her skriver jeg.")).toBeInViewport();

  await coordinator.getByRole("button", { name: "Én anden er her" }).click();
  await panel.getByRole("button", { name: /^Følg/ }).click();
  await expect(coordinator.getByText(/^Du følger .+ Skriv, rul eller tryk Esc/)).toBeVisible();
  await caretAtEndOf(writer, "Afsnit 03");
  await writer.keyboard.type(" og nu her.");
  await expect(text(coordinator).getByText("Afsnit 03 og nu her.")).toBeInViewport();
  await coordinator.keyboard.press("Escape");
  await expect(coordinator.getByText(/^Du følger .+ Skriv/)).toHaveCount(0);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Ikke længere fulgt. ");
  await expect(text(coordinator)).toContainText("Ikke længere fulgt.");
  await expect(text(coordinator).getByText("Afsnit 03 og nu her.")).toBeInViewport();
});

test("[E31] two in one paragraph are told of each other after a second, and no longer when one leaves it", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring med to i ét afsnit");
  const writer = await signIn("bidragyder.social");
  await writer.goto(response);
  await caretUnder(coordinator, CHAPTER_HEADING);
  await coordinator.keyboard.type("Fælles afsnit.");
  await expect(text(writer)).toContainText("Fælles afsnit.");
  await caretAtEndOf(writer, "Fælles afsnit.");
  for (const page of [coordinator, writer]) await expect(page.locator(".nearby")).toHaveText(/^\S+ skriver også her$/);
  await caretUnder(writer, GENERAL);
  for (const page of [coordinator, writer]) await expect(page.locator(".nearby")).toHaveCount(0);
});

test("[E32] what others wrote while one was away is marked and counted, on any machine, until it is called seen", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring med en pause");
  const writer = await signIn("bidragyder.social");
  await writer.goto(response);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Fra før pausen.");
  await expect(saving(writer, "Gemt")).toBeVisible();
  await writer.goto("/");
  await caretAtEndOf(coordinator, "Fra før pausen.");
  await coordinator.keyboard.type(" Rettet.");
  await coordinator.keyboard.press("Enter");
  await coordinator.keyboard.type("Nyt i pausen.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();

  const elsewhere = await signIn("bidragyder.social");
  await elsewhere.goto(response);
  await expect(elsewhere.getByText(/^2 ændringer siden/)).toBeVisible();
  expect(await bar(elsewhere, "Nyt i pausen.")).toBe("3px");
  expect(await bar(elsewhere, GENERAL)).toBe("auto");
  await elsewhere.keyboard.press("F8");
  await expect(elsewhere.getByText("Ændring 1 af 2, ændret afsnit: Fra før pausen. Rettet.")).toBeAttached();
  await elsewhere.getByRole("button", { name: "Næste ændring" }).click();
  await expect(elsewhere.getByText("Ændring 2 af 2, nyt afsnit: Nyt i pausen.")).toBeAttached();
  await elsewhere.reload();
  await elsewhere.getByRole("button", { name: "Markér som set" }).click();
  await expect(elsewhere.getByText(/ændringer siden/)).toHaveCount(0);
  expect(await bar(elsewhere, "Nyt i pausen.")).toBe("auto");
  await elsewhere.reload();
  await expect(saving(elsewhere, "Gemt")).toBeVisible();
  await expect(elsewhere.getByText(/ændringer siden/)).toHaveCount(0);
  // One's own are no news.
  await expect(coordinator.getByText(/ændringer siden/)).toHaveCount(0);
});

test("[E31] nothing jumps: ten paragraphs written above leave the caret's line, and a reader's, where they are", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring, hvor intet springer");
  const writer = await signIn("bidragyder.social");
  await writer.goto(response);
  await caretUnder(writer, GENERAL);
  await lines(writer, "Øverst", 30);
  await caretUnder(writer, CHAPTER_HEADING);
  await writer.keyboard.type("Min linje.");
  await expect(saving(writer, "Gemt")).toBeVisible();
  const reader = await signIn("leder.social");
  await reader.goto(response);
  await text(reader).getByText("Øverst 20").scrollIntoViewIfNeeded();
  const before = [await top(writer, "Min linje."), await top(reader, "Øverst 20")];
  await caretAtEndOf(coordinator, "Øverst 02");
  await coordinator.keyboard.press("Enter");
  await lines(coordinator, "Indsat", 10);
  for (const page of [writer, reader]) await expect(text(page)).toContainText("Indsat 10");
  const after = [await top(writer, "Min linje."), await top(reader, "Øverst 20")];
  for (const [index, was] of before.entries()) expect(Math.abs((after[index] ?? 0) - was)).toBeLessThanOrEqual(1);
  await writer.keyboard.type(" Videre.");
  await expect(text(writer)).toContainText("Min linje. Videre.");
  expect(Math.abs((await top(writer, "Min linje. Videre.")) - (before[0] ?? 0))).toBeLessThanOrEqual(1);
});

async function lines(page: Page, word: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await page.keyboard.type(`${word} ${String(number).padStart(2, "0")}`);
    if (number < count) await page.keyboard.press("Enter");
  }
}

function top(page: Page, words: string): Promise<number> {
  const line = text(page).getByText(words, { exact: true });
  return line.evaluate((element) => element.getBoundingClientRect().top);
}

/** How wide the bar beside a paragraph is; "auto" when there is none. */
function bar(page: Page, words: string): Promise<string> {
  return text(page)
    .getByText(words)
    .first()
    .evaluate((element) => getComputedStyle(element, "::after").width);
}
