import type { Editor } from "@tiptap/core";

const TYPES = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Asks the person for a file; the one chosen is read into the text. */
export function chooseWordFile(editor: Editor): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = TYPES;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) editor.storage.incoming.takeWordFile?.(file);
  });
  input.click();
}
