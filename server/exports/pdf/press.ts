import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Overdue } from "../../thread";
import { isShort, isSmall, leadsOn, leadsToPoints } from "../letter/keeping";
import type { Letter, LetterList, LetterNode } from "../letter/shapes";
import { checkGlyphs } from "./check";
import { finished } from "./finish";
import { fontPaths } from "./fonts";
import { TEMPLATE } from "./template";

export type PressOptions = {
  /** A child that has answered so often is replaced. */
  lettersPerChild: number;
  limitMs: number;
  /** The child's script: beside this file, from the sources and in build/ alike. */
  script: string;
};

const USUAL: PressOptions = {
  lettersPerChild: 50,
  limitMs: 30_000,
  script: fileURLToPath(new URL("./typesetter.mjs", import.meta.url)),
};

type Order = { template: string; letter: string; timestamp: number; fonts: string[]; attached: string | null };
type Answer = { pdf: Uint8Array; standard: `a-${2 | 3}${"a" | "b"}` } | { fault: string };

/** What a PDF/A-3 carries with it. */
type Attachment = { name: string; text: string };

export type Press = { pdfOf(letter: Letter, attachment?: Attachment): Promise<Uint8Array>; stop(): void };

/**
 * Makes PDFs in a child process, one at a time. A letter the font cannot print is refused (`missing-glyph`); a child
 * that crashes or takes too long is a fault for that letter alone, and the next one gets a new child. [X5] [X6]
 */
export function createPress(options: Partial<PressOptions> = {}): Press {
  const press: State = { options: { ...USUAL, ...options }, child: null, made: 0, last: Promise.resolve() };
  return {
    async pdfOf(letter, attachment) {
      checkGlyphs(letter);
      const answer = await inTurn(press, () => ask(press, orderOf(letter, attachment)));
      return answer.standard.endsWith("a") ? finished(answer.pdf, letter) : answer.pdf;
    },
    stop: () => retire(press),
  };
}

type State = { options: PressOptions; child: ChildProcess | null; made: number; last: Promise<unknown> };

function orderOf(letter: Letter, attachment?: Attachment): Order {
  return {
    template: TEMPLATE,
    letter: JSON.stringify({ ...kept(letter), ...(attachment ? { attached: attachment.name } : {}) }),
    attached: attachment?.text ?? null,
    timestamp: Math.floor(letter.date.getTime() / 1000),
    fonts: fontPaths(),
  };
}

/** The letter with what is to stand together on a page. */
function kept(letter: Letter) {
  const { body, appendix } = letter;
  const behind = appendix ? { appendix: { ...appendix, body: appendix.body.map(keptNode) } } : {};
  return { ...letter, body: body.map(keptNode), ...behind };
}

function keptNode(node: LetterNode) {
  if (node.kind === "paragraph") return leadsOn(node) ? { ...node, leads: true } : node;
  if (node.kind === "list") return keptList(node);
  if (node.kind !== "table") return node;
  return { ...node, together: isSmall(node), cells: node.cells.map((cell) => ({ ...cell, whole: isShort(cell) })) };
}

function keptList(list: LetterList): object {
  const items = list.items.map((item) => ({
    ...item,
    ...(leadsToPoints(item) ? { leads: true } : {}),
    children: item.children.map(keptList),
  }));
  return { ...list, items };
}

function inTurn<Result>(press: State, work: () => Promise<Result>): Promise<Result> {
  const turn = press.last.then(work);
  press.last = turn.catch(() => {});
  return turn;
}

async function ask(press: State, order: Order): Promise<Exclude<Answer, { fault: string }>> {
  const child = childOf(press);
  try {
    const answer = await answerOf(child, order, press.options.limitMs);
    if ("fault" in answer) throw new Error(`Typst could not make the PDF: ${answer.fault}`);
    press.made += 1;
    if (press.made >= press.options.lettersPerChild) retire(press);
    return answer;
  } catch (error) {
    retire(press);
    throw error;
  }
}

function childOf(press: State): ChildProcess {
  if (press.child?.connected) return press.child;
  const child = fork(press.options.script, {
    serialization: "advanced",
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // A press at rest keeps no process alive: the child ends with its parent.
  child.unref();
  child.channel?.unref();
  press.made = 0;
  press.child = child;
  return child;
}

function retire(press: State): void {
  press.child?.removeAllListeners();
  press.child?.kill("SIGKILL");
  press.child = null;
}

function answerOf(child: ChildProcess, order: Order, limitMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Overdue(`Typst took longer than ${limitMs} ms; its process was ended.`)),
      limitMs,
    );
    const end = (settle: () => void) => {
      clearTimeout(limit);
      child.removeAllListeners();
      settle();
    };
    child.once("message", (answer) => end(() => resolve(answer as Answer)));
    child.once("error", (error) => end(() => reject(error)));
    child.once("exit", (code, signal) =>
      end(() => reject(new Error(`Typst's process ended in the middle of a letter (${signal ?? `code ${code}`}).`))),
    );
    child.send(order);
  });
}
