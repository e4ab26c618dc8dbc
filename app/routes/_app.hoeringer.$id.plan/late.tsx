import { Link } from "@remix-run/react";
import { lateness, latenessTitle } from "~/words/lateness";
import type { PlanPage } from "../../../server/consultations/plan/shapes";

/** Which centers owe something after its day, or answered after it. [H40] */
export function Late({ centers, hearingId }: Pick<PlanPage, "centers"> & { hearingId: string }) {
  const late = centers.flatMap(({ id, name, overdue, late: cameLate }) => {
    const said = lateness({ overdue, cameLate });
    return said === null ? [] : [{ id, name, said }];
  });
  if (late.length === 0) return null;
  return (
    <section aria-labelledby="late">
      <h2 id="late">{latenessTitle}</h2>
      <ul className="plan-late">
        {late.map(({ id, name, said }) => (
          <li key={id}>
            {name}: <Link to={`/hoeringer/${hearingId}/daekning?vis=forsinket`}>{said}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
