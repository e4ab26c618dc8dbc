import { createContext, useContext } from "react";

/** The nonce of the page's content security policy. On the server it is the request's; in the browser it is the page's. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  const fromServer = useContext(NonceContext);
  if (fromServer !== undefined || typeof document === "undefined") return fromServer;
  // Browsers hide the attribute from markup but keep the property.
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce || undefined;
}
