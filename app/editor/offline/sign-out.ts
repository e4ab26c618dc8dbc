import { forgetAllTyped, typedCount } from "../../components/typed";
import { offline as words } from "../../words/offline";
import { leaving, said } from "./leaving";
import { keptCount, wipe } from "./vault";

/**
 * Whether to go on signing out: text that lies on this machine alone would be lost, so that is asked first. It is removed
 * when the sign-in page is reached: without a line nobody is signed out, and nothing is lost. (decision 0012) [E30]
 */
export async function maySignOut(person: string): Promise<boolean> {
  const count = (await keptCount(person)) + typedCount(person);
  if (count > 0 && !window.confirm(words.signOut(count))) return false;
  said({ person, at: Date.now(), isAsked: count > 0 });
  return true;
}

/** At the sign-in page: when somebody has just signed out in this tab, nothing of theirs stays on the machine. */
export async function forgetWhoLeft(): Promise<void> {
  const left = leaving();
  if (!left) return;
  forgetAllTyped(left.person);
  await wipe(left.person);
  said(null);
}
