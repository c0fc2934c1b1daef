import {expect} from '@open-wc/testing';
import {
  aQuestionnaire,
  described,
  focused,
  goOn,
  handed,
  keys,
  part,
  pressPart,
  reviewed,
  root,
  shown,
  tabTo,
  text,
} from '@ppgp/testing/element';
import '../define/ppgp-survey.js';

const choices = [
  {id: 'a', label: 'Premier'},
  {id: 'b', label: 'Second'},
  {id: 'c', label: 'Tiers'},
];

/** Each kind of question that waits for an answer, the name of its first control, and what is said when nothing is answered. */
const kinds: Record<string, [question: object, first: string, missing: string]> = {
  'a single choice': [{type: 'single', choices}, 'Premier', 'Choisissez une réponse.'],
  'several choices': [{type: 'multiple', choices}, 'Premier', 'Choisissez une réponse.'],
  'a scale in words': [{type: 'scale', choices}, 'Premier', 'Choisissez une réponse.'],
  'a scale with faces': [{type: 'scale', choices: 'faces3'}, 'Bien', 'Choisissez une réponse.'],
  'a matrix': [{type: 'matrix', rows: [{id: 'r', label: 'La ligne'}], choices}, 'Premier', 'Choisissez une réponse.'],
  'a ranking': [{type: 'ranking', choices, max: 2}, 'Ajouter : Premier', 'Choisissez une réponse.'],
  'yes or no': [{type: 'boolean'}, 'Oui', 'Choisissez une réponse.'],
  'a number': [{type: 'number'}, 'Alors ?', 'Choisissez une réponse.'],
  'a day': [{type: 'date', unit: 'day'}, 'Jour', 'Choisissez une réponse.'],
  'a text': [{type: 'text', max: 100}, 'Alors ?', 'Écrivez quelques mots.'],
};

for (const [kind, [members, first, missing]] of Object.entries(kinds)) {
  const asks = (more: object = {}): Promise<HTMLElementTagNameMap['ppgp-survey']> =>
    shown('ppgp-survey', {definition: aQuestionnaire([{id: 'q', label: 'Alors ?', ...members, ...more}])});

  describe(`any question: ${kind}`, () => {
    it('is passed over by keyboard alone, and then is no answer', async () => {
      const element = await asks();
      await tabTo(element, 'Relire mes réponses');
      await keys(element, 'Enter');
      expect(focused(element)).to.equal('Vos réponses');
      expect(reviewed(element)).to.deep.equal({'Questions passées': '1'});
      expect((await handed(element)).answers).to.deep.equal({});
    });

    it('where it must be answered, says so; the summary leads to its first control, described by what is wrong', async () => {
      const element = await asks({required: true});
      expect(text(element)).to.include('Alors ? (il nous faut cette réponse)');
      await pressPart(element, 'next');
      expect(root(element).activeElement).to.equal(part(element, 'problems'));
      expect(text(element)).to.include('Il manque une réponse.');
      await keys(element, 'Tab', 'Enter');
      expect(focused(element)).to.include(first);
      expect(described(element)).to.include(missing);
    });

    it('says what is wrong in the author’s own words', async () => {
      const element = await asks({required: true, error: 'Dites-nous au moins cela.'});
      await pressPart(element, 'next');
      expect(text(element)).to.include('Dites-nous au moins cela.').and.not.include(missing);
    });

    it('shows its hint, which describes its controls', async () => {
      const element = await asks({hint: 'Comme vous voulez.'});
      await tabTo(element, first);
      expect(hintsAround(element)).to.include('Comme vous voulez.');
    });

    it('can be declined with the keyboard: that is an answer, and may be taken back', async () => {
      const element = await asks({required: true, decline: true});
      await tabTo(element, 'Je préfère ne pas répondre');
      await keys(element, 'Space');
      expect(element.answers).to.deep.equal({q: null});
      await keys(element, 'Space');
      expect(element.answers).to.deep.equal({});
      await keys(element, 'Space');
      await goOn(element, 'Relire');
      expect(reviewed(element)).to.deep.equal({'Alors ?': 'Préfère ne pas répondre'});
      expect((await handed(element)).answers).to.deep.equal({q: null});
    });

    it('has plainer words where the author wrote some', async () => {
      const element = await asks({plain: 'Et vous ?'});
      await pressPart(element, 'plainer');
      expect(text(element)).to.include('Et vous ?').and.not.include('Alors ?');
    });
  });
}

/** What describes what has the focus, and the groups that it is in. */
function hintsAround(element: Element): string {
  const groups: (Element | null | undefined)[] = [root(element).activeElement];
  for (let at = groups[0]; at; at = at.parentElement?.closest('[aria-describedby]')) groups.push(at);
  const ids = groups.flatMap((group) => group?.getAttribute('aria-describedby')?.split(' ') ?? []);
  return ids.map((id) => root(element).getElementById(id)?.textContent).join(' ');
}
