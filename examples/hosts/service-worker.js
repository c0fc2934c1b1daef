// As a strict host does: its worker answers for what is read, and leaves alone what is sent.
const plain = {createScriptURL: (url) => url};
const policy = window.trustedTypes?.createPolicy('host', plain) ?? plain;
navigator.serviceWorker.register(policy.createScriptURL('/examples/hosts/sw.js'));
