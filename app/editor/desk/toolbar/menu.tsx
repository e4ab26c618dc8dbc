import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { keepCaret } from "../../tool";
import { isMac } from "../chord";
import { partsShown, spokenKey } from "../chords";
import { chordsOf } from "../keys";
import { ToolIcon } from "./icon";
import type { Tool } from "./item";

type Props = { id: string; label: string; items: readonly Tool[]; children: ReactNode };

/** A button of the toolbar that opens a menu: arrows go through it, Enter chooses, Escape leads back to the button. */
export function ToolMenu({ id, label, items, children }: Props) {
  const menuId = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useOutside(place, isOpen, () => setOpen(false));
  const close = () => {
    setOpen(false);
    // The bar stays in sight by itself; the text beneath it stays where it is.
    button.current?.focus({ preventScroll: true });
  };
  const use = (item: Tool) => {
    if (item.isOff) return;
    close();
    item.onUse();
  };
  return (
    <div className="tool-menu" data-tool={id} ref={place}>
      <button
        type="button"
        data-stop
        ref={button}
        className="tool"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        aria-label={label}
        title={label}
        onMouseDown={keepCaret}
        onClick={() => setOpen((now) => !now)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && <Menu id={menuId} label={label} items={items} use={use} close={close} />}
    </div>
  );
}

const PLAIN = { role: "menuitem" };

type MenuProps = {
  id: string;
  label: string;
  items: readonly Tool[];
  use: (item: Tool) => void;
  close: () => void;
};

function Menu({ id, label, items, use, close }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => optionsOf(menu)[0]?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const options = optionsOf(menu);
    const index = options.findIndex((option) => option.matches(":focus"));
    const next = nextOf(event.key, index, options.length);
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (next === null) return;
    else options[next]?.focus();
    // The toolbar around it has arrows and an Escape of its own.
    event.stopPropagation();
    if (event.key !== "Tab") event.preventDefault();
  };
  return (
    <div
      className="tool-menu-sheet"
      role="menu"
      id={id}
      aria-label={label}
      ref={menu}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          tabIndex={-1}
          {...(item.isOn === undefined ? PLAIN : { role: "menuitemcheckbox", "aria-checked": item.isOn })}
          aria-disabled={item.isOff || undefined}
          aria-keyshortcuts={spokenKey(item.key)}
          onClick={() => use(item)}
        >
          {item.icon ? <ToolIcon icon={item.icon} /> : <span />}
          <span>{item.label}</span>
          {item.key && <MenuKey item={item.key} />}
        </button>
      ))}
    </div>
  );
}

function MenuKey({ item }: { item: NonNullable<Tool["key"]> }) {
  const chord = chordsOf(item, isMac)[0];
  return (
    <span className="tool-menu-key" aria-hidden="true">
      {chord && partsShown(chord).join("+")}
    </span>
  );
}

function optionsOf(menu: RefObject<HTMLElement>): HTMLElement[] {
  return [...(menu.current?.querySelectorAll<HTMLElement>("button") ?? [])];
}

function nextOf(key: string, index: number, count: number): number | null {
  if (key === "ArrowDown") return (index + 1) % count;
  if (key === "ArrowUp") return (index - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

/** A press elsewhere closes it, and so does a focus that goes elsewhere. */
function useOutside(place: RefObject<HTMLElement>, isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return;
    const left = ({ target }: Event) => target instanceof Node && !place.current?.contains(target) && latest.current();
    document.addEventListener("pointerdown", left);
    document.addEventListener("focusin", left);
    return () => {
      document.removeEventListener("pointerdown", left);
      document.removeEventListener("focusin", left);
    };
  }, [place, isOpen]);
}
