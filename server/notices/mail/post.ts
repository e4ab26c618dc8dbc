import { createTransport } from "nodemailer";
import { serverName, transportOf } from "./address";
import { onOneLine } from "./on-one-line";

/** Where mails go out, in whose name, and the address of the pages they lead to. */
export type MailSettings = { smtpUrl: string; from: string; publicUrl: string };

/** One mail, ready but for its envelope. `id` makes its Message-ID: the same letter sent twice is the same mail. [N5] */
export type Letter = {
  id: string;
  to: { name: string; address: string };
  /** The person in whose name the house writes. */
  by: string | null;
  subject: string;
  text: string;
  html: string;
};

/** "refused": whatever is done, this letter does not arrive. "away": it may, later. `code` is for the log. */
export type Sent = { outcome: "sent" } | { outcome: "refused" | "away"; code: string };

export type Post = { send(letter: Letter): Promise<Sent>; server: string; publicUrl: string };

/** The library would read a list of several out of one text, so what could be one is not sent to. [N8] */
const ONE_ADDRESS = /^[^\s<>()[\]\\,;:"@\p{C}]+@[^\s<>()[\]\\,;:"@\p{C}]+$/u;

/** A server that answers so slowly that it never ends is one that does not answer. */
const LONGEST_MS = 60_000;

/** Hands letters to the SMTP server. Of its errors only the code leaves this file: addresses and passwords stand in them. */
export function createPost({ smtpUrl, from, publicUrl: given }: MailSettings): Post {
  const transport = createTransport({ ...transportOf(smtpUrl), disableFileAccess: true, disableUrlAccess: true });
  const publicUrl = given.replace(/\/+$/, "");
  const host = new URL(publicUrl).hostname;
  const sender = addressIn(from);
  return {
    server: serverName(smtpUrl),
    publicUrl,
    send: async ({ id, to, by, subject, text, html }) => {
      if (!ONE_ADDRESS.test(to.address)) return { outcome: "refused", code: "no-address" };
      const mail = {
        from: { name: by ? `${onOneLine(by)} via ${sender.name}` : sender.name, address: sender.address },
        to: { name: onOneLine(to.name), address: to.address },
        envelope: { from: sender.address, to: [to.address] },
        subject: onOneLine(subject),
        text,
        html,
        messageId: `<${id}@${host}>`,
        list: { unsubscribe: { url: `${publicUrl}/beskeder`, comment: "Beskeder" } },
        // Said to machines: nobody wrote this, and no holiday greeting is to answer it.
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        signal: AbortSignal.timeout(LONGEST_MS),
      };
      return transport.sendMail(mail).then((): Sent => ({ outcome: "sent" }), asFailure);
    },
  };
}

/** "Samsvar <samsvar@kommune.dk>", or the address alone. */
function addressIn(from: string): { name: string; address: string } {
  const [, name = "", address] = /^(.*)<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name: name.trim().replace(/^"|"$/g, "") || "Samsvar", address: (address ?? from).trim() };
}

/** Refused is what the server says (5xx) of this sender, this recipient or this letter; all else may pass. [N6] */
function asFailure(error: unknown): Sent {
  const { code = "unknown", responseCode } = asMailError(error);
  const isAboutLetter = code === "EENVELOPE" || code === "EMESSAGE";
  const isForGood = isAboutLetter && (responseCode === undefined || responseCode >= 500);
  return { outcome: isForGood ? "refused" : "away", code: responseCode ? `${code} ${responseCode}` : code };
}

function asMailError(error: unknown): { code?: string; responseCode?: number } {
  if (!(error instanceof Error)) return {};
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const isAnswered = "responseCode" in error && typeof error.responseCode === "number";
  return isAnswered ? { ...code, responseCode: Number(error.responseCode) } : code;
}
