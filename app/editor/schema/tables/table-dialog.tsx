import type { Editor } from "@tiptap/core";
import { useRef } from "react";
import { later } from "../../../components/later";
import type { TableFormProps } from "./table-form";

const TableForm = later<TableFormProps>(() => import("./table-form").then((part) => part.TableForm));

/** Asks how large a table is to be, and puts it in. */
export function useTableDialog(editor: Editor) {
  const dialog = useRef<HTMLDialogElement>(null);
  const ask = () => dialog.current?.showModal();
  const drawn = (
    <dialog ref={dialog} className="dialog">
      <TableForm editor={editor} onEnd={() => dialog.current?.close()} />
    </dialog>
  );
  return { ask, dialog: drawn };
}
