// biome-ignore-all lint/suspicious/noExplicitAny: it stands in for objects of many interfaces

/**
 * What a script gets for a connection, a worker or a database that was never there: it fails by its events and its
 * promises, and takes what is sent to it. Goes to workers as text, so that it refers to nothing outside.
 *
 * @param scope the window or worker whose script asks
 * @param proto prototype of what it stands in for
 * @param more members of its own
 */
export function refused(scope: any, proto: any, more?: object): any {
  const target = new scope.EventTarget();
  const failed = scope.Promise.reject(new scope.TypeError('held'));
  failed.catch(() => {});
  const nothing = () => {};
  const { dispatchEvent } = target;
  Object.assign(target, { readyState: proto.CLOSED, ready: failed, opened: failed, closed: failed }, more);
  // Members of its own cover those of the interface, which would not take it for theirs. A promise is not even asked for:
  // it would be rejected, and nobody would hear of it but the page's own watch for errors.
  for (const key in proto) {
    if (key in target) continue;
    target[key] = null;
    try {
      const value = proto[key];
      target[key] = typeof value === 'function' ? nothing : value;
    } catch (_) {
      // an attribute, which the prototype itself does not have
    }
  }
  Object.setPrototypeOf(target, proto);
  scope.setTimeout(() => {
    // 1006: a connection that was lost without a word, as where the network refuses it.
    for (const event of [new scope.Event('error'), new scope.CloseEvent('close', { code: 1006 })]) {
      // Not every interface is one of events.
      dispatchEvent.call(target, event);
      const listener = target['on' + event.type];
      if (typeof listener === 'function') listener.call(target, event);
    }
  });
  return target;
}
