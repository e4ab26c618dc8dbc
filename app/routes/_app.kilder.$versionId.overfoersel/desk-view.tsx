import { useEffect, useState } from "react";
import { later } from "~/components/later";
import { carryOver as words } from "~/words/carry-over";
import type { DeskPage } from "../../../server/carry-over/shapes";
import type { Remark } from "../../../server/search/shapes";
import { Detail } from "./detail";
import { Head } from "./head";
import { Refused } from "./refused";
import { RowList } from "./row-list";
import { useDesk } from "./use-desk";
import "./carry-over.css";
import "./detail.css";

const KeysDialog = later(() => import("~/components/keys-dialog").then((part) => part.KeysDialog));

type Props = { page: DeskPage; remarks: ReadonlyMap<string, readonly Remark[]> };

/** The list and the chosen row, for keys, the mouse and the thumb. */
export function DeskView({ page, remarks }: Props) {
  const { desk, root, on } = useDesk(page);
  const { current } = desk;
  const isRoving = useIsHere();
  return (
    <div className="carry" ref={root} tabIndex={-1} data-open={desk.place.isOpen ? "" : undefined} {...on}>
      <Head desk={desk} />
      <Refused desk={desk} />
      {!current && <NoneShown />}
      <div className="carry-panes" data-panes>
        {current && <RowList {...desk} mayDecide={page.can.decide} isRoving={isRoving} />}
        {current && (
          <Detail key={current.from.id} desk={desk} row={current} remarks={remarks.get(current.from.id) ?? []} />
        )}
      </div>
      <p className="visually-hidden" role="status">
        {desk.said}
      </p>
      <KeysDialog words={words} isShown={desk.areKeysShown} onClose={() => desk.showKeys(false)} />
    </div>
  );
}

function NoneShown() {
  return (
    <p className="soft">
      {words.noneInFilter} <a href="?vis=alle">{words.showAll}</a>
    </p>
  );
}

/** Whether the script has come: then the list is one stop for Tab, and the arrows walk in it. */
function useIsHere(): boolean {
  const [isHere, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  return isHere;
}
