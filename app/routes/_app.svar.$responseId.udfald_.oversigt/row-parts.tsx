import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { outcome as said } from "~/words/answers";
import { clauseName } from "~/words/clause-names";
import { overview as words } from "~/words/outcomes";
import type { AnsweredRemark, Outcome, OverviewPage } from "../../../server/outcomes/shapes";

export type LeanRow = {
  id: string;
  subject: string;
  summary: string;
  sender: string;
  state: { kind: "waiting" | "set-aside" } | { kind: "recorded"; outcome: Outcome };
};
export type Page = Pick<OverviewPage, "remarks" | "open" | "can"> & { rows: LeanRow[] };
export type Open = NonNullable<OverviewPage["open"]>;

export function TakeBack({ id }: { id: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="command" value={id} />
      <input type="hidden" name="rowId" value={id} />
      <Button kind="quiet" size="small" name="op" value="take-back" data-undo>
        {words.undo}
      </Button>
    </Form>
  );
}

export function AboutLine({ remark: { about } }: { remark: AnsweredRemark }) {
  return <span className="overview-about">{about.map((one) => (one ? clauseName(one) : said.whole)).join(" · ")}</span>;
}
