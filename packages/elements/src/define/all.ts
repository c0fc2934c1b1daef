import './flyer-feedback.js';
import './ppgp-results.js';
