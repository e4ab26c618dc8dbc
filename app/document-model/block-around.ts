import * as Y from "yjs";

/** The block that an item of a document makes or stands in; of nested ones the innermost. Links stand in none. */
export function blockAround(item: Y.Item): Y.XmlElement | null {
  const made = item.content instanceof Y.ContentType ? item.content.type : null;
  for (let type: unknown = made ?? item.parent; type instanceof Y.AbstractType; type = type._item?.parent) {
    if (type instanceof Y.XmlElement && type.nodeName === "block") return type;
  }
  return null;
}
