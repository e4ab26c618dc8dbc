import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";

const TITLE = "Aftale om fælles badesteder";

/** Two editions in our own words: of each kind of change there is one, and some that stay as they were. */
const FIRST = `# ${TITLE}

## 1 Formål

1.1 Parterne driver badestederne i fællesskab og deler udgifterne efter indbyggertal.

1.2 Aftalen gælder for alle badesteder ved fjorden, også dem der kun er åbne om sommeren.

1.3 Hver part udpeger en kontaktperson, som de andre kan ringe til på hverdage.

## 2 Vand og tilsyn

2.1 Vandet prøves hver fjortende dag, og resultatet slås op ved stranden samme dag.

2.2 Der er livreddere fra klokken ti til atten i skolernes sommerferie.

2.3 Bådebroen repareres af den part, der ejer den, inden den første maj.

## 3 Økonomi

3.1 Regnskabet gøres op hvert år i marts og sendes til parternes revisorer.

3.2 Kiosken betaler halvtreds kroner om dagen for strøm og renovation.
`;
const SECOND = `# ${TITLE}

## 1 Formål

1.1 Parterne driver badestederne i fællesskab og deler udgifterne efter indbyggertal.

1.2 Aftalen gælder for alle badesteder ved fjorden, også dem der kun er åbne om sommeren.

1.3 Hver part udpeger en kontaktperson, som de andre kan ringe til på hverdage.

## 2 Vand og tilsyn

2.1 Vandet prøves hver uge, og resultatet slås op ved stranden samme dag.

2.2 Der er livreddere fra klokken ni til atten i skolernes sommerferie og i weekender i juni.

## 3 Økonomi

3.1 Regnskabet gøres op hvert år i marts og sendes til parternes revisorer.

3.2 Hundeskove og naturstier vedligeholdes af frivillige, som får dækket deres kørsel.
`;

async function expectNoFaults(page: Page): Promise<void> {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function upload(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel("Udgave").fill(label);
  const buffer = Buffer.from(text);
  await page
    .getByLabel("Fil", { exact: true })
    .setInputFiles({ name: "badesteder.md", mimeType: "text/markdown", buffer });
  await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
  await page.getByRole("button", { name: "Godkend opdelingen" }).click();
  await page.waitForURL(/\/kilder\/[0-9a-f-]{36}(\/overfoersel)?$/);
}

/** Both editions imported; gives the path of the second. */
async function twoEditions(page: Page, title: string): Promise<string> {
  await page.goto("/kilder/ny");
  await page.getByLabel("Titel").fill(title);
  await page.getByLabel("Type").selectOption({ label: "Aftale" });
  await page.getByLabel("Udgiver").fill("Fjordkommunerne");
  await upload(page, "Udkast", FIRST);
  const first = new URL(page.url()).pathname.split("/")[2];
  await page.goto(`/kilder/${first}`);
  await page.getByRole("link", { name: "Tilføj ny udgave" }).click();
  await upload(page, "Endelig", SECOND);
  return `/kilder/${new URL(page.url()).pathname.split("/")[2]}`;
}

const rows = (page: Page) =>
  page.getByRole("listitem", { name: /^(Uændret|Flyttet|Omformuleret|Delt|Samlet|Udgået|Ny): / });

test("[C31] two editions are compared clause by clause, filtered, laid out and walked through by keyboard", async ({
  signIn,
}) => {
  const page = await signIn("tovholder");
  const second = await twoEditions(page, TITLE);

  await test.step("the list of sources and the edition's own page lead there", async () => {
    await page.goto("/kilder");
    await page.getByRole("link", { name: `Sammenlign med udgave 1 af ${TITLE}` }).click();
    await expect(page).toHaveURL(`${second}/sammenlign`);
    await page.goto(second);
    await page.getByRole("region", { name: "Udgaver" }).getByRole("link", { name: "Udkast" }).click();
    await expect(page.getByText("Du ser en tidligere udgave.")).toBeVisible();
    await page.getByRole("link", { name: "Udgave 2: Endelig" }).click();
    await page.getByRole("link", { name: "Sammenlign med udgave 1" }).first().click();
    await expect(page.getByText("“Endelig” sammenlignet med “Udkast”")).toBeVisible();
  });

  await test.step("what has changed is marked word by word, and says whether it is decided", async () => {
    const reworded = page.getByRole("listitem", { name: /^Omformuleret: 2\.1/ });
    await expect(reworded.getByRole("deletion")).toContainText("fjortende dag");
    await expect(reworded.getByRole("insertion")).toContainText("uge");
    await expect(reworded.getByText("Forslag", { exact: true })).toBeVisible();
    await expect(page.getByText(/forslag, som ingen har afgjort endnu/)).toBeVisible();
    await expect(page.getByRole("listitem", { name: /^Udgået: 2\.3/ })).toContainText("Findes ikke i “Endelig”");
  });

  await test.step("unchanged clauses are folded together", async () => {
    const clause = page.getByText("Hver part udpeger en kontaktperson");
    await expect(clause).toBeHidden();
    await page
      .getByText(/uændrede punkter$/)
      .first()
      .click();
    await expect(clause).toBeVisible();
  });

  await test.step("n and p go from change to change", async () => {
    await page.keyboard.press("n");
    await expect(rows(page).first()).toBeFocused();
    await page.keyboard.press("n");
    await expect(rows(page).nth(1)).toBeFocused();
    await page.keyboard.press("p");
    await expect(rows(page).first()).toBeFocused();
    await expect(page.getByText(/^1 af \d+$/)).toBeVisible();
  });

  await test.step("the filter and the layout are kept in the address", async () => {
    await page.getByRole("checkbox", { name: /^Udgået/ }).focus();
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(/\?vis=udgaaet$/);
    await expect(page.getByRole("checkbox", { name: /^Udgået/ })).toBeFocused();
    for (const name of await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute("aria-label"))))
      expect(name).toMatch(/^Udgået/);
    await page.keyboard.press("3");
    await page.keyboard.press("o");
    await expect(page).toHaveURL(/\?vis=omformuleret&vis=udgaaet&opstilling=loebende$/);
    await page.reload();
    await expect(page.getByRole("checkbox", { name: /^Omformuleret/ })).toBeChecked();
    await expect(page.getByRole("link", { name: "I én tekst" })).toHaveAttribute("aria-current", "true");
    await expect(
      page.getByRole("listitem", { name: /^Omformuleret: 2\.1/ }).locator("p", { hasText: "uge" }),
    ).toContainText("fjortende dag");
    await page.keyboard.press("0");
    await expect(page).not.toHaveURL(/vis=/);
  });

  await test.step("axe finds no fault, wide and narrow", async () => {
    await expectNoFaults(page);
    await page.keyboard.press("o");
    await expectNoFaults(page);
    for (const address of ["/kilder", second]) {
      await page.goto(address);
      await expectNoFaults(page);
    }
  });
});

test("[C31] the comparison is read and filtered without a script, and is not for the auditor", async ({
  signIn,
  complaints,
}) => {
  const second = await twoEditions(await signIn("tovholder"), "Aftale om fælles søbade");
  const page = await signIn("laeser", { javaScriptEnabled: false });
  await page.goto(second);
  await page.getByRole("link", { name: "Sammenlign med udgave 1" }).first().click();
  await page.getByRole("checkbox", { name: /^Udgået/ }).check();
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await expect(page).toHaveURL(/vis=udgaaet/);
  await expect(page.getByText("Bådebroen repareres")).toBeVisible();
  const address = page.url();
  complaints.allow(/403/);
  const auditor = await signIn("revisor");
  expect((await auditor.goto(address))?.status()).toBe(403);
  await auditor.goto("/kilder");
  await expect(auditor.getByRole("link", { name: /^Sammenlign/ })).toHaveCount(0);
});
