import sanitize, {type IOptions} from 'sanitize-html';

/** The three ways to write the flyer's tag; what stands inside leads to the plain form. */
export const SNIPPETS = {
  tag: '<flyer-feedback endpoint="/v1/answers"><a href="/f/flyer">Donner mon avis</a></flyer-feedback>',
  link: '<p><a class="ppgp" href="/f/flyer">Donner mon avis</a></p>',
  block: '<div data-ppgp="flyer-feedback" data-endpoint="/v1/answers"><a href="/f/flyer">Donner mon avis</a></div>',
} as const;

export type Form = keyof typeof SNIPPETS;
/** `tag`: the loader makes the tag of it; `link`: it stays a link to the plain form. */
export type Becomes = 'tag' | 'link';

export interface Editor {
  name: string;
  /** What it leaves of what a person has written. */
  lets(html: string): string;
  becomes: Record<Form, Becomes>;
}

/** A documented list of what is allowed, applied by `sanitize-html`: the content of what is not stays. */
const listed =
  (...passes: IOptions[]) =>
  (html: string): string =>
    passes.reduce((text, options) => sanitize(text, options), html);

const TEXT = ['p', 'br', 'strong', 'em', 'i', 'b', 'ul', 'ol', 'li', 'blockquote', 'h2', 'h3', 'h4', 'code', 'cite', 'dl', 'dt', 'dd', 'a'];
const none: Editor['becomes'] = {tag: 'link', link: 'link', block: 'link'};

/** `wp-includes/kses.php`: `$allowedposttags`, with the attributes that `_wp_add_global_attributes` gives to each of them. */
const KSES_GLOBAL = ['aria-*', 'class', 'data-*', 'dir', 'hidden', 'id', 'lang', 'role', 'style', 'title', 'xml:lang'];
/** `processing.allowAttributes` of `EXT:rte_ckeditor/Configuration/RTE/Processing.yaml`. */
const TYPO3_RTE = ['class', 'id', 'title', 'dir', 'lang', 'xml:lang', 'itemscope', 'itemtype', 'itemprop'];
/** Global attributes of `TYPO3\HtmlSanitizer\Builder\CommonBuilder`. */
const TYPO3_GLOBAL = [...TYPO3_RTE, 'itemid', 'itemref', 'nonce', 'role', 'tabindex', 'translate', 'aria-*', 'data-*'];

/**
 * What editors of content management systems let through, as their own files and documentation list it. Their own code is PHP, or under
 * another licence than ours: it is not run here.
 */
export const EDITORS: readonly Editor[] = [
  {
    // `htmlOutput` of @ckeditor/ckeditor5-link and the other default plugins: what no plugin knows is dropped, its text stays.
    name: 'CKEditor 5, as it comes',
    lets: listed({allowedTags: TEXT, allowedAttributes: {a: ['href']}}),
    becomes: none,
  },
  {
    // `htmlSupport.allow`: {name: 'a', classes: ['ppgp']}, {name: 'div', attributes: /^data-/}
    name: 'CKEditor 5 with our two rules',
    lets: listed({allowedTags: [...TEXT, 'div'], allowedAttributes: {a: ['href'], div: ['data-*']}, allowedClasses: {a: ['ppgp']}}),
    becomes: {tag: 'link', link: 'tag', block: 'tag'},
  },
  {
    // filter.format.basic_html.yml: `<a hreflang href>`, no `<div>`.
    name: 'Drupal, « Basic HTML »',
    lets: listed({allowedTags: [...TEXT, 'span', 'img'], allowedAttributes: {a: ['href', 'hreflang'], '*': ['lang', 'dir']}}),
    becomes: none,
  },
  {
    name: 'Drupal, « Basic HTML » with <a hreflang href class="ppgp">',
    lets: listed({
      allowedTags: [...TEXT, 'span', 'img'],
      allowedAttributes: {a: ['href', 'hreflang'], '*': ['lang', 'dir']},
      allowedClasses: {a: ['ppgp']},
    }),
    becomes: {tag: 'link', link: 'tag', block: 'link'},
  },
  {
    name: 'WordPress, an author’s post (wp_kses_post)',
    lets: listed({
      allowedTags: [...TEXT, 'div', 'span', 'section', 'article', 'img', 'button'],
      allowedAttributes: {a: ['href', 'rel', 'rev', 'name', 'target', 'download'], '*': KSES_GLOBAL},
    }),
    becomes: {tag: 'link', link: 'tag', block: 'tag'},
  },
  {
    // `$allowedtags`
    name: 'WordPress, a comment',
    lets: listed({
      allowedTags: ['a', 'abbr', 'acronym', 'b', 'blockquote', 'cite', 'code', 'del', 'em', 'i', 'q', 's', 'strike', 'strong'],
      allowedAttributes: {a: ['href', 'title']},
    }),
    becomes: none,
  },
  {
    // Saved through the editor's rules, shown through the HTML sanitizer, which shows as text the tags that it does not know.
    name: 'TYPO3, the rich text editor',
    lets: listed(
      {
        allowedTags: [...TEXT, 'div', 'span', 'section', 'flyer-feedback'],
        allowedAttributes: {a: ['href', 'target', 'rel'], 'flyer-feedback': ['*'], '*': TYPO3_RTE},
      },
      {
        allowedTags: [...TEXT, 'div', 'span', 'section'],
        allowedAttributes: {a: ['href', 'target', 'rel'], '*': TYPO3_GLOBAL},
        disallowedTagsMode: 'escape',
      },
    ),
    becomes: {tag: 'link', link: 'tag', block: 'link'},
  },
  {
    // `typo3_html_sanitizer` alone, as for a content element of type HTML that is passed through it.
    name: 'TYPO3, the HTML sanitizer alone',
    lets: listed({
      allowedTags: [...TEXT, 'div', 'span', 'section'],
      allowedAttributes: {a: ['href', 'target', 'rel'], '*': TYPO3_GLOBAL},
      disallowedTagsMode: 'escape',
    }),
    becomes: {tag: 'link', link: 'tag', block: 'tag'},
  },
  {
    // https://contrib.spip.net/Guide-du-redacteur: HTML that an author types is sent as it is.
    name: 'SPIP, HTML in an article',
    lets: (html) => html,
    becomes: {tag: 'tag', link: 'tag', block: 'tag'},
  },
  {
    // `[Donner mon avis->/f/flyer]` makes a link with classes of SPIP's own.
    name: 'SPIP, its shortcut for links',
    lets: (html) =>
      html.replace(/.*<a[^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>.*/s, '<p><a href="$1" class="spip_out" rel="external">$2</a></p>'),
    becomes: none,
  },
];
