// The site's own script: it knows nothing of categories. It calls the vendors as their documentation says.
(function () {
  const said = document.querySelector('[data-said]');

  for (const button of document.querySelectorAll('[data-visit]')) {
    button.addEventListener('click', function () {
      window.gtag('event', 'book_visit');
      if (window.lintrk) window.lintrk('track', { conversion_id: 42 });
      if (!said) return;
      said.textContent = 'Noted. In a real shop a form would open here.';
      said.scrollIntoView({ block: 'center' });
    });
  }

  for (const button of document.querySelectorAll('[data-withdraw]')) {
    button.hidden = !window.heed;
    button.addEventListener('click', function () {
      window.heed.withdraw();
    });
  }

  // Signed up already: the form is not shown again.
  const letter = document.getElementById('letter');
  if (letter) letter.hidden = document.cookie.includes('larkfield_newsletter=yes');
})();
