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
  // On a line what its border takes is space around the placeholder, which has the size of the frame's inside. The margins
  // of a block may fall together, so there the border is the placeholder's own, unseen.
  const inline = style.display === 'inline';
  const width = (inline ? frame.clientWidth : frame.offsetWidth) || +frame.width || 300;
  const height = (inline ? frame.clientHeight : frame.offsetHeight) || +frame.height || 150;
  if (style.display === 'none' || width < 10 || height < 10) return;

  // Important and inline: no rule of the page outweighs it.
  const set = (name: string, value: string) => place.style.setProperty(name, value, 'important');
  set('all', 'initial');
  // The spacing of text is the visitor's to change (WCAG 1.4.12): what the page says of it ends at the text itself.
  for (const name of ['letter-spacing', 'word-spacing', 'line-height']) place.style.removeProperty(name);
  const said = (name: string) => style.getPropertyValue(name);
  set('border', 'solid #0000');
  set('box-sizing', 'border-box');
  for (const name of 'border-width,margin,float,vertical-align,position,top,left,grid-area,flex'.split(','))
    set(name, said(name));
  if (inline) {
    set('border', '0');
    for (const side of ['top', 'right', 'bottom', 'left'])
      set('margin-' + side, `calc(${said('margin-' + side)} + ${said(`border-${side}-width`)})`);
  }
  // Used values are all there is: all the space beside a block, half of it on each side, was `auto`.
  const beside =
    style.display + style.cssFloat + style.marginLeft === 'blocknone' + style.marginRight &&
    2 * parseFloat(style.marginLeft);
  set('display', inline ? 'inline-block' : style.display);
  // So that it sits on the line with its lower edge, as a frame does, and what is shown lies within its border.
  set('contain', 'content');
  for (const name of ['max-width', 'width', 'height']) set(name, '100%');

  const own = frame.style;
  const before = [own.getPropertyValue('display'), own.getPropertyPriority('display')] as const;
  own.setProperty('display', 'none', 'important');
  frame.before(place);

  // Where the whole of the container is the frame's own measure, it follows the container; else it keeps its shape.
  const room = place.offsetWidth - width;
  const fills = Math.abs(room) < 6;
  if (!fills) set('width', width + 'px');
  if (beside && Math.abs(room - beside) < 1) set('margin-inline', 'auto');
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
    own.setProperty('display', ...before);
    tidy(frame);
  };
}
