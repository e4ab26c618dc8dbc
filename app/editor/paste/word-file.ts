import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import type { Incoming } from "../../document-model/incoming/shapes";
import { fitsOneUpdate, LARGEST_WORD_FILE } from "../../document-model/incoming/size";
import { insertParts } from "./insert-parts";

type Answer = Incoming | { refusal: { code: string; fields: Record<string, string> } };

/** Lets the editor take in Word files while its person may write: chosen in the toolbar, dropped, or pasted. [E25] */
export function useWordFiles(editor: Editor, responseId: string, canWrite: boolean): void {
  useEffect(() => {
    if (!canWrite) return;
    const { incoming } = editor.storage;
    incoming.takeWordFile = (file) => void takeIn({ editor, responseId }, file);
    return () => {
      incoming.takeWordFile = null;
    };
  }, [editor, responseId, canWrite]);
}

type Place = { editor: Editor; responseId: string };

/** Read where the server does, and put in at the caret. What is refused changes nothing. */
async function takeIn({ editor, responseId }: Place, file: File): Promise<void> {
  const { news } = editor.storage.incoming;
  const fileName = file.name;
  if (file.size > LARGEST_WORD_FILE) return news.tell({ is: "refused", code: "file-too-large", fileName });
  news.tell({ is: "reading", fileName });
  const answer = await asked(`/svar/${responseId}/word`, file);
  if (editor.isDestroyed) return;
  if ("refusal" in answer) {
    const { code, fields } = answer.refusal;
    return news.tell({ is: "refused", code: fields["file"] ?? code, fileName });
  }
  // Locked, or signed out, while it was being read.
  if (!editor.isEditable) return news.tell({ is: "refused", code: "text-not-yours-to-write", fileName });
  if (!fitsOneUpdate(answer)) return news.tell({ is: "refused", code: "too-large-at-once", fileName });
  insertParts(editor, answer.parts);
  news.tell({ is: "in", left: answer.left, fileName });
}

async function asked(address: string, file: File): Promise<Answer> {
  const form = new FormData();
  form.set("file", file);
  try {
    const answer = await fetch(address, { method: "POST", body: form });
    if (answer.headers.get("content-type")?.startsWith("application/json")) return read(await answer.text());
    // Signed out is answered with the page for signing in.
    return refused(answer.redirected ? "session-expired" : "not-reached");
  } catch {
    return refused("not-reached");
  }
}

/** Our own server's words: `app/routes/_app.svar.$responseId.word.ts` writes them. */
function read(text: string): Answer {
  const answer = JSON.parse(text);
  return "refusal" in answer || "parts" in answer ? answer : refused(String(answer.code ?? "not-reached"));
}

function refused(code: string): Answer {
  return { refusal: { code, fields: {} } };
}
