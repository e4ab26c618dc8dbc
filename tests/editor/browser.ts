import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Locator, Page } from "playwright/test";
import { allBlocks, type ResponseDocument, textOf } from "../../app/document-model/document";
import { link } from "./words";

const clause = (letter: string, number: string, heading: string, text: string, depth = 1, kind = "clause") => ({
  id: link(letter).id,
  parentId: null,
  depth,
  kind,
  number,
  heading,
  text,
  path: "",
});

const clauses = [
  clause("a", "3", "Udskrivning", "", 0, "section"),
  clause("b", "3.1", "", "Hospitalet giver besked til kommunen senest dagen før, en borger kommer hjem."),
  clause("c", "3.2", "", "Medicin til de første tre døgn følger med borgeren, så ingen står uden.", 2),
  clause("d", "2", "Røgfri unge", "Andelen af unge, der ryger, skal falde hvert år frem mod 2030.", 0, "goal"),
];

const center = { id: link("a").center, name: "Center for Socialservice", shortName: "Socialservice", kind: "center" };
const whole = "99999999-9999-4999-8999-999999999999";

const responsePage = {
  id: "r",
  documentId: "d",
  title: "Høringssvar",
  status: "writing",
  access: "write",
  consultation: { sourceTitle: "Aftale om voksne med psykisk lidelse", sourceLabel: "udkast", versionId: whole },
  clauses,
  earlier: [],
  lineage: [whole],
  newer: null,
  centers: [center],
  mine: [link("c").id],
  linkAs: [center.id],
  returned: null,
  can: { write: true },
};

let bundle: Promise<{ script: string; style: string }> | undefined;

function bundled(): Promise<{ script: string; style: string }> {
  bundle ??= build({
    entryPoints: [fileURLToPath(new URL("./page.tsx", import.meta.url))],
    bundle: true,
    write: false,
    outdir: "out",
    format: "esm",
    jsx: "automatic",
    external: ["*.woff2"],
    alias: { "@remix-run/react": fileURLToPath(new URL("./no-router.ts", import.meta.url)) },
    define: { "process.env.NODE_ENV": '"production"' },
  }).then(({ outputFiles }) => ({
    script: outputFiles.find(({ path }) => path.endsWith(".js"))?.text ?? "",
    style: outputFiles.find(({ path }) => path.endsWith(".css"))?.text ?? "",
  }));
  return bundle;
}

type Options = {
  people?: string[];
  access?: "write" | "read";
  hash?: string;
  size?: { width: number; height: number };
  /** What was there in earlier versions, and what it has become. */
  earlier?: readonly Record<string, unknown>[];
  /** The clauses that Socialservice has yet to look at again; without it the page has not heard. */
  toLookAt?: readonly string[];
};

/** A real editor in a real browser; every error the page logs is thrown at `close`. */
export async function openEditor(browser: Browser, lines: string[], options: Options = {}): Promise<EditorPage> {
  const { script, style } = await bundled();
  const context = await browser.newContext({ viewport: options.size ?? { width: 1440, height: 900 }, locale: "da-DK" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  const people = options.people ?? ["Ann"];
  const { access = "write", earlier = [], toLookAt = null } = options;
  const given = JSON.stringify({ page: { ...responsePage, access, earlier }, lines, people, toLookAt });
  // There is no bar at the top of this page, so nothing sticks below it.
  const html = `<!doctype html><html lang="da" style="--bar: 0px"><meta charset="utf-8"><title>Prøve</title><style>${style}</style><body><script type="application/json" id="given">${given.replaceAll("<", "\\u003c")}</script><script type="module" src="/page.js"></script>`;
  await page.route("**/*", (route) => {
    const isScript = route.request().url().endsWith("/page.js");
    return route.fulfill({ contentType: isScript ? "text/javascript" : "text/html", body: isScript ? script : html });
  });
  await page.goto(`http://editor.localhost/${options.hash ?? ""}`);
  await page.getByRole("textbox", { name: "Tekst" }).first().waitFor();
  return new EditorPage(page, errors);
}

export class EditorPage {
  readonly page: Page;
  readonly #errors: string[];

  constructor(page: Page, errors: string[]) {
    this.page = page;
    this.#errors = errors;
  }

  of(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  get text(): Locator {
    return this.page.getByRole("textbox", { name: "Tekst" });
  }

  /** Puts the caret into the paragraph with that text, at its start or end. */
  async caretIn(text: string, where: "Home" | "End" = "End"): Promise<void> {
    const paragraph = this.text.getByText(text, { exact: true }).first();
    await paragraph.click();
    await this.#settle();
    await this.press(where);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.#settle();
    }
  }

  /** Lets the page take in what the browser did by itself: a machine types faster than selections are reported. */
  #settle(): Promise<void> {
    return this.page.evaluate(
      () =>
        new Promise<void>((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done())))),
    );
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async document(): Promise<ResponseDocument> {
    return this.page.evaluate("read()");
  }

  /** As in headless-page.ts: "Vi støtter [a b]"; a kind other than paragraph stands before it. */
  async lines(): Promise<string[]> {
    const document = await this.document();
    return [...allBlocks(document)].map((block) => {
      const letters = (document.links[block.id] ?? []).map(({ id }) => id.slice(0, 1));
      const kind = block.kind === "paragraph" ? "" : `${block.kind}${block.level || ""}: `;
      return `${kind}${textOf(block)}${letters.length > 0 ? ` [${letters.join(" ")}]` : ""}`;
    });
  }

  async ids(): Promise<string[]> {
    return [...allBlocks(await this.document())].map(({ id }) => id);
  }

  /** Gives the connection another state, as the network would. */
  async tell(news: Record<string, unknown>): Promise<void> {
    await this.page.evaluate(`tell(${JSON.stringify(news)})`);
    await this.#settle();
  }

  async paste(html: string): Promise<void> {
    await this.text.first().evaluate((element, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", data);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  }

  async close(): Promise<void> {
    await this.page.context().close();
    if (this.#errors.length > 0) throw new Error(`The page complained: ${this.#errors.join("\n")}`);
  }
}
