import { useEffect, useState } from 'preact/hooks';

/** An event with its page, or the path of what was asked for. */
function subject({ host, path }) {
  const url = new URL(path, `http://${host}`);
  const event = url.searchParams.get('en');
  return event ? `${event} ${new URL(url.searchParams.get('dl')).pathname}` : host + url.pathname;
}

/** What the stand-ins have received, told by the dev server. */
export function Received() {
  const [entries, setEntries] = useState([]);
  useEffect(() => {
    const stream = new EventSource('/received');
    stream.onopen = () => setEntries([]);
    stream.onmessage = (message) => setEntries((before) => [JSON.parse(message.data), ...before]);
    return () => stream.close();
  }, []);
  return (
    <aside class="received" aria-label="What the vendors received">
      <p role="status">
        <b>{entries.length}</b> {entries.length === 1 ? 'request has' : 'requests have'} reached a vendor
      </p>
      <ol>
        {entries.map((entry) => (
          <li key={entry.n}>
            {entry.name}, {entry.kind} <code>{subject(entry)}</code>
          </li>
        ))}
      </ol>
    </aside>
  );
}
