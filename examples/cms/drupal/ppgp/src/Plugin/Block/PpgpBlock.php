<?php

namespace Drupal\ppgp\Plugin\Block;

use Drupal\Component\Utility\UrlHelper;
use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * Prints one tag and attaches the script. Drupal escapes the attributes (`html_tag`).
 */
#[Block(id: 'ppgp', admin_label: new TranslatableMarkup('PPGP'))]
final class PpgpBlock extends BlockBase {

  private const TAGS = ['ppgp-survey', 'flyer-feedback', 'pemat-grid', 'needs-plateau', 'ppgp-results'];

  private const FIELDS = [
    'campaign' => 'Campagne (identifiant)',
    'endpoint' => 'Adresse d’envoi (…/v1/answers)',
    'src' => 'Adresse de la campagne ou de la définition, s’il y en a une',
    'fallback' => 'Adresse du formulaire simple (…/f/campagne), pour qui n’a pas le script',
  ];

  public function defaultConfiguration(): array {
    return ['tag' => 'ppgp-survey'] + array_fill_keys(array_keys(self::FIELDS), '');
  }

  public function blockForm($form, FormStateInterface $form_state): array {
    $form['tag'] = [
      '#type' => 'select',
      '#title' => 'Balise',
      '#options' => array_combine(self::TAGS, self::TAGS),
      '#default_value' => $this->configuration['tag'],
    ];
    foreach (self::FIELDS as $name => $title) {
      $form[$name] = ['#type' => 'textfield', '#title' => $title, '#default_value' => $this->configuration[$name], '#maxlength' => 500];
    }
    return $form;
  }

  public function blockSubmit($form, FormStateInterface $form_state): void {
    foreach (['tag', ...array_keys(self::FIELDS)] as $name) {
      $this->configuration[$name] = trim((string) $form_state->getValue($name));
    }
  }

  public function build(): array {
    $given = $this->configuration;
    $attributes = array_filter(array_intersect_key($given, array_flip(['campaign', 'endpoint', 'src'])));
    $build = [
      '#type' => 'html_tag',
      '#tag' => in_array($given['tag'], self::TAGS, TRUE) ? $given['tag'] : 'ppgp-survey',
      '#attributes' => $attributes,
      '#attached' => ['library' => ['ppgp/loader']],
    ];
    if ($given['fallback'] !== '') {
      $build['fallback'] = [
        '#type' => 'html_tag',
        '#tag' => 'a',
        '#value' => 'Donner mon avis sur la page simple',
        '#attributes' => ['href' => UrlHelper::stripDangerousProtocols($given['fallback'])],
      ];
    }
    return $build;
  }

}
