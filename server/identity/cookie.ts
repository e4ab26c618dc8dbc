/** The session cookie: `__Host-` where the site is on https, so no sister site can plant one. [D5] */
const NAME = "samsvar_session";
const MONTH = 30 * 24 * 60 * 60;

function nameOf(isSecure: boolean): string {
  return isSecure ? `__Host-${NAME}` : NAME;
}

/** How long a session lives is decided by its row; the cookie only has to outlive it. */
export function sessionCookie(token: string, isSecure: boolean): string {
  const age = token === "" ? 0 : MONTH;
  return `${nameOf(isSecure)}=${token}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

export function readSessionCookie(header: string | null | undefined, isSecure: boolean): string | null {
  for (const part of (header ?? "").split(";")) {
    const [name, value] = part.trim().split("=", 2);
    if (name === nameOf(isSecure) && value) return value;
  }
  return null;
}
