import { consent, useDecision } from './consent.js';

const port = import.meta.env.VENDOR_PORT;

function Tonight() {
  return (
    <>
      <h1>Tonight</h1>
      <p class="lead">Clear, no wind. The lower block reaches 0 °C at about ten past four.</p>
      <ul class="blocks">
        {[
          ['Upper block', '3.1 °C', 'no watch'],
          ['Middle block', '1.4 °C', 'watch from 3:00'],
          ['Lower block', '0.2 °C', 'watch from 1:30'],
        ].map(([name, low, note]) => (
          <li key={name}>
            <b>{low}</b>
            <span>{name}</span>
            <small>{note}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The frame is made by Preact when the route is shown. It is not marked: Heed holds it by its host. */
function Films() {
  return (
    <>
      <h1>Films</h1>
      <p class="lead">A night in the orchard, from the call to the sprinklers.</p>
      <iframe
        class="film"
        title="Film: a night in the orchard"
        width="640"
        height="360"
        src={`http://player.framestead.localhost:${port}/embed/night-in-the-orchard`}
      />
    </>
  );
}

function Settings() {
  const decision = useDecision();
  return (
    <>
      <h1>Settings</h1>
      <table>
        <tbody>
          {Object.entries(decision.vendors).map(([id, verdict]) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td>
                {verdict.granted ? 'granted' : 'denied'}: {verdict.reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="actions">
        <button type="button" onClick={() => consent.openPreferences()}>
          Your Privacy Choices
        </button>
        <button type="button" onClick={() => consent.reset()}>
          Forget my choice
        </button>
      </p>
    </>
  );
}

export const pages = {
  '/': { name: 'Tonight', page: Tonight },
  '/films': { name: 'Films', page: Films },
  '/settings': { name: 'Settings', page: Settings },
};
