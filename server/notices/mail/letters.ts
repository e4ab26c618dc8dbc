import type { NoticeRow } from "../shapes";
import { onOneLine } from "./on-one-line";
import type { Letter } from "./post";
import { sentenceOf } from "./sentences";

type Recipient = { name: string; address: string };
type Place = { to: Recipient; publicUrl: string };
type Told = Pick<NoticeRow, "id" | "kind" | "by" | "center" | "suggestion" | "day" | "host" | "hearing">;

/** What the page says of what is about no hearing (app/words/notices.ts). */
const HOUSE = "Adgang for andre systemer";
/** More than these nobody reads in a mail; the page has them all. */
const LISTED = 40;
const WHY = "Mailen er sendt af Samsvar. Vælg selv, hvad du vil have mail om:";

/** Who, what and which hearing (or page), with the way there; never any of the text. [N3] */
export function letterOf(notice: Told, { to, publicUrl }: Place): Letter {
  const { title, key } = named(notice);
  const sentence = onOneLine(sentenceOf(notice));
  const link = linkTo(notice, publicUrl);
  const choices = `${publicUrl}/beskeder#valg`;
  return {
    id: `notice-${notice.id}`,
    to,
    by: notice.by,
    subject: `${sentence}${key}`,
    text: `${sentence}.\n\n${title}${key}\n\nLæs mere her:\n${link}\n\n--\n${WHY}\n${choices}\n`,
    html: page(
      `<p>${escaped(sentence)}.</p><p><strong>${escaped(title)}</strong>${escaped(key)}</p>` +
        `<p><a href="${escaped(link)}">Læs mere i Samsvar</a></p>`,
      choices,
    ),
  };
}

/** Everything that is new, hearing by hearing, in one letter a day. [N7] */
export function digestOf(
  notices: readonly Told[],
  { to, publicUrl, userId, day }: Place & { userId: string; day: string },
): Letter {
  const count = notices.length;
  const subject = count === 1 ? "1 ny besked i Samsvar" : `${count} nye beskeder i Samsvar`;
  const choices = `${publicUrl}/beskeder#valg`;
  const groups = byHearing(notices.slice(0, LISTED));
  const more = count > LISTED ? `… og ${count - LISTED} til: ${publicUrl}/beskeder` : "";
  const lines = groups.map(([head, own]) => {
    const items = own.map((one) => `- ${onOneLine(sentenceOf(one))}:\n  ${linkTo(one, publicUrl)}`);
    return `${head}\n${items.join("\n")}`;
  });
  const html = groups.map(([head, own]) => {
    const items = own.map(
      (one) => `<li><a href="${escaped(linkTo(one, publicUrl))}">${escaped(onOneLine(sentenceOf(one)))}</a></li>`,
    );
    return `<p><strong>${escaped(head)}</strong></p><ul>${items.join("")}</ul>`;
  });
  return {
    id: `digest-${userId}-${day}`,
    to,
    by: null,
    subject,
    text: `${[...lines, more].filter(Boolean).join("\n\n")}\n\n--\n${WHY}\n${choices}\n`,
    html: page(`${html.join("")}<p>${escaped(more)}</p>`, choices),
  };
}

function byHearing(notices: readonly Told[]): [string, Told[]][] {
  const groups = new Map<string, Told[]>();
  for (const notice of notices) {
    const { title, key } = named(notice);
    const head = `${title}${key}`;
    groups.set(head, [...(groups.get(head) ?? []), notice]);
  }
  return [...groups];
}

/** Which hearing it is about, or else which page. */
function named({ hearing }: Told): { title: string; key: string } {
  if (!hearing) return { title: HOUSE, key: "" };
  return { title: onOneLine(hearing.title), key: ` (${onOneLine(hearing.userKey)})` };
}

/** Opening it is reading it, and leads on to the place. [N1] */
function linkTo({ id }: Pick<NoticeRow, "id">, publicUrl: string): string {
  return `${publicUrl}/beskeder/${id}`;
}

function page(content: string, choices: string): string {
  return (
    '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Samsvar</title></head>' +
    `<body style="font-family:sans-serif;line-height:1.5">${content}<hr>` +
    `<p><small>${WHY} <a href="${escaped(choices)}">beskeder</a></small></p></body></html>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
