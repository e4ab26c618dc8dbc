import { expect } from "playwright/test";
import { test } from "../editor/fixture";

test("[E1] an address that is typed leads there, ended by a space or Enter, and without the sign after it", async ({
  open,
}) => {
  const ann = await open([""]);
  await ann.text.click();
  await ann.type("Se https://example.dk/plan?id=1, og www.example.dk");
  await ann.press("Enter");
  await ann.type("men ikke javascript:alert(1) eller ord.dk ");
  const links = ann.text.getByRole("link");
  await expect(links).toHaveText(["https://example.dk/plan?id=1", "www.example.dk"]);
  await expect(links.nth(0)).toHaveAttribute("href", "https://example.dk/plan?id=1");
  await expect(links.nth(1)).toHaveAttribute("href", "https://www.example.dk");
  await expect(links.nth(0)).toHaveAttribute("rel", /noopener/);
  expect(await ann.lines()).toEqual([
    "Se https://example.dk/plan?id=1, og www.example.dk",
    "men ikke javascript:alert(1) eller ord.dk ",
  ]);
  // What follows a link is none.
  await ann.caretIn("Se https://example.dk/plan?id=1, og www.example.dk", "End");
  await ann.type("x");
  await expect(links.nth(1)).toHaveText("www.example.dk");
});

test("[E15] Ctrl+Alt+K asks where the selected words lead, gives them the address, and takes it away again", async ({
  open,
}) => {
  const ann = await open(["Se planen her."]);
  await ann.caretIn("Se planen her.", "Home");
  await ann.press("Control+ArrowRight", "Shift+Control+ArrowRight", "Control+Alt+k");
  const field = ann.page.getByRole("textbox", { name: "Adresse" });
  await expect(field).toBeFocused();
  await field.fill("www.example.dk/plan");
  await ann.press("Enter");
  const words = ann.text.getByRole("link");
  await expect(words).toHaveAttribute("href", "https://www.example.dk/plan");
  expect(await ann.lines()).toEqual(["Se planen her."]);
  await expect(ann.text).toBeFocused();
});
