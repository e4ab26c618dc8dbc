import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { caretUnder, hearingBegun, saving, text } from "./steps";

const GENERAL = "Generelle bemærkninger";
const FIRST = "Kommunen støtter aftalen.";
const SECOND = "Kommunen tager forbehold for fristen.";

test("[V2] [V5] [V6] one slides back, compares two moments, restores one paragraph, and the other sees it on the desk that stood open", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring med historik");
  const writer = await signIn("bidragyder.social");
  await writer.goto(response);
  await caretUnder(writer, GENERAL);
  await writer.keyboard.type(FIRST);
  await expect(text(coordinator)).toContainText(FIRST);
  await text(coordinator).getByText(FIRST).click({ clickCount: 3 });
  await coordinator.keyboard.type(SECOND);
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await expect(text(writer)).toContainText(SECOND);

  await writer.goto(`${response}/historik`);
  const main = writer.locator(".history-main");
  await expect(main).toContainText(SECOND);
  const slider = writer.getByRole("slider");
  await slider.focus();
  await writer.keyboard.press("ArrowLeft");
  await expect(main).toContainText(FIRST);
  await expect(main.locator(".written-passage", { hasText: FIRST })).toContainText("Jonas Bech");
  await writer.keyboard.press("Home");
  await expect(main).not.toContainText(FIRST);
  await writer.keyboard.press("ArrowRight");
  await expect(main).toContainText(FIRST);
  await faultless(writer);

  await writer.getByLabel("Sammenlign med").selectOption({ label: "Teksten, som den er nu" });
  const change = main.getByRole("listitem").filter({ hasText: "Ændret" });
  await expect(change.locator("del").first()).toContainText("støtter");
  await expect(change.locator("ins").first()).toContainText("tager");
  await faultless(writer);
  await change.getByRole("link", { name: "Gendan afsnittet, som det var" }).click();
  await expect(main).toContainText("Det sker der med teksten, som den er nu: 1 afsnit ændret.");
  await main.getByRole("button", { name: "Gendan" }).click();
  await expect(main.getByRole("status")).toHaveText("Teksten er gendannet.");
  await expect(text(coordinator)).toContainText(FIRST);
  await expect(text(coordinator)).not.toContainText(SECOND);

  await text(coordinator).getByText(FIRST).click();
  await coordinator.keyboard.press("F9");
  const who = coordinator.getByRole("dialog", { name: "Hvem skrev dette?" });
  await expect(who).toContainText("Jonas Bech");
  await who.getByRole("button", { name: "Luk" }).click();
  await expect(text(coordinator)).toBeFocused();
});

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(".history").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
