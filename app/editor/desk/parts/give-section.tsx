import type { Editor } from "@tiptap/core";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { sentenceOf } from "../../../taken";
import { partsAtDesk as words } from "../../../words/parts-at-desk";
import { sectionsOf } from "../outline/sections";
import { useParts } from "./parts";
import "./parts.css";

type Props = { editor: Editor; block: string; onClose: () => void };

/** Which center a heading, with what stands under it, belongs to: asked for by key, from the outline, and from the menu. [A20] */
export function GiveSection({ editor, block, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { now, give } = useParts();
  const [refused, setRefused] = useState("");
  useEffect(() => dialog.current?.showModal(), []);
  const section = sectionsOf(editor.state.doc).find(({ id }) => id === block);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const told = await give(block, String(new FormData(event.currentTarget).get("centerId") ?? ""));
    if (told?.is === "done") dialog.current?.close();
    else setRefused(told ? sentenceOf(told) : words.unheard);
  };
  return (
    <dialog ref={dialog} className="dialog give-section" aria-labelledby={title} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <h2 id={title}>{words.give(section?.title || words.untitled)}</h2>
        <p className="soft small">{words.lead}</p>
        <fieldset className="choices">
          <legend className="visually-hidden">{words.center}</legend>
          <Choice id="" name={words.nobody} isChosen={now.sections[block] === undefined} />
          {now.parts.map(({ center }) => (
            <Choice key={center.id} id={center.id} name={center.name} isChosen={now.sections[block] === center.id} />
          ))}
        </fieldset>
        {refused && (
          <p className="field-error" role="alert">
            {refused}
          </p>
        )}
        <div className="row">
          <button type="submit" className="button">
            {words.save}
          </button>
          <button type="button" className="button" data-kind="quiet" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Choice({ id, name, isChosen }: { id: string; name: string; isChosen: boolean }) {
  return (
    <label className="choice">
      {/* biome-ignore lint/a11y/noAutofocus: what is chosen is where whoever asked goes on */}
      <input type="radio" name="centerId" value={id} defaultChecked={isChosen} autoFocus={isChosen} />
      {name}
    </label>
  );
}
