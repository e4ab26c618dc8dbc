import type { WebsocketProvider } from "y-websocket";
import { KIND, SYNC } from "../document-model/wire";

/** ProseMirror reads what was composed a moment after it has ended. */
const READ = 60;
/** The keyboard of a telephone leaves the last word open for as long as nobody types. */
const LONGEST = 3_000;

let isListening = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const waiting: (() => void)[] = [];

/**
 * Does at once what draws in the text, or when the word that is being composed (an accent, a word on a telephone, a syllable)
 * is done: a browser gives it up when its paragraph is drawn anew, and its letters are then there twice. [E42]
 */
export function afterComposing(act: () => void): void {
  if (!isListening) listen();
  if (timer === undefined) act();
  else waiting.push(act);
}

/** So it is with what others write; all else that the server says is heard at once. */
export function updatesAfterComposing({ messageHandlers }: WebsocketProvider): void {
  const read = messageHandlers[KIND.sync];
  messageHandlers[KIND.sync] = (reply, decoder, ...rest) => {
    const take = () => read?.(reply, decoder, ...rest);
    if (decoder.arr[decoder.pos] === SYNC.update) afterComposing(take);
    else take();
  };
}

function listen(): void {
  if (typeof document === "undefined") return;
  isListening = true;
  for (const event of ["compositionstart", "compositionupdate"])
    document.addEventListener(event, () => wait(LONGEST), { capture: true });
  document.addEventListener("compositionend", () => wait(READ), { capture: true });
}

function wait(milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = undefined;
    for (const act of waiting.splice(0)) act();
  }, milliseconds);
}
