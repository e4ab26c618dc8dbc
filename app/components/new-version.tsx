import { Form, Link } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";
import { newVersion as words } from "~/words/new-version";
import type { NewerVersion } from "../../server/consultations/shapes";
import { Answered, ErrorSummary } from "./answered";
import { Button } from "./button";
import { Notice } from "./page";
import "./versions.css";

type Props = {
  newer: NewerVersion;
  /** The version that the hearing is on. */
  label: string;
  /** Whether the viewer says which one it is on from now on; others are only told. */
  canFollow: boolean;
  /** Of the action that takes its form. */
  answer?: unknown;
  /** Where its form is sent, when not to the page's own action, and what else it needs to say. */
  action?: string;
  children?: ReactNode;
  /** Sends it otherwise, from a page that must not be left. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
};

/** That the hearing's source has a newer version, and the choice between the two. [C16] */
export function NewVersion({ newer, label, canFollow, answer, action, children, onSubmit }: Props) {
  return (
    <Notice tone="warn" title={words.title(newer.label)}>
      <p>{canFollow ? words.text(label) : words.waits(label)}</p>
      {["follow", "stay"].map((command) => (
        <Answered key={command} answer={answer} command={command}>
          <ErrorSummary />
        </Answered>
      ))}
      <div className="versions-choice">
        {canFollow && (
          <Form method="post" {...(action ? { action } : {})} className="row" {...(onSubmit ? { onSubmit } : {})}>
            {children}
            <input type="hidden" name="versionId" value={newer.versionId} />
            <Button name="command" value="follow">
              {words.follow}
            </Button>
            <Button kind="quiet" name="command" value="stay">
              {words.stay}
            </Button>
          </Form>
        )}
        <Link to={`/kilder/${newer.versionId}/sammenlign`}>{words.compare}</Link>
      </div>
    </Notice>
  );
}
