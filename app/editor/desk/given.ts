import type { ReactNode } from "react";
import type { ResponsePage } from "../../../server/responses/shapes";
import type { ConnectionState } from "../connection";
import type { SecondLook } from "../links/second-look";
import type { Session } from "../session";

/** What the page gives the desk. */
export type DeskProps = {
  session: Session;
  state: ConnectionState;
  page: ResponsePage;
  secondLook?: SecondLook;
  person: { id: string; name: string };
  nonce: string | undefined;
  /** What there is to read until the editor is drawn. */
  waiting?: ReactNode;
  onBroken: (error: unknown) => void;
  /** What is to be said above the text. */
  children: ReactNode;
};
