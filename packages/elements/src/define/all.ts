import './flyer-feedback.js';
import './ppgp-results.js';
import './ppgp-survey.js';
