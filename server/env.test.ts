import { describe, expect, test } from "vitest";
import { readEnv } from "./env";

describe("[B1] the environment", () => {
  test("may be empty", () => {
    expect(readEnv({})).toEqual({
      PORT: 3000,
      HOST: "127.0.0.1",
      DATA_DIR: "./data",
      LOG_LEVEL: "info",
      NODE_ENV: "production",
    });
  });

  test("treats a variable that is set to nothing as not set", () => {
    expect(readEnv({ DATABASE_URL: "", SESSION_SECRET: "", PORT: "" }).PORT).toBe(3000);
  });

  test.each([
    ["PORT", "seventy", "a port number, 0–65535", '"seventy"'],
    ["PORT", "70000", "a port number, 0–65535", '"70000"'],
    ["PORT", "80.5", "a port number, 0–65535", '"80.5"'],
    ["PUBLIC_URL", "samsvar.dk", "an http:// or https:// address", '"samsvar.dk"'],
    ["PUBLIC_URL", "ftp://samsvar.dk", "an http:// or https:// address", '"ftp://samsvar.dk"'],
    ["MAIL_FROM", "Samsvar", "an address, such as Samsvar <samsvar@kommune.dk>", '"Samsvar"'],
    ["MAIL_FROM", "a@b.dk\nBcc: c@d.dk", "an address, such as Samsvar <samsvar@kommune.dk>", '"a@b.dk\\nBcc: c@d.dk"'],
    [
      "MAIL_FROM",
      "A\r\nBcc: x <a@b.dk>",
      "an address, such as Samsvar <samsvar@kommune.dk>",
      '"A\\r\\nBcc: x <a@b.dk>"',
    ],
    ["LOG_LEVEL", "loud", "one of silent, error, warn, info, debug", '"loud"'],
  ])("refuses %s=%s, naming the variable, what was expected and what was found", (name, value, expected, found) => {
    expect(() => readEnv({ [name]: value })).toThrow(`Expected ${name} to be ${expected}; got ${found}.`);
    expect(() => readEnv({ [name]: value })).toThrow("See .env.example.");
  });

  test.each([
    ["DATABASE_URL", "mysql://root:hunter2@db/samsvar", "a postgres:// address"],
    ["SESSION_SECRET", "too-short-hunter2", "at least 32 characters"],
    ["SMTP_URL", "http://samsvar:hunter2@mail.kommune.dk", "an smtp:// or smtps:// address"],
    ["SMTP_URL", "mail.kommune.dk:hunter2", "an smtp:// or smtps:// address"],
    [
      "SMTP_URL",
      "smtps://samsvar:hunter2@mail.kommune.dk?debug=1",
      "an address with no more behind it than ?tls=never",
    ],
  ])("refuses a wrong %s without showing the secret", (name, value, expected) => {
    const refusal = refusalOf({ [name]: value });
    expect(refusal).toContain(`Expected ${name} to be ${expected}; got ${value.length} characters.`);
    expect(refusal).not.toContain("hunter2");
  });

  test("[N11] knows in whose name mails go out and where they lead, where they go out", () => {
    const mails = { SMTP_URL: "smtps://samsvar:hunter2@mail.kommune.dk" };
    const refusal = refusalOf(mails);
    for (const name of ["MAIL_FROM", "PUBLIC_URL"])
      expect(refusal).toContain(`Expected ${name} to be set where SMTP_URL is`);
    expect(refusal).not.toContain("hunter2");
    for (const MAIL_FROM of ["samsvar@kommune.dk", "Samsvar i Prøve Kommune <samsvar@kommune.dk>"])
      expect(readEnv({ ...mails, MAIL_FROM, PUBLIC_URL: "https://samsvar.kommune.dk" }).MAIL_FROM).toBe(MAIL_FROM);
  });

  test("names everything that is wrong at once", () => {
    const refusal = refusalOf({ PORT: "x", LOG_LEVEL: "loud", SESSION_SECRET: "short" });
    for (const name of ["PORT", "LOG_LEVEL", "SESSION_SECRET"]) expect(refusal).toContain(`Expected ${name} to be`);
  });
});

function refusalOf(source: Record<string, string>): string {
  try {
    readEnv(source);
    return "";
  } catch (error) {
    return String(error);
  }
}
