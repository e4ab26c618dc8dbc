import type { Editor } from "@tiptap/react";
import { type FormEvent, useId, useRef, useState } from "react";
import { isAllowedHref } from "../document-model/names";
import { toolbar, webLink as words } from "../words/editor";
import { Tool } from "./tool";

/** Makes the selected words a link to a web page or a mailbox. */
export function WebLink({ editor, isOn }: { editor: Editor; isOn: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [address, setAddress] = useState("");
  const open = () => {
    setAddress(String(editor.getAttributes("link")["href"] ?? ""));
    dialog.current?.showModal();
  };
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
  return (
    <>
      <Tool label={toolbar.webLink} icon="link" isOn={isOn} onUse={open} />
      <dialog ref={dialog} className="dialog">
        <AddressForm address={address} setAddress={setAddress} canRemove={isOn} onEnd={close} />
      </dialog>
    </>
  );
}

type FormProps = {
  address: string;
  setAddress: (address: string) => void;
  canRemove: boolean;
  onEnd: (href: string | null) => void;
};

function AddressForm({ address, setAddress, canRemove, onEnd }: FormProps) {
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = asHref(address);
    setWrong(href === null);
    if (href !== null) onEnd(href);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h2>{words.title}</h2>
      <label htmlFor={id}>{words.address}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        value={address}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setAddress(event.target.value)}
      />
      <p id={`${id}-hint`} className="small soft" role={isWrong ? "alert" : undefined}>
        {isWrong ? words.wrong : words.hint}
      </p>
      <div className="row">
        <button type="submit" className="button">
          {words.save}
        </button>
        {canRemove && (
          <button type="button" className="button" data-kind="bare" onClick={() => onEnd(null)}>
            {words.remove}
          </button>
        )}
      </div>
    </form>
  );
}

/** "kl.dk" and "a@b.dk" are meant as addresses too. */
function asHref(address: string): string | null {
  const bare = address.trim();
  const meant = /^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(bare)
    ? `mailto:${bare}`
    : /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(bare)
      ? `https://${bare}`
      : bare;
  return isAllowedHref(meant) ? meant : null;
}
