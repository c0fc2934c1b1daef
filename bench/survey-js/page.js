/** SurveyJS as its documentation shows it: two scripts, one style sheet, one call. */
/* global Survey */
const place = document.querySelector('#survey');
const survey = new Survey.Model(await (await fetch(place.dataset.src)).json());
survey.render(place);
