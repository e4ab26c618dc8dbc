/** All that reads what the clipboard holds. It is asked for once the text is drawn (arriving.ts). */
export { fitsOneUpdate } from "../../document-model/incoming/size";
export { holdsCells } from "./cells/grid";
export { putCells } from "./cells/put";
export { fromClipboard, fromClipboardCalmly, LARGE } from "./from-clipboard";
export { readText } from "./plain-text";
export { sliceOf } from "./slice";
