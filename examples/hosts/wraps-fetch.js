// A host that wraps fetch, and breaks it before anything is sent. It runs before ours, and must change nothing in what is kept and sent.
const {fetch} = window;
window.fetch = function () {
  return fetch.apply(this, arguments);
};
window.addEventListener(
  'ppgp-submit',
  () => {
    window.fetch = () => Promise.reject(new Error('host'));
  },
  true,
);
