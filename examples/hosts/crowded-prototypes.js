// A host that leaves things in Object.prototype and Array.prototype. It runs before ours, and must change nothing in what is kept and sent.
Object.prototype.extend = function (more) {
  return Object.assign(this, more);
};
Object.prototype.isEmpty = function () {
  return false;
};
Object.prototype.site = 'hôte';
Array.prototype.remove = function () {};
Array.prototype.last = 'hôte';
