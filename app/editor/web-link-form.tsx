import { type FormEvent, useId, useState } from "react";
import { isAllowedHref } from "../document-model/names";
import { webLink as words } from "../words/text-tools";

export type AddressFormProps = {
  address: string;
  setAddress: (address: string) => void;
  canRemove: boolean;
  onEnd: (href: string | null) => void;
};

export function AddressForm({ address, setAddress, canRemove, onEnd }: AddressFormProps) {
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = asHref(address);
    setWrong(href === null);
    if (href !== null) onEnd(href);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h2>{words.title}</h2>
      <label htmlFor={id}>{words.address}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        value={address}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setAddress(event.target.value)}
      />
      <p id={`${id}-hint`} className="small soft" role={isWrong ? "alert" : undefined}>
        {isWrong ? words.wrong : words.hint}
      </p>
      <div className="row">
        <button type="submit" className="button">
          {words.save}
        </button>
        {canRemove && (
          <button type="button" className="button" data-kind="bare" onClick={() => onEnd(null)}>
            {words.remove}
          </button>
        )}
      </div>
    </form>
  );
}

/** "kl.dk" and "a@b.dk" are meant as addresses too. */
function asHref(address: string): string | null {
  const bare = address.trim();
  const meant = /^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(bare)
    ? `mailto:${bare}`
    : /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(bare)
      ? `https://${bare}`
      : bare;
  return isAllowedHref(meant) ? meant : null;
}
