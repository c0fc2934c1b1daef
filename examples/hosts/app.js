// Navigation without loading: the address changes, and the content is moved out of the document and back.
document.querySelector('button').addEventListener('click', () => {
  const main = document.querySelector('main');
  const view = document.createDocumentFragment();
  view.append(...main.childNodes);
  window.history.pushState({page: 2}, '', '/examples/hosts/page-2');
  main.append(view);
});
