import { expect, test } from "./fixtures";
import { text } from "./steps";

test("[E45] on a telephone the field of the search for a clause is in sight, over the page's bar", async ({
  signIn,
}) => {
  const page = await signIn("tovholder", { viewport: { width: 390, height: 844 } });
  await page.goto("/hoeringer");
  await page.getByRole("link", { name: "Høring om samarbejdsaftale om voksne med psykisk sygdom" }).first().click();
  await page.getByRole("link", { name: "Skriv", exact: true }).click();
  await text(page).getByRole("heading", { name: "Generelle bemærkninger" }).click();
  await page
    .getByRole("button", { name: /^Henvis/ })
    .first()
    .click();
  const field = page.getByRole("combobox", { name: "Henvis afsnittet til et punkt" });
  await expect(field).toBeFocused();
  // A click that is only tried says whether anything lies over it.
  await field.click({ trial: true });
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
});
