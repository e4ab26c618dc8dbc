import { wordCopy as words } from "~/words/word-copy";

/** The draft in Word once more, with what people propose and say of it: as chosen, by a form that needs no script. [G11] [K9] */
export function WithTalk({ responseId }: { responseId: string }) {
  return (
    <form className="files-talk" method="get" action={`/svar/${responseId}/som-word`} aria-labelledby="talk">
      <h3 id="talk">{words.withTalk}</h3>
      <label className="choice">
        <input type="checkbox" name="forslag" value="ja" defaultChecked />
        {words.suggestions}
      </label>
      <label className="choice">
        <input type="checkbox" name="kommentarer" value="ja" defaultChecked />
        {words.comments}
      </label>
      <label className="choice">
        <input type="checkbox" name="loeste" value="ja" />
        {words.resolved}
      </label>
      <button type="submit" className="button" data-kind="quiet">
        {words.open}
      </button>
    </form>
  );
}
