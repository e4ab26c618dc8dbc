import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";

const LAST_YEAR = "Høring om udkast til fælles mål for borgernære sundhedstilbud";

/** As a browser hands it over: with what no page of ours may run. */
const COPIED = `<html><body><!--StartFragment--><script>document.title = "ond"</script><img src="x" onerror="document.title = 'ond'">
<table><tr><td>Emne</td><td>Afsender</td><td>Resumé</td><td>Vurdering</td></tr>
<tr><td>Akut hjælp</td><td rowspan="2">Eksempel Kommune</td><td>Kommunen spørger, hvordan en afløst indlæggelse bevises</td><td><p>Medtages ikke.</p><p>Tælles lokalt.</p></td></tr>
<tr><td>Andet</td><td>Parkeringspladserne ved hallen</td><td>Tages til efterretning</td></tr>
<tr><td>Andet</td><td>Nabo Kommune</td><td>Noget helt andet</td><td>Medtages</td></tr></table></body></html>`;

test("[Q10] [Q11] [Q12] [Q13] a copied overview becomes outcomes, by keys and by a person's word alone", async ({
  signIn,
  complaints,
}) => {
  // The table without names; and what the copied page would have run, had it been let.
  complaints.allow(/422|Executing inline event handler violates/);
  const page = await signIn("tovholder");
  await page.goto("/hoeringer");
  await page.getByRole("link", { name: LAST_YEAR }).first().click();
  await page.getByRole("link", { name: "Udfald", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Udfald pr. punkt" })).toBeVisible();
  await expectNoFaults(page);
  await page.getByRole("link", { name: "Læg afsenderens oversigt ind" }).click();

  await test.step("what is no overview is refused at its field, and stays there", async () => {
    const field = page.getByLabel("Eller indsæt tabellen");
    await field.fill("Navn\tTelefon");
    await page.getByRole("button", { name: "Læs oversigten" }).click();
    await expect(page.getByText(/Det er ikke til at se, hvilke kolonner/).first()).toBeVisible();
    await expect(field).toHaveValue("Navn\tTelefon");
    await field.fill("");
    await field.evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, COPIED);
    await expect(field).toHaveValue(/Akut hjælp\tEksempel Kommune\t.*\t"Medtages ikke\.\nTælles lokalt\."/);
    await page.getByRole("button", { name: "Læs oversigten" }).click();
    await expect(page.getByText("2 rækker er lagt ind. 1 række fra andre afsendere er ikke gemt.")).toBeVisible();
    await expect(page).not.toHaveTitle("ond");
  });

  await test.step("the row proposes a remark and an outcome; a figure corrects it and Enter notes it", async () => {
    const proposed = page.getByRole("checkbox", { name: /afløst indlæggelse/ });
    await expect(proposed).toBeChecked();
    await expect(page.getByRole("radio", { name: "Ikke medtaget" })).toBeChecked();
    await expectNoFaults(page);
    await page.getByRole("heading", { name: /^Række 1 af 2/ }).focus();
    await page.keyboard.press("2");
    await expect(page.getByRole("radio", { name: "Delvist medtaget" })).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Rækken er noteret.")).toBeVisible();
    await expect(page.getByRole("heading", { name: /^Række 2 af 2/ })).toBeFocused();
  });

  await test.step("it is taken back by a key, and what stood before stands again", async () => {
    await page.keyboard.press("z");
    await expect(page.getByRole("heading", { name: /^Række 1 af 2/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Notér og gå videre" })).toBeVisible();
    await page.getByRole("link", { name: "Til udfaldet" }).click();
    await expect(page.getByText("Tællemåden beskrives i et bilag").first()).toBeVisible();
  });
});

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

async function expectNoFaults(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
}
