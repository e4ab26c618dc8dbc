import type { Editor } from "@tiptap/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { later } from "../components/later";
import type { AddressFormProps } from "./web-link-form";
import { webLinkKey } from "./web-link-key";

const AddressForm = later<AddressFormProps>(() => import("./web-link-form").then((part) => part.AddressForm));

/** Makes the selected words a link to a web page or a mailbox: what asks for the address, and how it is opened. */
export function useWebLink(editor: Editor, isOn: boolean): { ask: () => void; dialog: ReactNode } {
  const dialog = useRef<HTMLDialogElement>(null);
  const [address, setAddress] = useState("");
  const ask = () => {
    setAddress(String(editor.getAttributes("link")["href"] ?? ""));
    dialog.current?.showModal();
  };
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    return webLinkKey.answer(editor, () => {
      latest.current();
      return true;
    });
  }, [editor]);
  const close = (href: string | null) => {
    dialog.current?.close();
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href === null) chain.unsetLink().run();
    else if (!editor.state.selection.empty || isOn) chain.setLink({ href }).run();
    else
      editor
        .chain()
        .focus()
        .insertContent([{ type: "text", text: address, marks: [{ type: "link", attrs: { href } }] }])
        .run();
  };
  return {
    ask,
    dialog: (
      <dialog ref={dialog} className="dialog">
        <AddressForm address={address} setAddress={setAddress} canRemove={isOn} onEnd={close} />
      </dialog>
    ),
  };
}
