import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { smallPdf } from "../world/small-pdf";
import { expect, test } from "./fixtures";
import { chooseOption, daysFromNow, hearingBegun, sendForApproval } from "./steps";

test("[H50] [H52] [H53] a center made for a while is closed into another: its tasks are on the successor's desk, and it is given nothing more", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/status of 422/);
  const admin = await signIn("admin");
  await admin.goto("/administration");
  await admin.getByRole("link", { name: "Opret, omdøb og luk centre" }).click();
  const create = admin.getByRole("form", { name: "Opret et center eller råd" });
  await create.getByLabel("Navn", { exact: true }).fill("Center for Midlertidige Opgaver");
  await create.getByLabel("Kort navn").fill("Midlertidige");
  await create.getByRole("button", { name: "Opret" }).click();
  await expect(admin.getByText("Centeret er oprettet.")).toBeVisible();

  const coordinator = await signIn("tovholder");
  const title = "Høring, hvis center lukker";
  await hearingBegun(coordinator, title);
  await coordinator.getByRole("link", { name: "Fordeling" }).click();
  await coordinator.getByRole("checkbox", { name: /^5 / }).first().check();
  await coordinator.getByRole("checkbox", { name: "Center for Midlertidige Opgaver" }).check();
  await coordinator.getByLabel("Intern frist").fill(daysFromNow(14));
  await coordinator.getByRole("button", { name: /^Fordel/ }).click();
  await expect(coordinator.getByText("Fordelingen er gemt.")).toBeVisible();

  await test.step("what is wrong is told at its field; closed today, it hands over at once", async () => {
    await admin.getByRole("link", { name: "Ret eller luk Center for Midlertidige Opgaver" }).click();
    const close = admin.getByRole("form", { name: "Luk Center for Midlertidige Opgaver" });
    await close.getByLabel("Lukket fra").fill(daysFromNow(0));
    await close.getByRole("button", { name: "Luk centeret" }).click();
    await expect(admin.getByText("Vælg, hvem der overtager opgaverne.").first()).toBeVisible();
    await expect(close.getByLabel("Lukket fra")).toHaveValue(daysFromNow(0));
    await chooseOption(admin, "Afløser", "Center for Børn og Unge");
    await close.getByRole("button", { name: "Luk centeret" }).click();
    await expect(admin.getByText("Lukningen er gemt.")).toBeVisible();
    await expect(admin.getByText(/Lukket .* Center for Børn og Unge har overtaget opgaverne\./)).toBeVisible();
    await faultless(admin);
  });

  const heir = await signIn("bidragyder.boern");
  await expect(heir.getByRole("link", { name: title }).first()).toBeVisible();
  await coordinator.reload();
  await expect(coordinator.getByRole("checkbox", { name: "Center for Børn og Unge" })).toBeVisible();
  await expect(coordinator.getByRole("checkbox", { name: "Center for Midlertidige Opgaver" })).toHaveCount(0);
});

test("[F50] [F51] [F53] a council's own document is attached to a hearing, goes along when the text is sent, and is in the package", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/status of 422/);
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring med rådets eget svar");
  await coordinator.getByRole("link", { name: "Overblik" }).click();
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/pdf", buffer });
  const choose = coordinator.getByLabel("Rådets svar");
  await coordinator.getByText("Vedlæg et råds svar").click();
  await choose.setInputFiles(file("svar.pdf", Buffer.from("Det er ren tekst.")));
  await coordinator.getByRole("button", { name: "Vedlæg svaret" }).click();
  await expect(coordinator.getByText(/hverken PDF eller Word/).first()).toBeVisible();
  await choose.setInputFiles(file("Handicaprådets svar.pdf", PDF));
  await coordinator.getByRole("button", { name: "Vedlæg svaret" }).click();
  await expect(coordinator.getByRole("link", { name: "Handicaprådets svar.pdf" })).toBeVisible();
  await faultless(coordinator);

  await coordinator.getByRole("link", { name: "Åbn høringssvaret" }).click();
  await coordinator.getByRole("link", { name: "Godkendelse" }).click();
  await expect(coordinator.getByRole("link", { name: "Handicaprådets svar.pdf" })).toBeVisible();
  await sendWritten(coordinator, response);
  const director = await signIn("direktoer");
  await director.goto(`${response}/godkendelse`);
  await expect(director.getByRole("link", { name: "Handicaprådets svar.pdf" })).toBeVisible();
  await director.getByRole("button", { name: "Godkend teksten" }).click();
  await expect(director.getByText(/godkendte teksten/).first()).toBeVisible();
  await director.goto(`${response}/arkiv/filer`);
  const [packed] = await Promise.all([
    director.waitForEvent("download"),
    director
      .getByRole("link", { name: /Pakke|ZIP/ })
      .first()
      .click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await packed.createReadStream()) chunks.push(Buffer.from(chunk));
  // PDFs are stored in it as they are.
  expect(Buffer.concat(chunks).includes(PDF)).toBe(true);
});

async function sendWritten(page: Page, response: string): Promise<void> {
  await page.goto(response);
  await page.getByRole("textbox", { name: "Tekst", exact: true }).getByText("Generelle bemærkninger").click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("Kommunen støtter aftalen.");
  await expect(page.getByRole("status").filter({ hasText: /^Gemt$/ })).toBeVisible();
  await sendForApproval(page);
}

const PDF = smallPdf("Handicapraadet er enigt.");

async function faultless(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}
