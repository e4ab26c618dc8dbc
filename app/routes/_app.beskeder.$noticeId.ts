import { redirect } from "@remix-run/node";
import { loads, param } from "~/answering";
import { placeOf } from "~/components/notices/place";

/** The link of a notice, on pages and in mails: whoever opens it has read it, and comes to its place. [N1] */
export const loader = loads(async ({ services, viewer, params }) => {
  throw redirect(placeOf(await services.notices.open(viewer, param(params, "noticeId"))));
});
