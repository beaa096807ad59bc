// First: what is imported before it is not held.
import './consent.js';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { pageView } from './analytics.js';
import { pages } from './pages.jsx';
import { Received } from './received.jsx';
import { usePath } from './router.jsx';

function App() {
  const path = usePath();
  const { name, page: Page } = pages[path] ?? pages['/'];
  useEffect(() => {
    document.title = `${name}: Larkfield Watch`;
    pageView(path);
  }, [path]);
  return (
    <>
      <header>
        <strong>Larkfield Watch</strong>
        <nav aria-label="Main">
          {Object.entries(pages).map(([to, { name }]) => (
            <a key={to} href={to} data-route aria-current={to === path ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <Page />
      </main>
      <Received />
      <footer>
        <a href="#heed" data-heed-open>
          Your Privacy Choices
        </a>
        <span data-heed-status />
      </footer>
    </>
  );
}

const root = document.getElementById('app');
render(<App />, root);

if (import.meta.hot) {
  import.meta.hot.accept();
  import.meta.hot.dispose(() => render(null, root));
}
