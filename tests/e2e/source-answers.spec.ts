import { expect, test } from "./fixtures";
import { hearingBegun, text } from "./steps";

test("[L12] [C5] [E18] a center says of a clause, beside the text, that it has nothing to say; focus is left by Escape", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring, som man intet har at sige til");
  await coordinator.getByRole("link", { name: "Dækning" }).click();
  await expect(coordinator).toHaveURL(/daekning$/);
  const coverage = new URL(coordinator.url()).pathname;
  const social = await signIn("bidragyder.social");
  await social.goto(response);
  const source = social.getByRole("complementary", { name: "Kilde" });
  const row = source.locator(".source-row").filter({ hasText: /^3\.1/ }).first();

  await test.step("said in the clause's row, it stands there and in coverage, through a reload", async () => {
    await row.hover();
    await row.getByRole("button", { name: /^Holdning til 3\.1/ }).click();
    const none = source.getByRole("button", { name: "Ingen bemærkninger", exact: true });
    const answered = social.waitForResponse(
      (answer) => answer.url().includes("/punkter") && answer.request().method() === "POST",
    );
    await none.click();
    expect((await answered).ok()).toBe(true);
    await expect(none).toHaveAttribute("aria-pressed", "true");
    await social.reload();
    await expect(row).toContainText("Ingen bemærkninger");
    await coordinator.goto(coverage);
    await expect(coordinator.getByRole("gridcell").filter({ hasText: "Ingen bemærkninger" })).toHaveCount(1);
  });
  await test.step("taken back, it is an open question again", async () => {
    await row.hover();
    await row.getByRole("button", { name: /^Holdning til 3\.1/ }).click();
    await source.getByRole("button", { name: "Ingen bemærkninger", exact: true }).click();
    await expect(source.getByRole("button", { name: "Ingen bemærkninger", exact: true })).toHaveAttribute(
      "aria-pressed",
      "false",
    );
    await coordinator.reload();
    await expect(coordinator.getByRole("gridcell").filter({ hasText: "Ingen bemærkninger" })).toHaveCount(0);
  });
  await test.step("focus hides all but the text; one Escape leaves it, and the caret is where it was", async () => {
    await text(social).click();
    await social.keyboard.press("Control+Shift+f");
    await expect(source).toBeHidden();
    await social.keyboard.press("Escape");
    await expect(source).toBeVisible();
    await expect(text(social)).toBeFocused();
  });
});
