import type { Browser } from "playwright";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { encode } from "../../../app/document-model/wire";
import type { AppProcess } from "../../world/app-process";
import { claim } from "./claim";
import type { LongDocument } from "./long-document";
import { summary } from "./table";
import { cookieOf, opened, signedIn } from "./visitor";

const WHO = "bidragyder.social";

/** Each on a server that has just started: nothing of the document is in memory anywhere. */
export async function openings(browser: Browser, app: AppProcess, text: LongDocument, rounds: number) {
  const server: number[] = [];
  const times = {
    empty: { words: [] as number[], text: [] as number[], ready: [] as number[] },
    warm: { words: [] as number[], text: [] as number[], ready: [] as number[] },
  };
  let context = await signedIn(browser, app.url, WHO);
  await (await opened(context, text.responseId)).close();
  for (let round = 0; round < rounds * 2; round += 1) {
    await app.restart();
    if (round % 2 === 0) {
      server.push(await coldLoad(app.url, text.documentId, await cookieOf(context)));
      await app.restart();
    }
    const cache = round % 2 === 0 ? "empty" : "warm";
    if (cache === "empty") {
      await context.close();
      context = await signedIn(browser, app.url, WHO);
    }
    const page = await opened(context, text.responseId);
    const { wordsAt, textAt, readyAt } = await page.evaluate(() => window.noted);
    times[cache].words.push(wordsAt);
    times[cache].text.push(textAt);
    times[cache].ready.push(readyAt);
    await page.close();
  }
  await context.close();
  return {
    "cold server: step 1 → the whole text": summary(server),
    "cold server, empty cache: navigation → the first of the text painted": summary(times.empty.words),
    "cold server, empty cache: navigation → all of it painted": summary(times.empty.text),
    "cold server, empty cache: navigation → ready to type": summary(times.empty.ready),
    "cold server, cached: navigation → the first of the text painted": summary(times.warm.words),
    "cold server, cached: navigation → all of it painted": summary(times.warm.text),
    "cold server, cached: navigation → ready to type": summary(times.warm.ready),
  };
}

/** From the socket's opening until the text is here, as a page would ask for it. */
async function coldLoad(url: string, documentId: string, cookie: string): Promise<number> {
  // The first request makes the process warm; what is measured is the document.
  await fetch(`${url}/hoeringer`, { headers: { cookie } });
  const headers = { cookie, origin: url };
  const { query } = await claim(url, documentId, cookie);
  const start = performance.now();
  const ws = new WebSocket(`${url.replace("http", "ws")}/sync/${documentId}${query}`, { headers });
  ws.on("open", () => ws.send(encode({ type: "step1", stateVector: Y.encodeStateVector(new Y.Doc()) })));
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    ws.on("message", ([kind, step]: Buffer) => {
      if (kind !== 0 || step === 0) return;
      last = performance.now() - start;
      // What was written since the snapshot may follow the step 2.
      if (step === 1) setTimeout(resolve, 200);
    });
    ws.on("close", (code) => reject(new Error(`Expected the text; the socket closed with ${code}.`)));
  });
  ws.terminate();
  return last;
}
