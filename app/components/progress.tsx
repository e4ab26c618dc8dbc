import { useNavigation } from "@remix-run/react";
import { shell } from "~/words/shell";

/** Says that something is under way, once it has taken a second (the styles wait). */
export function Progress() {
  const { state } = useNavigation();
  return <div role="status">{state !== "idle" && <p className="progress">{shell.working}</p>}</div>;
}
