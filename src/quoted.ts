/** A text as it stands in an attribute with double quotes (HTML, "double-quoted attribute value syntax"). */
export const quoted = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
