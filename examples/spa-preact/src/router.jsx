import { useEffect, useState } from 'preact/hooks';

const pathNow = () => location.pathname;

/** The path shown, changed by links within the app and by the browser's own back and forward. */
export function usePath() {
  const [path, setPath] = useState(pathNow);
  useEffect(() => {
    const look = () => setPath(pathNow());
    const follow = (event) => {
      const link = event.target.closest?.('a[data-route]');
      if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      if (link.pathname !== pathNow()) history.pushState(null, '', link.pathname);
      look();
    };
    window.addEventListener('popstate', look);
    document.addEventListener('click', follow);
    return () => {
      window.removeEventListener('popstate', look);
      document.removeEventListener('click', follow);
    };
  }, []);
  return path;
}
