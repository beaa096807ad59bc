// What runs in the page to be measured, before its first script. Sent there as text: nothing refers to the outside.

/** Listens, and does nothing that would count as work of the page. */
export function listen() {
  const seen = { shift: 0, long: 0, interactions: [], largest: null, clicked: 0, told: false };
  const observe = (type, take, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  observe('longtask', ({ duration }) => {
    seen.long += duration;
  });
  observe('largest-contentful-paint', (entry) => {
    seen.largest = entry;
  });
  observe(
    'event',
    ({ interactionId, duration }) => {
      if (interactionId) seen.interactions.push(duration);
    },
    { durationThreshold: 16 },
  );
  // Told of the first interaction however short it was, once its frame stands.
  observe('first-input', () => {
    seen.told = true;
  });
  addEventListener(
    'click',
    ({ timeStamp }) => {
      seen.clicked = performance.timeOrigin + timeStamp;
      // One pixel that changes: Chromium 150 tells of no interaction before a frame differs, and where all that a click
      // does is an animation it may wait for ever.
      const dot = document.createElement('i');
      dot.style.cssText = 'position:fixed;top:0;left:0;width:1px;height:1px;background:#000';
      document.documentElement.append(dot);
    },
    true,
  );
  window.probe = {
    isTold: () => seen.told,
    /** The browser names no element that stands in a shadow tree. */
    report: (banner) => ({
      shift: seen.shift,
      long: seen.long,
      interactions: seen.interactions,
      clicked: seen.clicked,
      lcp: seen.largest && seen.largest.startTime,
      isBannerLargest: !!seen.largest && (!seen.largest.element || !!banner?.contains(seen.largest.element)),
    }),
  };
}

/** Asks in each frame whether the banner can be seen, half faded in at least. Costs the page: not where its work is measured. */
export function watch(find) {
  const isSeen = (element) => {
    if (!element?.isConnected) return false;
    const { width, height, top, bottom } = element.getBoundingClientRect();
    if (width < 40 || height < 20 || bottom <= 0 || top >= innerHeight) return false;
    let opacity = 1;
    for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
      const style = getComputedStyle(node);
      if (style.visibility === 'hidden' || style.display === 'none') return false;
      opacity *= Number(style.opacity);
    }
    return opacity >= 0.5;
  };
  const look = () => {
    if (isSeen(find())) window.probe.shown = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
