import { createContext } from "react";

/** Which response the text is, for what asks the server about it. */
export const ResponseContext = createContext<string | null>(null);
