// A small router: each view is built anew from the address, and the one before is thrown away.
function show() {
  const main = document.querySelector('main');
  if (location.hash !== '#/avis') return main.replaceChildren('Bienvenue.');
  const tag = document.createElement('flyer-feedback');
  tag.setAttribute('campaign', 'tarn-flyer');
  tag.setAttribute('endpoint', '/v1/answers');
  main.replaceChildren(tag);
}
window.addEventListener('hashchange', show);
show();
