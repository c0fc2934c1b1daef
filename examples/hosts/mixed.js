// The collector that the page's address names: `?collecteur=http://…`.
const collector = location.search.replace('?collecteur=', '');
document.querySelector('flyer-feedback').setAttribute('endpoint', `${collector}/v1/answers`);
