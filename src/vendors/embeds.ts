/**
 * The address of an embedded video that asks for the least: YouTube's host without cookies
 * (support.google.com/youtube/answer/171780), Vimeo's `dnt=1` (amp.dev, "amp-vimeo"). Both are third parties still, so
 * it is for frames that the visitor loads, and no way past the gate.
 */
export const quieter = (url: string): string =>
  url
    .replace(/^(https?:\/\/)(www\.)?youtube\.com(?=\/embed\/)/, '$1www.youtube-nocookie.com')
    .replace(
      /^https?:\/\/player\.vimeo\.com\/[^#]*/,
      (all) => all + (all.includes('?') ? '&' : '?') + 'dnt=1',
    );
