import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { sideTabs as words } from "../../words/comments";
import { useRovingFocus } from "../use-roving-focus";
import type { Side, SideId } from "./use-side";
import "./side.css";

/** `panel` is drawn from the first time it is asked for, and kept: what was typed or scrolled in it stays. */
export type SideTab = { id: SideId; label: string; count?: number; countLabel?: string; panel: ReactNode };

const KEYS = { back: "ArrowLeft", forth: "ArrowRight" };

/** Beside the text: the source, and what people say of the text. */
export function SideTabs({ side, tabs }: { side: Side; tabs: readonly SideTab[] }) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const roving = useRovingFocus(list, KEYS);
  const onKeyDown = (event: KeyboardEvent) => {
    roving(event);
    // Tabs follow the focus, as people know it.
    const id = tabs.find((tab) => document.activeElement?.id === `${prefix}${tab.id}`)?.id;
    if (id && id !== side.active) side.show(id);
  };
  return (
    <div className="side">
      <div className="side-head">
        <div role="tablist" aria-label={words.label} className="side-tabs" ref={list} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <Tab
              key={tab.id}
              id={`${prefix}${tab.id}`}
              tab={tab}
              isActive={tab.id === side.active}
              onShow={() => side.show(tab.id)}
            />
          ))}
        </div>
        <button type="button" className="side-close" aria-label={words.close} onClick={side.toggle}>
          ×
        </button>
      </div>
      {tabs.map(({ id, panel }) => (
        <Panel key={id} tabId={`${prefix}${id}`} isActive={id === side.active}>
          {panel}
        </Panel>
      ))}
    </div>
  );
}

type TabProps = { id: string; tab: SideTab; isActive: boolean; onShow: () => void };

function Tab({ id, tab: { label, count = 0, countLabel }, isActive, onShow }: TabProps) {
  return (
    <button
      type="button"
      role="tab"
      id={id}
      data-stop
      aria-selected={isActive}
      aria-controls={`${id}-panel`}
      onClick={onShow}
    >
      {label}
      {count > 0 && (
        <span className="side-count" title={countLabel}>
          {count}
        </span>
      )}
    </button>
  );
}

function Panel({ tabId, isActive, children }: { tabId: string; isActive: boolean; children: ReactNode }) {
  const wasShown = useRef(isActive);
  if (isActive) wasShown.current = true;
  return (
    <div role="tabpanel" id={`${tabId}-panel`} aria-labelledby={tabId} className="side-panel" hidden={!isActive}>
      {wasShown.current && children}
    </div>
  );
}
