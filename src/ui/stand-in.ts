import { tidy } from './room.ts';

/**
 * Lays the placeholder into the box that a frame has, and takes the frame out of sight. Returns the undo, or nothing
 * where nobody was to see the frame.
 */
export function standIn(frame: HTMLIFrameElement, place: HTMLElement, win: Window): (() => void) | undefined {
  // A page kept by a router's cache comes back with a copy of an earlier placeholder, empty, before a hidden frame.
  const copy = frame.previousElementSibling;
  if (copy?.hasAttribute('data-heed-placeholder') && !copy.shadowRoot) {
    copy.remove();
    frame.style.display = '';
  }
  const style = win.getComputedStyle(frame);
  const width = parseFloat(style.width) || +frame.width || 300;
  const height = parseFloat(style.height) || +frame.height || 150;
  if (style.display === 'none' || width < 10 || height < 10) return;

  // Important and inline: no rule of the page outweighs it.
  const set = (name: string, value: string) => place.style.setProperty(name, value, 'important');
  set('all', 'initial');
  // The spacing of text is the visitor's to change (WCAG 1.4.12): what the page says of it ends at the text itself.
  for (const name of ['letter-spacing', 'word-spacing', 'line-height']) place.style.removeProperty(name);
  for (const name of ['margin', 'float', 'vertical-align', 'position', 'top', 'left', 'grid-area'])
    set(name, style.getPropertyValue(name));
  // Used values are all there is: the same space on both sides of a block was `auto`.
  if (style.display + style.cssFloat === 'blocknone' && style.marginLeft === style.marginRight)
    set('margin-inline', parseFloat(style.marginLeft) ? 'auto' : '0');
  set('display', style.display === 'inline' ? 'inline-block' : style.display);
  // So that it sits on the line with its lower edge, as a frame does.
  set('overflow', 'hidden');
  set('max-width', '100%');
  set('width', '100%');
  set('height', '100%');

  const before = [
    frame.style.getPropertyValue('display'),
    frame.style.getPropertyPriority('display'),
  ] as const;
  frame.style.setProperty('display', 'none', 'important');
  frame.before(place);

  // Where the whole of the container is the frame's own measure, it follows the container; else it keeps its shape.
  const fills = Math.abs(place.offsetWidth - width) < 6;
  if (!fills) set('width', width + 'px');
  if (Math.abs(place.offsetHeight - height) > 5) {
    if (fills && !/\d/.test(style.aspectRatio)) set('height', height + 'px');
    else {
      set('height', 'auto');
      set('aspect-ratio', width + '/' + height);
      set('align-self', 'start');
    }
  }
  return () => {
    place.remove();
    frame.style.setProperty('display', ...before);
    tidy(frame);
  };
}
