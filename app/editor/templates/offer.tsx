import type { Editor } from "@tiptap/core";
import { templates as words } from "../../words/templates";
import { useEditorState } from "../tiptap/use-editor-state";
import { isBlank } from "./blank";
import type { Template } from "./use-templates";
import "./templates.css";

/** As long as nobody has written a word: what a text may begin with. */
export function TemplateOffer({ editor, templates }: { editor: Editor; templates: readonly Template[] }) {
  const isOffered = useEditorState({ editor, selector: ({ editor: now }) => isBlank(now.state.doc) });
  if (!isOffered || templates.length === 0) return null;
  return (
    <section className="template-offer" aria-label={words.label}>
      <p className="soft small">{words.offer}</p>
      <div className="row">
        {templates.map(({ id, label, onUse }) => (
          <button key={id} type="button" className="button" data-kind="quiet" data-size="small" onClick={onUse}>
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}
