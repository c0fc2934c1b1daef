import './flyer-feedback.js';
import './needs-plateau.js';
import './pemat-grid.js';
import './ppgp-outbox.js';
import './ppgp-results.js';
import './ppgp-survey.js';
