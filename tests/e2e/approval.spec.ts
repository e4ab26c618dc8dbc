import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { caretUnder, daysFromNow, hearingBegun, saving, text } from "./steps";

const FIRST = "Kommunen støtter, at ansvaret er delt på skrift.";
const SECOND = "Der mangler et tal for de 12 borgere.";
const REMARK = "Tallet er fra sidste år.";

test("planned, sent and approved by keyboard alone, read and remarked on with a phone, in the order that was planned", async ({
  signIn,
  complaints,
}) => {
  // What is refused is answered with its status.
  complaints.allow(/status of (409|422)/);
  const [coordinator, writer] = await Promise.all([signIn("tovholder"), signIn("bidragyder.social")]);
  const response = await hearingBegun(coordinator, "Høring om rækkefølge");
  await writer.goto(response);
  await caretUnder(writer, "Generelle bemærkninger");
  await writer.keyboard.type(`${FIRST}\n${SECOND}`);
  await expect(saving(writer, "Gemt")).toBeVisible();

  await test.step("the coordinator plans two steps, is told what is wrong with them, and sends", async () => {
    await coordinator.goto(`${response}/godkendelse`);
    await press(coordinator, coordinator.getByText("Flere godkendere, frister eller stedfortrædere"), "Enter");
    await chooseByKey(coordinator, coordinator.getByLabel("Godkender").first(), "Henrik");
    await chooseByKey(coordinator, coordinator.getByLabel("Stedfortræder").first(), "Lene");
    await press(coordinator, coordinator.getByRole("checkbox", { name: /Stiltiende/ }).first(), "Space");
    await chooseByKey(coordinator, coordinator.getByLabel("Godkender").nth(1), "Lene");
    await press(coordinator, coordinator.getByRole("button", { name: "Gem rækkefølgen" }), "Enter");
    await expect(coordinator.getByText("Personen har sit eget trin").first()).toBeVisible();
    await expect(coordinator.getByText("Uden den kan trinnet ikke godkendes stiltiende").first()).toBeVisible();
    await expect(coordinator.getByLabel("Godkender").nth(1)).not.toHaveValue("");
    await expectAccessible(coordinator);

    await press(coordinator, coordinator.getByLabel("Stedfortræder").first(), "Home");
    await tabTo(coordinator, coordinator.getByLabel("Frist").first());
    const [year, month, day] = daysFromNow(3).split("-");
    await coordinator.keyboard.type(`${month}${day}${year}`);
    await press(coordinator, coordinator.getByRole("button", { name: "Gem rækkefølgen" }), "Enter");
    await expect(coordinator.getByRole("heading", { name: "Rækkefølge" })).toBeVisible();
    await press(coordinator, coordinator.getByRole("checkbox", { name: "Send teksten alligevel" }), "Space");
    await press(coordinator, coordinator.getByRole("button", { name: "Send til godkendelse" }), "Enter");
    await expect(coordinator.getByText("Teksten venter på Henrik Vestergaard.")).toBeVisible();
    await expect(coordinator.getByText(/derefter stiltiende/).first()).toBeVisible();
    await expectAccessible(coordinator);
  });

  const manager = await signIn("leder.social", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await test.step("on a phone the manager reads, remarks on one paragraph, and returns it", async () => {
    await manager.goto(`${response}/godkendelse`);
    await expect(manager.getByText(SECOND)).toBeVisible();
    await manager.getByLabel(/^Bemærk til “Der mangler/).tap();
    await manager.getByRole("textbox", { name: "Bemærkning til afsnittet" }).fill(REMARK);
    await expect(manager.getByText("1 bemærkning til afsnit følger med")).toBeVisible();
    // Away and back again: what was typed stands there. [A18]
    await manager.goto("/beskeder");
    await manager.goto(`${response}/godkendelse`);
    await expect(manager.getByRole("textbox", { name: "Bemærkning til afsnittet" })).toHaveValue(REMARK);
    await expect(manager.getByText("1 bemærkning til afsnit følger med")).toBeVisible();
    expect(await sideways(manager)).toBe(0);
    await expectAccessible(manager);
    await manager.getByRole("link", { name: "Gå til beslutningen" }).tap();
    await manager.getByRole("button", { name: "Godkend teksten" }).tap();
    await expect(manager.getByText(/Du har skrevet bemærkninger til afsnit/)).toBeVisible();
    await manager.locator("summary", { hasText: "Send teksten tilbage" }).tap();
    await manager.getByLabel("Begrundelse").fill("Ret tallet, så er den god.");
    await manager.getByRole("button", { name: "Send tilbage" }).tap();
    await expect(manager.getByText(/sendte teksten tilbage/).first()).toBeVisible();
    await expect(manager.getByRole("link", { name: "Gå til afsnittet" })).toHaveCount(1);
  });

  await test.step("the writer finds it under the paragraph, and mends it", async () => {
    const note = text(writer).getByRole("note", { name: "Bemærkning til afsnittet" });
    await expect(note).toHaveText(REMARK);
    await text(writer).getByText(SECOND).click({ clickCount: 3 });
    await writer.keyboard.type("Der er 14 borgere.");
    await expect(saving(writer, "Gemt")).toBeVisible();
    await expect(note).toHaveText(REMARK);
  });

  await test.step("sent again, both approve in their order, the second by keyboard", async () => {
    await coordinator.goto(`${response}/godkendelse`);
    await coordinator.getByRole("checkbox", { name: "Send teksten alligevel" }).check();
    await coordinator.getByRole("button", { name: "Send til godkendelse" }).click();
    await expect(text(writer).getByRole("note")).toHaveCount(0);
    const director = await signIn("direktoer");
    await director.goto(`${response}/godkendelse`);
    await expect(director.getByRole("button", { name: "Godkend teksten" })).toHaveCount(0);
    await manager.reload();
    await expect(manager.getByText("Ændret siden sidste runde", { exact: true })).toHaveCount(1);
    await manager.getByRole("button", { name: "Godkend teksten" }).tap();
    await expect(manager.getByText("Teksten venter på Lene Skovgaard.")).toBeVisible();

    await director.goto("/");
    await press(director, director.getByRole("link", { name: /^Læs og godkend.*: Høring om rækkefølge$/ }), "Enter");
    await press(director, director.getByRole("button", { name: "Godkend teksten" }), "Enter");
    await expect(director.getByText(/Lene Skovgaard godkendte teksten/)).toBeVisible();
    // The page before still has its button: the same again is one approval, whoever goes back.
    await director.goBack();
    await director.goForward();
    await expect(director.getByText(/Lene Skovgaard godkendte teksten/)).toBeVisible();
    await expectAccessible(director);
  });
});

test("whoever is away names who approves, and it says in whose place", async ({ signIn, complaints }) => {
  complaints.allow(/status of 422/);
  const [coordinator, away, standIn] = await Promise.all([
    signIn("tovholder"),
    signIn("leder.social"),
    signIn("leder.boern"),
  ]);
  await away.locator("details.only-wide > summary").click();
  await away.getByRole("link", { name: "Fravær og stedfortræder" }).click();
  await away.getByRole("button", { name: "Gem fravær" }).click();
  await expect(away.getByText("Vælg, hvem der godkender imens.").first()).toBeVisible();
  await away.getByLabel("Hvem godkender imens?").selectOption({ label: "Anders Kjær, Centerchef" });
  await away.getByLabel("Til og med").fill(daysFromNow(1));
  await away.getByRole("button", { name: "Gem fravær" }).click();
  await expect(away.getByText("Anders Kjær godkender for Henrik Vestergaard")).toBeVisible();
  await expectAccessible(away);

  await standIn.goto("/fravaer");
  await expect(standIn.getByText("Anders Kjær godkender for Henrik Vestergaard")).toBeVisible();
  await expect(standIn.getByRole("button", { name: /^Afslut/ })).toHaveCount(0);
  await away.getByRole("button", { name: "Afslut fraværet for Henrik Vestergaard" }).click();
  await expect(away.getByText(/Afsluttet/)).toBeVisible();
  await coordinator.goto("/fravaer");
  await expect(coordinator.getByRole("heading", { name: "Du godkender ikke høringssvar" })).toBeVisible();
});

/** With Tab alone, from wherever the focus is. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await goal.evaluate((element) => (element.closest("summary") ?? element) === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Expected to come to ${goal} with Tab.`);
}

async function press(page: Page, goal: Locator, key: string): Promise<void> {
  await tabTo(page, goal);
  await page.keyboard.press(key);
}

/** A select takes the option that begins with what is typed. */
async function chooseByKey(page: Page, select: Locator, beginning: string): Promise<void> {
  await tabTo(page, select);
  await page.keyboard.type(beginning);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`)).toEqual([]);
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
