import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "playwright/test";
import { test } from "../editor/fixture";

test("[E9] the page says whether the text is saved, in words", async ({ open }) => {
  const ann = await open(["Tekst."]);
  const saying = async (phase: string, hasUnsaved: boolean) => {
    await ann.tell({ phase, hasUnsaved });
    return ann.page.locator(".save-indicator").textContent();
  };
  expect(await saying("busy", true)).toBe("Ikke gemt – serveren kan ikke gemme lige nu");
  expect(await saying("busy", false)).toBe("Gemt – serveren svarer ikke lige nu");
  expect(await saying("degraded", true)).toBe("Gemmer … Serveren svarer langsomt");
  expect(await saying("degraded", false)).toBe("Gemt – serveren svarer langsomt");
  expect(await saying("saved", false)).toBe("Gemt");
  expect(await saying("saving", true)).toBe("Gemmer …");
  expect(await saying("offline", true)).toBe("Ikke gemt – forbindelsen er væk");
  expect(await saying("offline", false)).toBe("Gemt – forbindelsen er væk");
  await ann.caretIn("Tekst.");
  await ann.type(" Og mere.");
  expect(await ann.lines()).toEqual(["Tekst. Og mere."]);
});

test("[E9] [E10] a refusal says why, shows what was not saved, and keeps the text, which cannot be written in but copied", async ({
  open,
}) => {
  const ann = await open(["Mål", "Vi støtter.", "Til sidst."]);
  await ann.caretIn("Mål", "Home");
  await ann.type("# ");
  await ann.caretIn("Vi støtter.");
  await ann.type(" Dette nåede ikke frem.");
  await ann.tell({ phase: "refused", code: 4409, hasUnsaved: true });
  const notice = ann.page.getByRole("alert");
  await notice.getByText("Siden passer ikke længere til teksten").waitFor();
  await expect(notice.getByRole("region", { name: "Ikke gemt" })).toContainText("Vi støtter. Dette nåede ikke frem.");
  await expect(notice).not.toContainText("Til sidst.");
  await expect(ann.page.locator(".save-indicator")).toHaveText("Ikke gemt");
  expect(await ann.text.getAttribute("contenteditable")).toBe("false");
  await ann.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => ann.page.evaluate(() => navigator.clipboard.readText());
  await notice.getByRole("button", { name: "Kopiér det, der ikke blev gemt" }).click();
  await expect(notice.getByRole("status")).toHaveText("Teksten er kopieret");
  expect(await copied()).toBe("Mål\n\nVi støtter. Dette nåede ikke frem.");
  await notice.getByRole("button", { name: "Kopiér hele teksten" }).click();
  await expect.poll(copied).toContain("Til sidst.");
});

test("[E10] what was not saved is offered again after a reload, until it is waved away", async ({ open }) => {
  const ann = await open(["Vi støtter."]);
  await ann.caretIn("Vi støtter.");
  await ann.type(" Skrevet forgæves.");
  await ann.tell({ phase: "refused", code: 4426, hasUnsaved: true });
  await ann.page.getByRole("alert").getByText("Samsvar er blevet opdateret").waitFor();
  // The test page's hub knows nothing of an earlier page, as a server that took nothing.
  await ann.page.getByRole("button", { name: "Genindlæs siden" }).click();
  const notice = ann.page.getByRole("region", { name: /Dette nåede ikke at blive gemt/ });
  await expect(notice).toContainText("Vi støtter. Skrevet forgæves.");
  await expect(ann.text).toHaveText("Vi støtter.");
  await ann.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await notice.getByRole("button", { name: "Kopiér" }).click();
  expect(await ann.page.evaluate(() => navigator.clipboard.readText())).toBe("Vi støtter. Skrevet forgæves.");
  await notice.getByRole("button", { name: "Fjern" }).click();
  await expect(notice).toHaveCount(0);
  await ann.page.reload();
  await ann.text.waitFor();
  await expect(notice).toHaveCount(0);
});

test("[E10] when only deletions were not saved, that is said in words", async ({ open }) => {
  const ann = await open(["Vi støtter ikke."]);
  await ann.caretIn("Vi støtter ikke.");
  await ann.press("Backspace", "Backspace");
  await ann.tell({ phase: "refused", code: 4413, reason: "full", hasUnsaved: true });
  const notice = ann.page.getByRole("alert");
  await expect(notice).toContainText("Teksten fylder for meget");
  await expect(notice).toContainText("er ikke ny tekst, men noget, du har slettet eller ændret");
  await expect(notice.getByRole("button")).toHaveText(["Kopiér hele teksten", "Genindlæs siden"]);
});

test("[E9] each reason to stop has its words and its way on", async ({ open }) => {
  const ann = await open(["Tekst."]);
  const said = async (news: Record<string, unknown>) => {
    await ann.tell({ phase: "refused", reason: null, hasUnsaved: false, ...news });
    const notice = ann.page.getByRole("alert");
    return [
      (await notice.locator("p").first().textContent())?.slice(0, 28),
      await notice.getByRole("button").last().textContent(),
    ];
  };
  expect(await said({ code: 4400 })).toEqual(["Serveren kunne ikke forstå d", "Genindlæs siden"]);
  expect(await said({ code: 4401 })).toEqual(["Du er blevet logget ud. Log ", "Prøv igen"]);
  await expect(ann.page.getByRole("link", { name: "Log ind i en ny fane" })).toHaveAttribute("target", "_blank");
  expect(await said({ code: 4403 })).toEqual(["Du har ikke længere adgang t", "Prøv igen"]);
  expect(await said({ code: 4409, reason: "forged" })).toEqual(["Serveren kunne ikke se, at æ", "Genindlæs siden"]);
  expect(await said({ code: 4413, reason: "too-large" })).toEqual(["Det, du indsatte, er for sto", "Genindlæs siden"]);
  expect(await said({ code: 4426 })).toEqual(["Samsvar er blevet opdateret,", "Genindlæs siden"]);
  expect(await said({ code: 4499 })).toEqual(["Serveren tager ikke imod det", "Genindlæs siden"]);
  await expect(ann.page.locator(".save-indicator")).toHaveText("Gemt – siden er koblet fra");
});

test("[E9] a full room and a very long text are told calmly", async ({ open }) => {
  const ann = await open(["Tekst."]);
  await ann.tell({ phase: "room-full", role: "read" });
  await expect(ann.page.getByRole("alert")).toContainText("Der er allerede 100, der skriver");
  await expect(ann.page.locator(".save-indicator")).toHaveText("Kun læsning lige nu");
  expect(await ann.text.getAttribute("contenteditable")).toBe("false");
  await ann.tell({ phase: "saved", role: "write", isLarge: true });
  expect(await ann.text.getAttribute("contenteditable")).toBe("true");
  const large = ann.page.getByText("Teksten er blevet meget lang");
  await expect(large).toBeVisible();
  await ann.page.getByRole("button", { name: "Luk", exact: true }).click();
  await expect(large).toHaveCount(0);
});

test("[E7] when the editor cannot be drawn any more, a new one takes its place with the whole text, on the same connection", async ({
  open,
}) => {
  const ann = await open(["Tekst. [a]"]);
  const old = await ann.text.elementHandle();
  await ann.page.evaluate("breakEditor()");
  expect(await old?.evaluate((element) => element.isConnected)).toBe(false);
  await ann.caretIn("Tekst.");
  await ann.type(" Videre.");
  expect(await ann.lines()).toEqual(["Tekst. Videre. [a]"]);
  expect(await ann.page.evaluate("visits")).toEqual({ made: 1, destroyed: 0 });
});

test("[E9] axe finds no fault with a refusal and what is offered with it", async ({ open }) => {
  const ann = await open(["Tekst."]);
  await ann.caretIn("Tekst.");
  await ann.type(" Mere.");
  await ann.tell({ phase: "refused", code: 4401, hasUnsaved: true });
  await ann.page.reload();
  await ann.caretIn("Tekst.");
  await ann.type(" Igen.");
  await ann.tell({ phase: "refused", code: 4401, hasUnsaved: true });
  await expect(ann.page.getByRole("region", { name: /Dette nåede ikke/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: ann.page })
    .disableRules(["region", "landmark-one-main", "page-has-heading-one"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
