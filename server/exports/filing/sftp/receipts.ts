/** What a receipt in the IN folder says of one transaction of ours. */
export type InReceipt = {
  transaction: string;
  /** The distributor's own number for it, where it has given one. */
  number: string | null;
  says: Says;
  reason: string;
};

type Says = "OK" | "ADVARSEL" | "FEJL" | "MODTAGET" | "AFLEVERET" | "ACCEPTERET" | "AFVIST" | "FEJLET";

/** Receipts of SF2900, both kinds: that of the transport and that of the business. */
export function receiptIn(xml: string): InReceipt | null {
  const transaction = textOf(xml, "AnvenderTransaktionsID");
  const says = textOf(xml, "ForretningsValideringsKode") ?? textOf(xml, "TransportValideringsKode");
  if (!transaction || !isKnown(says)) return null;
  const faults = [...xml.matchAll(/<(?:\w+:)?Fejl>([\s\S]*?)<\/(?:\w+:)?Fejl>/g)].map(
    ([, fault = ""]) => `${textOf(fault, "FejlTekst") ?? ""} (${textOf(fault, "FejlKode") ?? ""})`,
  );
  const reason = [textOf(xml, "Begrundelse"), ...faults].filter((part) => part !== null).join(" ");
  return { transaction: transaction.toLowerCase(), number: textOf(xml, "DistributionTransktionsID"), says, reason };
}

const STEPS: Record<Says, { height: number; state: "received" | "delivered" | "filed" | "rejected" }> = {
  OK: { height: 0, state: "received" },
  ADVARSEL: { height: 0, state: "received" },
  MODTAGET: { height: 1, state: "received" },
  AFLEVERET: { height: 2, state: "delivered" },
  FEJL: { height: 3, state: "rejected" },
  AFVIST: { height: 3, state: "rejected" },
  FEJLET: { height: 3, state: "rejected" },
  // What has been accepted is filed, whatever was said on the way there.
  ACCEPTERET: { height: 4, state: "filed" },
};

/** Where all receipts of one transaction have brought it; they come in any order, and some come twice. */
export function standingBy<Receipt extends InReceipt>(receipts: readonly Receipt[]) {
  const [by] = [...receipts].sort((a, b) => STEPS[b.says].height - STEPS[a.says].height);
  return by ? { state: STEPS[by.says].state, by } : null;
}

function isKnown(says: string | null): says is Says {
  return says !== null && Object.hasOwn(STEPS, says);
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of the first such element, whatever prefix it has. No entity but XML's own five is looked at. */
function textOf(xml: string, name: string): string | null {
  const found = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)</`).exec(xml)?.[1];
  return found === undefined
    ? null
    : found.replace(/&(amp|lt|gt|quot|apos);/g, (_all, sign) => SIGNS[sign] ?? "").trim();
}
