// Says whether the page that is shown is the one that was left.
window.addEventListener('pageshow', ({persisted}) => {
  document.documentElement.dataset.shown = persisted ? 'again' : 'anew';
});
