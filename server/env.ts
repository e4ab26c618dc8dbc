import { z } from "zod";

/** An address, alone or behind a name: "Samsvar <samsvar@kommune.dk>". Neither holds a line end. */
const SENDER = /^(?:[^<>\p{C}]*<[^<>\s@\p{C}]+@[^<>\s@\p{C}]+>|[^<>\s@\p{C}]+@[^<>\s@\p{C}]+)$/u;

const Settings = z.object({
  PORT: z.coerce
    .number("a port number, 0–65535")
    .int("a port number, 0–65535")
    .min(0, "a port number, 0–65535")
    .max(65535, "a port number, 0–65535")
    .default(3000),
  HOST: z.string().min(1, "an address to listen on, such as 127.0.0.1").default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "a postgres:// address")
    .optional(),
  DATA_DIR: z.string().min(1, "a directory").default("./data"),
  SESSION_SECRET: z.string().min(32, "at least 32 characters").optional(),
  SECRETS_KEY: z.string().min(32, "at least 32 characters").optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "an http:// or https:// address" }).optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: "an smtp:// or smtps:// address" })
    .refine(
      (url) => ["", "?tls=never"].includes(new URL(url).search),
      "an address with no more behind it than ?tls=never",
    )
    .optional(),
  MAIL_FROM: z.string().regex(SENDER, "an address, such as Samsvar <samsvar@kommune.dk>").optional(),
  LOG_LEVEL: z
    .enum(["silent", "error", "warn", "info", "debug"], "one of silent, error, warn, info, debug")
    .default("info"),
  NODE_ENV: z.string().default("production"),
});

/** A mail leads to our pages in somebody's name: where mails go out, both are known. */
const Env = Settings.superRefine((env, context) => {
  if (!env.SMTP_URL) return;
  const missing = (name: keyof typeof env, message: string) => {
    if (env[name] === undefined) context.addIssue({ code: "custom", path: [name], message });
  };
  missing("MAIL_FROM", "set where SMTP_URL is: the address that mails come from");
  missing("PUBLIC_URL", "set where SMTP_URL is: the address that mails lead to");
});

export type Env = z.output<typeof Env>;

/** Names what may be in a message; everything else is shown only by its length. */
const SECRET = new Set(["SESSION_SECRET", "SECRETS_KEY", "DATABASE_URL", "SMTP_URL"]);

/** Reads and checks the environment. The one place that looks at `process.env`. [B1] */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const found = SECRET.has(name) ? `${given[name]?.length ?? 0} characters` : JSON.stringify(given[name]);
    return `Expected ${name} to be ${issue.message}; got ${found}.`;
  });
  throw new Error(`${lines.join("\n")}\nSee .env.example.`);
}

/** The environment for a process that we start, with some of it said otherwise; what is undefined is left out. */
export function environmentWith(changes: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
