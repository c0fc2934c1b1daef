import {useState} from 'react';
import '@ppgp/elements/define/ppgp-survey';
import questionnaire from '../../questionnaire.json';

/** React 19 sets `definition` as a property, and listens to `ppgp-submit` by the name `onppgp-submit`. */
export function Opinion() {
  const [said, setSaid] = useState('');
  return (
    <>
      <h1>Votre avis</h1>
      <ppgp-survey
        definition={questionnaire}
        campaign="accueil"
        endpoint="/v1/answers"
        onppgp-submit={({submission}) => setSaid(`Merci pour votre réponse à « ${submission.campaign} ».`)}
        onppgp-error={({code}) => setSaid(`Le questionnaire dit : ${code}.`)}
      >
        <a href="/f/accueil">Donner mon avis sur la page simple</a>
      </ppgp-survey>
      <p role="status">{said}</p>
    </>
  );
}
