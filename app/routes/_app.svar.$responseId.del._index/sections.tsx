import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { byMunicipality } from "~/components/by-municipality";
import { parts } from "~/words/parts";
import type { PartsPage, SectionRow } from "../../../server/sign-offs/shapes";

const { sections: words } = parts;

type Shown = Pick<PartsPage, "sections"> & { standings: readonly Pick<PartsPage["standings"][number], "center">[] };

/** The headings of the text, each with the center that has what stands under it. */
export function Sections({ page, answer }: { page: Shown; answer: unknown }) {
  const top = Math.min(...page.sections.map(({ level }) => level));
  const done = typeof answer === "object" && answer !== null && "done" in answer;
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">{words.title}</h2>
      <p className="soft prose">{words.lead}</p>
      <p role="status">{done && words.given}</p>
      <Answered answer={answer} command="give-section">
        <ErrorSummary />
      </Answered>
      {page.sections.length === 0 && <p>{words.none}</p>}
      <ul className="parts-sections">
        {page.sections.map((section) => (
          <Section
            key={section.blockId}
            section={section}
            depth={section.level - top}
            centers={page.standings.map(({ center }) => center)}
          />
        ))}
      </ul>
    </section>
  );
}

type Props = { section: SectionRow; depth: number; centers: readonly NonNullable<SectionRow["center"]>[] };

function Section({ section: { blockId, heading, center }, depth, centers }: Props) {
  const id = `section-${blockId}`;
  const { stretches, isJoint } = byMunicipality(centers, ({ municipality }) => municipality);
  return (
    <li data-depth={depth}>
      <Form method="post" className="parts-section" preventScrollReset>
        <input type="hidden" name="blockId" value={blockId} />
        <label htmlFor={id}>
          <span className="visually-hidden">{words.of(heading)}</span>
          <span aria-hidden="true">{heading}</span>
        </label>
        <select className="input" id={id} name="centerId" defaultValue={center?.id ?? ""} key={center?.id ?? ""}>
          <option value="">{words.nobody}</option>
          {isJoint
            ? stretches.map(({ municipality, rows }) => (
                <optgroup key={municipality} label={municipality}>
                  <Options centers={rows} />
                </optgroup>
              ))
            : stretches.map(({ municipality, rows }) => <Options key={municipality} centers={rows} />)}
        </select>
        <Button kind="quiet" size="small" name="command" value="give-section">
          {words.save}
          <span className="visually-hidden">: {heading}</span>
        </Button>
      </Form>
    </li>
  );
}

function Options({ centers }: Pick<Props, "centers">) {
  return centers.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
