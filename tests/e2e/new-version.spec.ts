import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { caretAtEndOf, caretUnder, openHearing, saving, shareOut, startResponse, text } from "./steps";

const TITLE = "Aftale om fælles kørsel";
const DRAFT = `# ${TITLE}

## 1 Kørsel

1.1 Kommunen betaler kørslen til træning for alle, der ikke selv kan komme frem.

1.2 Kørslen bestilles på telefon senest to hverdage før.

1.3 Tværfaglige temadage om befordring afholdes hvert efterår i rådhusets kantine.
`;
/** The second clause reads otherwise, the third is gone. */
const FINAL = DRAFT.replace("på telefon senest to hverdage", "på telefon eller digitalt senest fem hverdage").replace(
  /\n1\.3.*\n/,
  "",
);
const LATE = "To hverdage er passende.";
const DAYS = "Temadagene er vi glade for.";

test("[C16] [C17] [E11] an open text takes over the version its hearing is moved to, and its center looks again", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const source = await importFirst(coordinator);
  const hearing = await openHearing(coordinator, { source: TITLE, title: "Høring om fælles kørsel" });
  await shareOut(coordinator, { section: /^1 Kørsel/, center: "Center for Socialservice" });
  const response = await startResponse(coordinator);
  const social = await signIn("bidragyder.social");
  await social.goto(response);
  await writeRemarks(social);
  await coordinator.goto(source);
  const newest = await importSecond(coordinator);

  await test.step("all are told, and who does not decide is not asked", async () => {
    await coordinator.goto(hearing);
    await expect(coordinator.getByRole("button", { name: "Bliv på denne udgave" })).toBeVisible();
    await faultless(coordinator);
    await coordinator.goto(`${hearing}/fordeling`);
    await expect(coordinator.getByRole("button", { name: "Bliv på denne udgave" })).toBeVisible();
    await social.goto(hearing);
    await expect(social.getByText(/indtil en tovholder har taget stilling/)).toBeVisible();
    await expect(social.getByRole("button", { name: /Flyt høringen/ })).toHaveCount(0);
  });

  await test.step("moved in the middle of a word, the page loses neither the word nor the caret", async () => {
    await social.goto(response);
    await caretAtEndOf(social, LATE);
    await social.keyboard.type(" Men for sy");
    await coordinator.goto(response);
    await coordinator.getByRole("button", { name: "Flyt høringen til den nye udgave" }).click();
    for (const page of [coordinator, social]) await expect(page.getByText(/er flyttet til udgaven/)).toBeVisible();
    await social.keyboard.type("ge er det kort.");
    await expect(text(social)).toContainText(`${LATE} Men for syge er det kort.`);
    await expect(saving(social, "Gemt")).toBeVisible();
    await expect(social.getByRole("button", { name: /^Henviser til 1\.[23] .* venter på afgørelse/ })).toHaveCount(2);
    await faultless(social);
  });

  await test.step("what waits keeps the text from being sent, with the way to the desk", async () => {
    await coordinator.goto(`${response}/godkendelse`);
    await expect(coordinator.getByRole("button", { name: "Send til godkendelse" })).toBeDisabled();
    await faultless(coordinator);
    await coordinator.getByRole("link", { name: /^Afgør de 2/ }).click();
    await coordinator.waitForURL(new RegExp(`${newest}/overfoersel`));
    for (const left of [1, 0]) {
      await expect(coordinator.locator("[data-row]:focus")).toHaveCount(1);
      await coordinator.keyboard.press("Enter");
      await expect(coordinator.getByRole("link", { name: `Venter ${left}` })).toBeVisible();
    }
  });

  await test.step("whoever comes back to the open page finds it, and says there that it is looked at again", async () => {
    // The desk says so before the server has it: a person who is that quick looks twice.
    await expect(async () => {
      await social.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      await expect(social.getByRole("button", { name: /^Henviser til 1\.3, udgået/ })).toBeVisible({ timeout: 2000 });
    }).toPass();
    const chip = social.getByRole("button", { name: /^Henviser til 1\.2, ændret/ });
    await chip.focus();
    await faultless(social);
    await social.locator(".chip-card").getByRole("button", { name: "Set igen" }).press("Enter");
    await expect(social.getByRole("button", { name: "Henviser til 1.2", exact: true })).toBeFocused();
  });

  await test.step("so says coverage, which lists what was said of clauses that are gone", async () => {
    await social.goto(`${hearing}/daekning`);
    await expect(social.getByRole("link", { name: /^1\.2, Socialservice: besvaret/ })).toBeVisible();
    await expect(social.getByRole("heading", { name: /punkter, der er udgået/ })).toBeVisible();
    await expect(social.getByRole("listitem").filter({ hasText: "1.3" }).getByRole("link")).toHaveText("1 afsnit");
    await faultless(social);
  });
});

async function writeRemarks(page: Page): Promise<void> {
  await caretUnder(page, "Vedr. Kørsel");
  await page.keyboard.type(`${LATE}\n${DAYS}`);
  const pane = page.getByRole("complementary", { name: "Kilde" });
  for (const [says, clause] of [
    [LATE, /^1\.2/],
    [DAYS, /^1\.3/],
  ] as const) {
    await caretAtEndOf(page, says);
    await pane.getByRole("button", { name: clause }).click();
  }
  await expect(page.getByRole("button", { name: /^Henviser til/ })).toHaveCount(2);
  await expect(saving(page, "Gemt")).toBeVisible();
}

async function importFirst(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Kilder" }).click();
  await page.getByRole("link", { name: "Tilføj kilde" }).click();
  await page.getByLabel("Titel").fill(TITLE);
  await page.getByLabel("Type").selectOption({ label: "Aftale" });
  await page.getByLabel("Udgiver").fill("KKR Hovedstaden");
  return upload(page, "Udkast", DRAFT);
}

async function importSecond(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Tilføj ny udgave" }).click();
  return upload(page, "Endelig", FINAL);
}

/** Gives the path of the accepted version. */
async function upload(page: Page, label: string, words: string): Promise<string> {
  await page.getByLabel("Udgave").fill(label);
  const file = { name: "koersel.md", mimeType: "text/markdown", buffer: Buffer.from(words) };
  await page.getByLabel("Fil", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
  await page.getByRole("button", { name: "Godkend opdelingen" }).click();
  await page.waitForURL(/\/kilder\/[0-9a-f-]{36}(\/overfoersel.*)?$/);
  return new URL(page.url()).pathname.replace(/\/overfoersel.*/, "");
}

async function faultless(page: Page): Promise<void> {
  // Which levels a text's headings have is for those who write it.
  const { violations } = await new AxeBuilder({ page }).disableRules(["heading-order"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
