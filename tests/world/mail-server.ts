import { once } from "node:events";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { type Mail, mailIn } from "./received-mail";

export type MailServer = Awaited<ReturnType<typeof mailServer>>;
type Refusal = { at: "recipient" | "content"; code: number };

/** A real SMTP server on a port of its own, that keeps what it is sent and refuses what it is told to. */
export async function mailServer(options: SMTPServerOptions = {}) {
  const mails: Mail[] = [];
  const state = {
    /** What it answers; null: it takes everything. */
    refusal: null as Refusal | null,
    signIns: 0,
  };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onAuth: (auth, _session, answer) => {
      state.signIns += 1;
      answer(null, { user: auth.username });
    },
    onRcptTo: (_address, _session, answer) => answer(refused(state.refusal, "recipient")),
    onData: (stream, session, answer) => {
      let source = "";
      stream.on("data", (chunk) => {
        source += chunk;
      });
      stream.on("end", () => {
        const refusal = refused(state.refusal, "content");
        if (refusal) return answer(refusal);
        mails.push(
          mailIn(
            source,
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        );
        answer();
      });
    },
    ...options,
  });
  server.on("error", () => {});
  const { url, port } = await listening(server, options.secure === true);
  const close = () => new Promise<void>((closed) => server.close(closed));
  return { mails, state, url, port, close };
}

async function listening(server: SMTPServer, isTls: boolean) {
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { port, url: `${isTls ? "smtps" : "smtp"}://127.0.0.1:${port}` };
}

function refused(refusal: Refusal | null, at: Refusal["at"]): Error | null {
  if (refusal?.at !== at) return null;
  return Object.assign(new Error("No"), { responseCode: refusal.code });
}
