import { type ActionFunctionArgs, redirect } from "@remix-run/node";

/** Signing out twice is signing out. */
export async function action({ context: { services, viewer } }: ActionFunctionArgs) {
  if (!viewer) return redirect("/log-ind");
  const { cookie } = await services.identity.signOut(viewer);
  return redirect("/log-ind", { headers: { "Set-Cookie": cookie } });
}

export function loader() {
  return redirect("/");
}
