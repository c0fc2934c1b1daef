// A host that wraps customElements.define and attachShadow, as polyfills do. It runs before ours, and must change nothing in what is kept and sent.
const {define} = customElements;
customElements.define = function (name, ...rest) {
  return define.call(customElements, name, ...rest);
};
const {attachShadow} = window.Element.prototype;
window.Element.prototype.attachShadow = function (init) {
  return attachShadow.call(this, {...init});
};
