/** Under a paragraph at the desk, after the text was returned. */
export const returned = { remark: "Bemærkning til afsnittet" };
