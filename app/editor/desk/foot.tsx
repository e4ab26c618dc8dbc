import type { Editor } from "@tiptap/core";
import { lazy, Suspense } from "react";
import { later } from "../../components/later";
import type { LinksByBlock } from "../links/use-links";
import { Help } from "./help";
import type { DeskTools } from "./use-desk";

const GiveSection = lazy(() => import("./parts/give-section").then((part) => ({ default: part.GiveSection })));
const WhoWrote = lazy(() => import("./who/who-wrote").then((part) => ({ default: part.WhoWrote })));
const StatusLine = later(() => import("./status-line").then((part) => part.StatusLine));

type Props = {
  editor: Editor;
  desk: DeskTools;
  links: LinksByBlock;
  centers: readonly { id: string; name: string }[];
};

/** The line at the foot of the text, the sheet of keys, and what is asked for in the middle of the page. */
export function Foot({ editor, desk, links, centers }: Props) {
  return (
    <>
      <StatusLine editor={editor} links={links} centers={centers} zoom={desk.liking.zoom} like={desk.like} />
      <Help dialog={desk.help} />
      {desk.giving.asked !== null && (
        <Suspense>
          <GiveSection editor={editor} block={desk.giving.asked} onClose={desk.giving.close} />
        </Suspense>
      )}
      {desk.who.asked !== null && (
        <Suspense>
          <WhoWrote block={desk.who.asked} onClose={desk.who.close} />
        </Suspense>
      )}
    </>
  );
}
