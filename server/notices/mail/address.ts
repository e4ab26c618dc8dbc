import type { SMTPTransportOptions } from "nodemailer";

const SECOND = 1000;

/**
 * The server that an SMTP_URL names. smtps:// speaks TLS from the first byte. smtp:// turns to TLS (STARTTLS) when the
 * server offers it, and must where there is a password: that is never sent in the clear. `?tls=never` is for a relay in
 * the own house that offers TLS with a certificate nobody can check.
 */
export function transportOf(smtpUrl: string): SMTPTransportOptions {
  const { protocol, hostname, port, username, password, searchParams } = new URL(smtpUrl);
  const isTls = protocol === "smtps:";
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (isTls ? 465 : 587),
    secure: isTls,
    requireTLS: !isTls && auth !== undefined,
    ignoreTLS: searchParams.get("tls") === "never",
    ...(auth ? { auth } : {}),
    dnsTimeout: 10 * SECOND,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
    // Neither what is sent nor a password is ever written down.
    logger: false,
    debug: false,
  };
}

/** The server as it may be shown: no name and no password. */
export function serverName(smtpUrl: string): string {
  return new URL(smtpUrl).host;
}
