(() => {
  const all = (query, each) => document.querySelectorAll(query).forEach(each);
  all('[data-from]', time => {
    const from = new Date(time.dataset.from), to = new Date(time.dataset.to);
    const there = new Date(time.dataset.from.slice(0, 19) + 'Z') - from;
    if (isNaN(from) || to < Date.now() || there === -from.getTimezoneOffset() * 60000) return;
    const year = from.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
    const own = navigator.languages.filter(tag => tag.slice(0, 2) === document.documentElement.lang.slice(0, 2));
    const format = new Intl.DateTimeFormat(own, { weekday: 'short', day: 'numeric', month: 'short', year, hour: '2-digit', minute: '2-digit' });
    time.textContent += format.formatRange(from, to).replace(/([^ ]+)\s?–\s?([^ ]+)$/, '$1\u2060–\u2060$2');
    time.hidden = false;
  });
  all('[data-copy]', button => {
    const done = word => { button.textContent = word; };
    button.hidden = false;
    button.addEventListener('click', () => {
      if (navigator.clipboard) navigator.clipboard.writeText(button.dataset.copy).then(() => done(button.dataset.done), select);
      else select();
    });
    function select() {
      getSelection().selectAllChildren(button.previousElementSibling);
      done(button.dataset.press.replace('{0}', /Mac|iP/.test(navigator.userAgent) ? '⌘C' : 'Ctrl+C'));
    }
  });
  all('[data-player]', card => card.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const player = document.createElement('iframe');
    player.className = 'player';
    player.title = card.firstChild.textContent;
    player.allow = 'autoplay; fullscreen; picture-in-picture';
    player.src = card.dataset.player;
    card.replaceWith(player);
    player.focus();
  }));
  const device = [[/iPhone|iPad|Macintosh/, 'apple'], [/Android/, 'google'], [/Windows/, 'outlook']].find(([agent]) => agent.test(navigator.userAgent));
  if (device) all('[data-for=' + device[1] + ']', choice => choice.parentElement.prepend(choice));
})();
