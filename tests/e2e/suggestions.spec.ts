import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { caretUnder, hearingBegun, saving, sendForApproval, settled, text, wordsIn } from "./steps";

const FIRST = "Vi støtter forslaget om tidlig varsling.";
const SECOND = "Der bør aftales en plan for hver borger.";

test("[G9] a manager without the right to write suggests, and a writer accepts one and rejects one", async ({
  signIn,
}) => {
  const [writer, manager] = [await signIn("tovholder"), await signIn("leder.social")];
  const path = await hearingBegun(writer, "Forslag fra en leder");
  await caretUnder(writer, "Generelle bemærkninger");
  await writer.keyboard.type(FIRST);
  await writer.keyboard.press("Enter");
  await writer.keyboard.type(SECOND);
  await expect(saving(writer, "Gemt")).toBeVisible();

  await manager.goto(path);
  await expect(text(manager)).toContainText(SECOND);
  await manager.getByRole("button", { name: "Foreslå" }).click();
  const own = manager.getByRole("textbox", { name: "Tekst med dine forslag" });
  await own.getByText(FIRST).click({ clickCount: 3 });
  await settled(manager);
  await manager.keyboard.press("ArrowRight");
  await settled(manager);
  await manager.keyboard.press("Backspace");
  await manager.keyboard.type(" og opfølgning.");
  await own.getByText(SECOND).click({ clickCount: 3 });
  await settled(manager);
  await manager.keyboard.press("Backspace");
  await expect(manager.getByRole("status").filter({ hasText: "Forslag gemt" })).toBeVisible();
  expect(await wordsIn(writer)).toContain(FIRST);

  await expect(writer.getByRole("tab", { name: /^Forslag/ })).toContainText("2");
  await expect(text(writer).locator("ins").filter({ hasText: "og opfølgning" })).toBeVisible();
  await writer.getByRole("tab", { name: /^Forslag/ }).click();
  const items = writer.getByRole("listitem", { name: /Forslag fra/ });
  await expect(items).toHaveCount(2);
  await manager.getByRole("tab", { name: /^Forslag/ }).click();
  // The text's own headings begin where its writers let them begin.
  for (const page of [writer, manager])
    expect((await new AxeBuilder({ page }).disableRules("heading-order").analyze()).violations).toEqual([]);
  await items.filter({ hasText: "opfølgning" }).getByRole("button", { name: "Acceptér" }).click();
  await expect(items).toHaveCount(1);
  await items.first().getByRole("button", { name: "Afvis" }).click();
  await writer.getByLabel(/Begrundelse/).fill("Planen skal blive.");
  await writer.getByRole("button", { name: "Afvis forslaget" }).click();
  await expect(items).toHaveCount(0);
  await expect(text(writer)).toContainText("tidlig varsling og opfølgning.");
  await expect(text(writer)).toContainText(SECOND);

  await expect(own).toContainText(SECOND);
  await manager.getByText(/^Afgjort/).click();
  await expect(manager.getByText("Planen skal blive.")).toBeVisible();
});

test("[G7] [G10] what is suggested while the text is locked stays on the page and says so", async ({ signIn }) => {
  const [writer, manager] = [await signIn("tovholder"), await signIn("leder.social")];
  const path = await hearingBegun(writer, "Forslag til en låst tekst");
  await caretUnder(writer, "Generelle bemærkninger");
  await writer.keyboard.type(FIRST);
  await expect(saving(writer, "Gemt")).toBeVisible();
  await manager.goto(path);
  await expect(text(manager)).toContainText(FIRST);
  await manager.getByRole("button", { name: "Foreslå" }).click();
  const own = manager.getByRole("textbox", { name: "Tekst med dine forslag" });
  await expect(own).toContainText(FIRST);
  await sendForApproval(writer);
  await caretAtItsEnd();
  await manager.keyboard.type(" For sent.");
  await expect(manager.getByRole("status").filter({ hasText: "Teksten er låst" })).toBeVisible();
  await expect(own).toContainText("For sent.");
  async function caretAtItsEnd() {
    await own.getByText(FIRST).click({ clickCount: 3 });
    await settled(manager);
    await manager.keyboard.press("ArrowRight");
    await settled(manager);
  }
});
