import type { Editor } from "@tiptap/core";
import { memo } from "react";
import { statusLine as words } from "../../words/writing-desk";
import type { LinksByBlock } from "../links/use-links";
import { WordCount } from "./count/word-count";
import { PartsLine } from "./parts/parts-line";
import type { Liking } from "./remembered";
import { Zoom } from "./zoom";

type Props = {
  editor: Editor;
  links: LinksByBlock;
  centers: readonly { id: string; name: string }[];
  zoom: number;
  like: (change: Partial<Liking>) => void;
};

/** At the foot of the text: how long it is, and how large it is shown. */
export const StatusLine = memo(function StatusLine({ editor, links, centers, zoom, like }: Props) {
  return (
    <section className="status-line" aria-label={words}>
      <WordCount editor={editor} links={links} centers={centers} />
      <PartsLine />
      <Zoom zoom={zoom} onZoom={(next) => like({ zoom: next })} />
    </section>
  );
});
