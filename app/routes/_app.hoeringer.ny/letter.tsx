import { Link } from "@remix-run/react";
import { Notice } from "~/components/page";
import { letters as words } from "~/words/letters";
import type { Found, LetterHead, LetterPage, LetterProposal } from "../../../server/letters/shapes";

/** What the form is filled in with, and the letter's own words under each field. Nothing where there is no letter. */
export function fromLetter(proposal: LetterProposal | null) {
  const { title, sender, deadline } = proposal ?? {};
  return {
    title: title?.value,
    sender: sender?.value,
    deadline: deadline?.value.day,
    deadlineTime: deadline?.value.time ?? undefined,
    hints: { sender: sender && said(sender), deadline: deadline && said(deadline) },
  };
}

/** The letter's words, where they say more than the field does. */
function said({ value, says }: Found<unknown>): string | undefined {
  if (says.trim() === value) return undefined;
  return words.says(says.length > LONGEST ? `${says.slice(0, LONGEST - 1)}…` : says);
}

const LONGEST = 160;

/** Whose letter the form is filled in from, what it did not say, and what is left to do before the hearing is opened. */
export function FromLetter({ letter }: { letter: LetterPage }) {
  const { title, sender, deadline } = letter.proposal;
  const found = { title, sender, deadline };
  const names = (["title", "sender", "deadline"] as const).filter((name) => !found[name]);
  return (
    <Notice>
      <input type="hidden" name="letterId" value={letter.id} />
      <p>
        <strong>{words.fromLetter(letter.fileName)}</strong> {names.length < 3 ? words.confirm : words.nothing}
      </p>
      {names.length > 0 && names.length < 3 && <p>{words.missing(names.map((name) => words.fields[name]))}</p>}
      <p>{words.draft}</p>
      <p className="row">
        <Link to={`/kilder/ny?brev=${letter.id}`}>{words.readDraft}</Link>
        <a href={`/breve/${letter.id}`} download>
          {words.open}
        </a>
        <Link to="/hoeringer/ny">{words.withoutIt}</Link>
      </p>
    </Notice>
  );
}

/** The way in from the letter: a new one, or one that waits. */
export function Letters({ waiting, source }: { waiting: readonly LetterHead[]; source: string }) {
  const on = source && `&kilde=${source}`;
  return (
    <Notice>
      <p className="row">
        <Link to="/hoeringer/brev">{words.title}</Link>
        {waiting.map(({ id, fileName }) => (
          <span key={id}>
            {words.next(fileName)} <Link to={`/hoeringer/ny?brev=${id}${on}`}>{words.openHearing}</Link>
          </span>
        ))}
      </p>
    </Notice>
  );
}
