import { AxeBuilder } from "@axe-core/playwright";
import { test as alone } from "../editor/fixture";
import { link } from "../editor/words";
import { expect, test } from "./fixtures";
import { hearingBegun, saving, text } from "./steps";

const BESKED = "Hospitalet giver besked til kommunen senest dagen før, en borger kommer hjem.";

alone("[E26] an empty text offers templates; one that has words does not", async ({ open }) => {
  const ann = await open([""]);
  const offer = ann.page.getByRole("region", { name: "Skabeloner" });
  await expect(offer).toBeVisible();
  expect((await new AxeBuilder({ page: ann.page }).include(".writing").analyze()).violations).toEqual([]);
  await offer.getByRole("button", { name: "Generelle bemærkninger" }).click();
  await expect(offer).toBeHidden();
  await ann.type("udkastet er et skridt i den rigtige retning.");
  expect(await ann.lines()).toEqual([
    "heading2: Generelle bemærkninger",
    "Center for Socialservice takker for muligheden for at afgive bemærkninger til Aftale om voksne med psykisk lidelse.",
    "Overordnet set finder vi, at udkastet er et skridt i den rigtige retning.",
  ]);
});

alone("[E26] point by point links each line to its clause, and one undo takes it all back", async ({ open }) => {
  const ann = await open([""]);
  await ann.page.getByRole("button", { name: "Bemærkninger punkt for punkt" }).click();
  expect(await ann.lines()).toEqual(["heading2: Vedr. 3.2", " [c]"]);
  await ann.press("Control+z");
  expect(await ann.lines()).toEqual([""]);
});

alone("[E13] a clause is quoted from the source's row, and Enter goes on in one's own words", async ({ open }) => {
  const ann = await open(["Vi mener:"]);
  await ann.caretIn("Vi mener:");
  const row = ann.page.locator(`[data-target="${link("b").id}"]`);
  await row.hover();
  await row.getByRole("button", { name: "Citér 3.1 i teksten" }).click();
  await ann.press("Enter");
  await ann.type("Det er for sent.");
  expect(await ann.lines()).toEqual(["Vi mener:", `quote: ${BESKED}`, "Det er for sent."]);
  await expect(ann.text.getByText("– 3.1")).toBeVisible();
  await expect(ann.text.getByText("Punktet lyder nu anderledes")).toHaveCount(0);
  await ann.press("Control+z", "Control+z");
  expect((await ann.lines())[0]).toBe("Vi mener:");
});

alone(
  "[E14] Tab goes from cell to cell and makes a new row at the end; the bar is reached by its key",
  async ({ open }) => {
    const ann = await open(["Før."]);
    await ann.caretIn("Før.");
    await ann.page.getByRole("button", { name: "Indsæt tabel" }).click();
    await ann.page.getByLabel("Rækker").fill("1");
    await ann.page.getByLabel("Kolonner").fill("2");
    await ann.press("Enter");
    for (const words of ["Mål", "Svar", "Et", "To"]) {
      await ann.type(words);
      await ann.press("Tab");
    }
    expect(await ann.lines()).toEqual(["Før.", "Mål", "Svar", "Et", "To", "", "", ""]);
    await ann.press("Control+Alt+t");
    await expect(ann.page.getByRole("button", { name: "Række over" })).toBeFocused();
    await ann.press("Escape", "Shift+Tab");
    await ann.page.getByRole("button", { name: "Overskriftskolonne" }).click();
    const table = (await ann.document()).blocks.find((block) => block.type === "table");
    expect(table?.type === "table" && table.rows.map((row) => row[0]?.header)).toEqual([true, true, true]);
    // A row that was just made has empty cells, its header among them.
    const axe = new AxeBuilder({ page: ann.page }).include(".writing").disableRules(["empty-table-header"]);
    expect((await axe.analyze()).violations).toEqual([]);
  },
);

test("[E26] a center begins its part with a template and sees it in coverage as begun, not as answered", async ({
  signIn,
}) => {
  const coordinator = await signIn("tovholder");
  const path = await hearingBegun(coordinator, "Høring med skabelon");
  const social = await signIn("bidragyder.social");
  await social.goto(path);
  await social.getByRole("button", { name: "Bemærkninger punkt for punkt" }).click();
  await expect(social.getByRole("button", { name: /^Henviser til/ }).first()).toBeVisible();
  await expect(saving(social, "Gemt")).toBeVisible();
  await expect(text(coordinator)).toContainText("Vedr. ");
});
