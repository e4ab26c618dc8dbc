import { later } from "~/components/later";
import { outline as words } from "~/words/outline";
import { Bar } from "./bar";
import { Inspector } from "./inspector";
import { RowsFrame } from "./rows-frame";
import { Several } from "./several";
import type { Outline } from "./use-outline";
import "./outline.css";

const KeysDialog = later(() => import("../keys-dialog").then((part) => part.KeysDialog));

/** The tree of a paper under correction: its rows, and beside them the form of the one that is chosen. */
export function OutlineView({ outline, inUse }: { outline: Outline; inUse?: readonly string[] }) {
  const { focus, chosen, page, isHelping, setHelping, hasPicked } = outline;
  const { correct } = page.can;
  return (
    <>
      <Bar outline={outline} />
      <div className="proposal" data-editable={correct ? "" : undefined} data-chosen={hasPicked ? "" : undefined}>
        <RowsFrame outline={outline} inUse={inUse} />
        {correct && focus && chosen.length === 1 && <Inspector outline={outline} node={focus} />}
        {correct && chosen.length > 1 && <Several outline={outline} />}
      </div>
      <KeysDialog words={words} isShown={isHelping} onClose={() => setHelping(false)} />
    </>
  );
}
