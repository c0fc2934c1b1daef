// The other site is this one under its other name, so that one server is enough.
const other = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
document.querySelector('iframe').src = `http://${other}:${location.port}/examples/hosts/in-frame.html`;
