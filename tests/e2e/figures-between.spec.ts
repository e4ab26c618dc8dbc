import type { Page } from "playwright/test";
import { STRATEGY_TITLE } from "../../server/demo/strategy";
import { expect, test } from "./fixtures";

const INITIATIVE = "Bevægelsesvejledere på skolerne";
const INDICATOR = "Skoler med en vejleder";

test("[M23] [M24] [M25] [A31] [A32] a figure is counted on its goal's page, and lapses what was signed off before it", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/status of 422 .*\/punkt\//);
  const manager = await signIn("leder.boern");
  const part = await test.step("the manager signs off what stands beside the text, too", async () => {
    await manager
      .getByRole("link", { name: /^Opfølgning på sundhedsstrategien/ })
      .last()
      .click();
    await manager.getByRole("link", { name: "Centrenes dele" }).click();
    await manager.getByRole("link", { name: "Center for Børn og Unge", exact: true }).click();
    await expect(manager.getByRole("region", { name: "Status, indsatser og tal" })).toContainText("6 skoler");
    await manager.getByRole("button", { name: "Godkend centerets del" }).click();
    await expect(manager.getByText("Du har godkendt centerets del.")).toBeVisible();
    return manager.url();
  });
  const contributor = await signIn("bidragyder.boern");
  await test.step("what is no number answers at its field, and what is one is kept with who said it", () =>
    counted(contributor));
  await test.step("the part has lapsed, and says from what to what, and by whom", async () => {
    await manager.goto(part);
    const lapsed = manager.getByRole("listitem").filter({ hasText: `Tal for “${INDICATOR}”` });
    await expect(lapsed).toContainText("nu 7 skoler");
    await expect(lapsed).toContainText("Sara Lund Mikkelsen");
  });
  await test.step("the follow-up tells all that has come since the last one", async () => {
    await manager.getByRole("link", { name: "Indsatser", exact: true }).click();
    const own = manager.getByRole("article").filter({ has: manager.getByRole("heading", { name: INITIATIVE }) });
    await expect(own).toContainText(`Siden sidste opfølgning er der kommet 2 tal for ${INDICATOR}: 6 skoler`);
    await expect(own.getByRole("rowheader", { name: `${INDICATOR}, tidligere` })).toBeVisible();
  });
});

async function counted(page: Page): Promise<void> {
  await page.goto("/kilder");
  await page.getByRole("link", { name: STRATEGY_TITLE, exact: true }).click();
  await page.getByRole("link", { name: "Måltavle" }).click();
  await page.getByRole("link", { name: /^På alle kommunens skoler/ }).click();
  const initiatives = page.getByRole("region", { name: "Indsatser" });
  await initiatives.getByText("Skriv nye tal").click();
  const figure = initiatives.getByLabel("Tal (skoler)");
  await figure.fill("syv");
  await page.keyboard.press("Enter");
  await expect(figure).toHaveAccessibleDescription(/Skriv et tal, for eksempel 2,04/);
  await expect(figure).toHaveValue("syv");
  await figure.fill("7");
  await page.keyboard.press("Enter");
  await expect(initiatives.getByText("Gemt.")).toBeVisible();
  await initiatives.getByText("Alle 3 tal").click();
  await expect(initiatives.getByText(/^skrevet af Sara Lund Mikkelsen/).first()).toBeVisible();
}
