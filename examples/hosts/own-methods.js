// A host that brings its own Array methods and Promise. It runs before ours, and must change nothing in what is kept and sent.
Array.prototype.map = function (f, self) {
  var made = [];
  for (var i = 0; i < this.length; i++) made.push(f.call(self, this[i], i, this));
  return made;
};
Array.prototype.filter = function (f, self) {
  var made = [];
  for (var i = 0; i < this.length; i++) if (f.call(self, this[i], i, this)) made.push(this[i]);
  return made;
};
Array.prototype.flat = function () {
  return [].concat.apply([], this);
};
Array.prototype.forEach = function (f, self) {
  for (var i = 0; i < this.length; i++) f.call(self, this[i], i, this);
};
window.Promise = class HostPromise extends Promise {};
