import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { later } from "../../components/later";
import type { LinksByBlock } from "../links/use-links";
import { Help } from "./help";
import { PartMissing } from "./part-missing";
import type { DeskTools } from "./use-desk";

const GiveSection = later(
  () => import("./parts/give-section").then((part) => part.GiveSection),
  null,
  ({ onClose }, again) => <PartMissing onClose={onClose} again={again} />,
);
const WhoWrote = later(
  () => import("./who/who-wrote").then((part) => part.WhoWrote),
  null,
  ({ onClose }, again) => <PartMissing onClose={onClose} again={again} />,
);
const StatusLine = later(() => import("./status-line").then((part) => part.StatusLine));

type Props = {
  editor: Editor;
  desk: DeskTools;
  links: LinksByBlock;
  centers: readonly { id: string; name: string }[];
};

/** The line at the foot of the text, the sheet of keys, and what is asked for in the middle of the page. */
export function Foot({ editor, desk, links, centers }: Props) {
  useEffect(fetchAsked, []);
  return (
    <>
      <StatusLine editor={editor} links={links} centers={centers} zoom={desk.liking.zoom} like={desk.like} />
      <Help dialog={desk.help} />
      {desk.giving.asked !== null && (
        <GiveSection editor={editor} block={desk.giving.asked} onClose={desk.giving.close} />
      )}
      {desk.who.asked !== null && <WhoWrote block={desk.who.asked} onClose={desk.who.close} />}
    </>
  );
}

/** Before anybody asks: the line may be away by then. Answers how to give up. */
function fetchAsked(): () => void {
  const fetching = [GiveSection.fetch(), WhoWrote.fetch()];
  return () => {
    for (const giveUp of fetching) giveUp();
  };
}
