import type { KeyId } from "../keys";
import type { Icon } from "./icon";

/** One thing that the toolbar, or a menu of it, offers. */
export type ToolItem = {
  id: string;
  label: string;
  /** Without one, words are what is seen. */
  icon?: Icon;
  /** What stands on the button, when that is not its label. */
  shown?: string;
  /** Undefined for what cannot be on. */
  isOn?: boolean;
  /** It can be done, but not now. */
  isOff?: boolean;
  key?: KeyId;
} & ({ onUse: () => void } | { menu: readonly Tool[] });

/** What is done at once, without a menu. */
export type Tool = Extract<ToolItem, { onUse: () => void }>;
