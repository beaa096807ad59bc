import { expect, it } from 'vitest';
import { quieter } from '../../../src/vendors/embeds.ts';

it.each([
  ['https://www.youtube.com/embed/abc?rel=0', 'https://www.youtube-nocookie.com/embed/abc?rel=0'],
  ['https://youtube.com/embed/abc', 'https://www.youtube-nocookie.com/embed/abc'],
  ['https://www.youtube-nocookie.com/embed/abc', 'https://www.youtube-nocookie.com/embed/abc'],
  ['https://www.youtube.com/watch?v=abc', 'https://www.youtube.com/watch?v=abc'],
  ['https://player.vimeo.com/video/1', 'https://player.vimeo.com/video/1?dnt=1'],
  ['https://player.vimeo.com/video/1?dnt=0', 'https://player.vimeo.com/video/1?dnt=0&dnt=1'],
  ['https://player.vimeo.com/video/1?h=2#t=3s', 'https://player.vimeo.com/video/1?h=2&dnt=1#t=3s'],
  ['https://player.vimeo.com/video/1#t=3s', 'https://player.vimeo.com/video/1?dnt=1#t=3s'],
  ['https://video.example/youtube.com/embed/', 'https://video.example/youtube.com/embed/'],
])('%s', (url, quiet) => {
  expect(quieter(url)).toBe(quiet);
});
