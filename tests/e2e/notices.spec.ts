import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { addressOf, DEMO_PASSWORD } from "../../server/demo/people";
import { startApp } from "../world/app-process";
import { type MailServer, mailServer } from "../world/mail-server";
import { test as base, expect } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, hearingBegun, saving, sendForApproval } from "./steps";

const TITLE = "Høring med besked";

/** The built app with a mail server of its own. */
const test = base.extend<object, { mailbox: MailServer }>({
  mailbox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const mailbox = await mailServer();
      await use(mailbox);
      await mailbox.close();
    },
    { scope: "worker" },
  ],
  app: [
    async ({ mailbox }, use) => {
      const app = await startApp((url) => ({
        SMTP_URL: mailbox.url,
        MAIL_FROM: "samsvar@eksempel.dk",
        PUBLIC_URL: url,
      }));
      await use(app);
      await app.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

test("[N1] [N2] [N4] [N10] a text to approve is told on a desk that stands open and by a mail whose link leads there", async ({
  signIn,
  mailbox,
  browser,
  complaints,
}) => {
  const director = await signIn("direktoer");
  await expect(bell(director)).toHaveAccessibleName("Beskeder, ingen nye");
  const coordinator = await signIn("tovholder");
  await hearingBegun(coordinator, TITLE);
  await caretUnder(coordinator, CHAPTER_HEADING);
  await coordinator.keyboard.type("Vi støtter forslaget.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await sendForApproval(coordinator);

  await test.step("it is there without a reload, as a task and not once more as a notice", async () => {
    await expect(bell(director)).toHaveAccessibleName("Beskeder, 1 ny");
    const task = director.getByRole("link", { name: /^Læs og godkend/ });
    await expect(task).toBeVisible();
    await expect(director.getByRole("link", { name: /har sendt dig en tekst/ })).toHaveCount(0);
    await faultless(director);
  });
  const link = await test.step("one mail says so, with a link and nothing of the text", async () => {
    await expect.poll(() => mailbox.mails.length).toBe(1);
    const [mail] = mailbox.mails;
    expect(mail?.recipients).toEqual([addressOf("direktoer")]);
    expect(mail?.headers.get("subject")).toMatch(/^Mette Holm Andersen har sendt dig en tekst til godkendelse/);
    expect(mail?.text).not.toContain("støtter");
    return /http\S+\/beskeder\/[0-9a-f-]{36}/.exec(mail?.text ?? "")?.[0] ?? "";
  });
  await test.step("who is not signed in comes there by way of the sign-in, and has then read it", async () => {
    const context = await browser.newContext();
    complaints.watch(context);
    const page = await context.newPage();
    await page.goto(link);
    await expect(page.getByText("Log ind for at fortsætte, hvor du slap.")).toBeVisible();
    await page.getByLabel("E-mail").fill(addressOf("direktoer"));
    await page.getByLabel("Adgangskode", { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "Log ind", exact: true }).click();
    await expect(page).toHaveURL(/\/svar\/[0-9a-f-]{36}\/godkendelse$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
    await expect(bell(director)).toHaveAccessibleName("Beskeder, ingen nye");
    await context.close();
  });
});

test("[N3] [N4] what one wishes to hear of by mail is chosen, kept, and shown to fit on a phone", async ({
  signIn,
  mailbox,
}) => {
  const before = mailbox.mails.length;
  const director = await signIn("direktoer", { viewport: { width: 390, height: 844 } });
  await bell(director).click();
  await expect(director.getByRole("heading", { level: 1 })).toHaveText("Beskeder");
  const choice = director.getByLabel("En tekst venter på min godkendelse");
  await expect(choice).toHaveValue("at-once");
  await choice.selectOption("Kun på siden");
  await director.getByRole("button", { name: "Gem valg" }).click();
  await expect(director.getByText("Dine valg er gemt.")).toBeVisible();
  await faultless(director);
  const wide = await director.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);

  const coordinator = await signIn("tovholder");
  await hearingBegun(coordinator, `${TITLE} og valg`);
  await caretUnder(coordinator, CHAPTER_HEADING);
  await coordinator.keyboard.type("Vi støtter forslaget.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await sendForApproval(coordinator);
  const row = director.getByRole("listitem").filter({ hasText: `${TITLE} og valg` });
  await expect(row).toContainText("Mette Holm Andersen har sendt dig en tekst til godkendelse");
  await row.getByRole("button", { name: /^Markér som læst/ }).click();
  await expect(row.getByText("Læst", { exact: true })).toBeVisible();
  await expect(bell(director)).toHaveAccessibleName("Beskeder, ingen nye");
  expect(mailbox.mails.length).toBe(before);

  const administrator = await signIn("admin");
  await administrator.goto("/administration");
  await expect(administrator.getByText(/^Mails sendes gennem 127\.0\.0\.1/)).toBeVisible();
});

function bell(page: Page) {
  return page.getByRole("banner").getByRole("link", { name: /^Beskeder/ });
}

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
