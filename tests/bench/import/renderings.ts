import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright";
import type { PaperShape } from "../../fixtures/papers/paper";
import { toDocx } from "./to-docx";
import { toHtml } from "./to-html";
import { toMarkdown } from "./to-markdown";
import { toText } from "./to-text";
import { toTypstPdf } from "./to-typst";

/** Every way a paper is printed here. */
export type Rendering = { name: string; fileName: string; bytes: Uint8Array } | { name: string; skipped: string };

const OFFICES = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

/** What needs neither a browser nor an office. */
export async function plainRenderings(paper: PaperShape): Promise<Rendering[]> {
  const encode = (text: string) => new TextEncoder().encode(text);
  return [
    { name: "Markdown", fileName: "paper.md", bytes: encode(toMarkdown(paper)) },
    { name: "text", fileName: "paper.txt", bytes: encode(toText(paper)) },
    { name: "DOCX", fileName: "paper.docx", bytes: await toDocx(paper) },
    { name: "PDF, Typst", fileName: "paper.pdf", bytes: toTypstPdf(paper) },
  ];
}

export async function browserRenderings(browser: Browser | string, paper: PaperShape): Promise<Rendering[]> {
  const names = ["PDF, Chromium, tagged", "PDF, Chromium, untagged"];
  if (typeof browser === "string") return names.map((name) => ({ name, skipped: browser }));
  const page = await browser.newPage();
  await page.setContent(toHtml(paper));
  const made: Rendering[] = [];
  for (const [index, name] of names.entries()) {
    const head = `<span style="font-size:8px;margin-left:20mm">${paper.runningHead}</span>`;
    const foot = `<span style="font-size:8px;margin-left:20mm">Side <span class="pageNumber"></span> af <span class="totalPages"></span></span>`;
    const margin = { top: "25mm", bottom: "25mm", left: "25mm", right: "25mm" };
    const options = { format: "A4", margin, displayHeaderFooter: true, headerTemplate: head, footerTemplate: foot };
    const bytes = await page.pdf({ ...options, tagged: index === 0 });
    made.push({ name, fileName: "paper.pdf", bytes: new Uint8Array(bytes) });
  }
  await page.close();
  return made;
}

/** A browser, or why there is none. Nothing is installed for a bench. */
export async function openBrowser(): Promise<Browser | string> {
  const paths = [
    process.env["CHROMIUM_PATH"],
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    chromium.executablePath(),
  ];
  const executablePath = paths.find((path) => path && existsSync(path));
  if (!executablePath) return "no Chromium on this machine";
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** All papers in two calls, since an office takes seconds to start: DOCX → DOCX and DOCX → PDF. */
export async function officeRenderings(papers: readonly PaperShape[]): Promise<Map<string, Rendering[]>> {
  const names = ["DOCX, LibreOffice", "PDF, LibreOffice"] as const;
  const office = OFFICES.find((path) => existsSync(path));
  const skipped = (why: string) =>
    new Map(papers.map(({ name }) => [name, names.map((each) => ({ name: each, skipped: why }))]));
  if (!office) return skipped("no LibreOffice on this machine");
  const folder = await mkdtemp(join(tmpdir(), "samsvar-papers-"));
  try {
    for (const paper of papers) await writeFile(join(folder, `${paper.name}.docx`), await toDocx(paper));
    await convert(office, folder, "docx:MS Word 2007 XML", papers);
    await convert(office, folder, "pdf:writer_pdf_Export", papers);
    const made = papers.map(
      async ({ name }): Promise<[string, Rendering[]]> => [
        name,
        [
          { name: names[0], fileName: "paper.docx", bytes: await readFile(join(folder, "out", `${name}.docx`)) },
          { name: names[1], fileName: "paper.pdf", bytes: await readFile(join(folder, "out", `${name}.pdf`)) },
        ],
      ],
    );
    return new Map(await Promise.all(made));
  } catch (error) {
    return skipped(`LibreOffice did not convert: ${error instanceof Error ? error.message.slice(0, 80) : error}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convert(office: string, folder: string, to: string, papers: readonly PaperShape[]): Promise<void> {
  // A profile of its own: an office that is open on this machine would take the call and answer nothing.
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const files = papers.map(({ name }) => join(folder, `${name}.docx`));
  const args = [profile, "--headless", "--convert-to", to, "--outdir", join(folder, "out"), ...files];
  await promisify(execFile)(office, args, { timeout: 240_000 });
}
