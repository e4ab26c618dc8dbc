/** What ends a text: it is nobody's paragraph, and no section's. */
export const SIGNED = /^På vegne af\b/;
