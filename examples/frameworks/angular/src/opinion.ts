import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import '@ppgp/elements/define/ppgp-survey';
import questionnaire from '../../questionnaire.json';

/** `[definition]` sets the property; `(ppgp-submit)` is the event, whose type comes from `GlobalEventHandlersEventMap`. */
@Component({
  selector: 'app-opinion',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Votre avis</h1>
    <ppgp-survey
      [definition]="questionnaire"
      campaign="accueil"
      endpoint="/v1/answers"
      (ppgp-submit)="said.set('Merci pour votre réponse à « ' + $event.submission.campaign + ' ».')"
      (ppgp-error)="said.set('Le questionnaire dit : ' + $event.code + '.')"
    >
      <a href="/f/accueil">Donner mon avis sur la page simple</a>
    </ppgp-survey>
    <p role="status">{{ said() }}</p>
  `,
})
export class Opinion {
  protected readonly questionnaire = questionnaire;
  protected readonly said = signal('');
}
