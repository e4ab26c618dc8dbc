import { Link, type LinkProps } from "@remix-run/react";
import type { ComponentProps } from "react";

type Look = { kind?: "main" | "quiet" | "bare" | "bad"; size?: "normal" | "small" };

/** Sends its form unless told otherwise. */
export function Button({ kind, size, className, ...rest }: ComponentProps<"button"> & Look) {
  return <button type="submit" className={classOf(className)} data-kind={kind} data-size={size} {...rest} />;
}

export function ButtonLink({ kind, size, className, ...rest }: LinkProps & Look) {
  return <Link className={classOf(className)} data-kind={kind} data-size={size} {...rest} />;
}

function classOf(more: string | undefined): string {
  return more ? `button ${more}` : "button";
}
