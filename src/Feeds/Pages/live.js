(() => {
  const version = document.currentScript.dataset.version;
  const bar = document.createElement('div');
  let events;
  bar.setAttribute('role', 'alert');
  Object.assign(bar.style, {
    position: 'sticky', insetBlockStart: '0', zIndex: '9', maxBlockSize: '40vh', overflow: 'auto', padding: '.75rem 1rem',
    background: '#8b1a1a', color: '#fff', font: '1rem/1.5 ui-monospace, monospace', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere',
  });
  // A browser opens six connections to a server, so hidden pages have none.
  const connect = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource('/.live?' + version);
    events.addEventListener('reload', () => {
      events.close();
      location.reload();
    });
    events.addEventListener('errors', event => {
      bar.textContent = event.data;
      if (event.data) document.body.prepend(bar);
      else bar.remove();
    });
  };
  document.addEventListener('visibilitychange', connect);
  connect();
})();
