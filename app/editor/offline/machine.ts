// What keeps text on this machine, in one file that comes after the text (arriving.ts).
export { Keeper } from "./keeper";
export { Round } from "./round";
export { openVault } from "./vault";
