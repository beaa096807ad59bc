import type { Policy } from '../config/policy.ts';
import type { Decision } from '../types.ts';
import { describeVendor } from './describe.ts';
import { isLocked } from './draft.ts';
import type { HeldFrame } from './host.ts';
import type { Say } from './language.ts';

interface PlaceholderProps {
  frame: HeldFrame;
  policy: Policy;
  say: Say;
  decision: Decision;
  always(id: string, event: Event): void;
}

/** Stands where a held frame stands: who it is, what loading means, and the two ways to load it. */
export function Placeholder({ frame, policy, say, decision, always }: PlaceholderProps) {
  const { vendor: id, category } = frame;
  const host = hostOf(frame);
  const { name, privacyPolicy } = id ? describeVendor(policy, id) : { name: host, privacyPolicy: undefined };
  const target = id ?? category;
  const verdict = (id && decision.vendors[id]) || (category && decision.categories[category]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no size from its container
    <div part="placeholder" class="held" role="group" aria-labelledby="held-title">
      <div>
        <b id="held-title">{say('placeholderTitle', { vendor: name })}</b>
        <p>
          {say('placeholderText', { vendor: name })}{' '}
          {privacyPolicy && (
            <a href={privacyPolicy} target="_blank" rel="noopener noreferrer">
              {say('privacyPolicy')}
            </a>
          )}
        </p>
        <div class="equal">
          <button type="button" part="load" onClick={frame.loadOnce}>
            {say('loadOnce')}
          </button>
          {target && verdict && !isLocked(verdict) && (
            <button type="button" part="always" onClick={(event) => always(target, event)}>
              {say('always')}
            </button>
          )}
        </div>
        {host !== name && <small dir="ltr">{host}</small>}
      </div>
    </div>
  );
}

function hostOf({ element, url }: HeldFrame): string {
  try {
    return new URL(url, element.baseURI).hostname;
  } catch {
    return url;
  }
}

/** Lays the placeholder into the box that the frame has, and takes the frame out of sight. Returns the undo. */
export function standIn(frame: HTMLIFrameElement, place: HTMLElement, win: Window): (() => void) | undefined {
  // A page kept by a router's cache comes back with a copy of an earlier placeholder, empty, before a hidden frame.
  const copy = frame.previousElementSibling;
  if (copy?.hasAttribute('data-heed-placeholder') && !copy.shadowRoot) {
    copy.remove();
    frame.style.removeProperty('display');
  }
  const style = win.getComputedStyle(frame);
  const width = parseFloat(style.width) || parseFloat(frame.width) || 300;
  const height = parseFloat(style.height) || parseFloat(frame.height) || 150;
  // A frame that nobody was to see needs no stand-in.
  if (style.display === 'none' || width < 10 || height < 10) return;

  const box: Record<string, string> = { all: 'initial', 'box-sizing': 'border-box', 'max-width': '100%' };
  for (const name of ['margin', 'float', 'vertical-align', 'position', 'grid-area', 'order'])
    box[name] = style.getPropertyValue(name);
  // Used values are all there is: equal margins on both sides of a block were `auto`.
  if (style.display === 'block' && style.marginLeft === style.marginRight && parseFloat(style.marginLeft) > 0)
    box['margin-inline'] = 'auto';
  box.display = style.display === 'inline' ? 'inline-block' : style.display;

  const out = /absolute|fixed/.test(style.position);
  const parent = out ? frame.offsetParent : frame.parentElement;
  const inner = parent && win.getComputedStyle(parent);
  const padding = (...sides: string[]) =>
    out || !inner
      ? 0
      : sides.reduce((sum, side) => sum + (parseFloat(inner.getPropertyValue('padding-' + side)) || 0), 0);
  const fills =
    !!parent && width >= parent.clientWidth - padding('left', 'right') - 5 && width <= parent.clientWidth + 5;
  box.width = fills ? '100%' : width + 'px';
  if (out) {
    box.top = style.top;
    box.left = style.left;
    box.height = parent && Math.abs(height - parent.clientHeight) < 6 ? '100%' : height + 'px';
  } else if (fills && (!style.aspectRatio || style.aspectRatio === 'auto')) box.height = height + 'px';
  else {
    box['aspect-ratio'] = `${width}/${height}`;
    // Where a flexible or grid parent would stretch it, a frame keeps its own height.
    box['align-self'] = 'start';
  }
  for (const name of Object.keys(box)) place.style.setProperty(name, box[name]!, 'important');

  const before = [
    frame.style.getPropertyValue('display'),
    frame.style.getPropertyPriority('display'),
  ] as const;
  const unstyled = !frame.hasAttribute('style');
  frame.before(place);
  frame.style.setProperty('display', 'none', 'important');
  return () => {
    place.remove();
    frame.style.setProperty('display', ...before);
    if (unstyled && !frame.getAttribute('style')) frame.removeAttribute('style');
  };
}
