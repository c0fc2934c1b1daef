// The collector that the page's address names: `?collecteur=http://…`.
const collector = new URLSearchParams(location.search).get('collecteur');
document.querySelector('flyer-feedback').setAttribute('endpoint', `${collector}/v1/answers`);
