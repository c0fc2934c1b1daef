<?php
/**
 * Plugin Name: PPGP
 * Description: [ppgp tag="flyer-feedback" campaign="…" endpoint="…"] imprime une balise et charge son script.
 * Version: 0.1.0
 * Requires at least: 6.5
 * Requires PHP: 8.1
 * License: MIT
 */

if (!defined('ABSPATH')) {
  exit;
}

const PPGP_TAGS = ['ppgp-survey', 'flyer-feedback', 'pemat-grid', 'needs-plateau', 'ppgp-results'];

/** The shortcode: what stands between its tags is the fallback. Attributes are escaped; what is none of them is left out. */
function ppgp_shortcode($given, ?string $content = null): string {
  $names = ['campaign', 'endpoint', 'src', 'instrument', 'territory', 'source', 'mode', 'lang'];
  $all = shortcode_atts(['tag' => 'ppgp-survey'] + array_fill_keys($names, ''), $given, 'ppgp');
  $tag = in_array($all['tag'], PPGP_TAGS, true) ? $all['tag'] : 'ppgp-survey';
  // The folder dist/ of a release, copied whole beside this file. A module: WordPress prints it once.
  wp_enqueue_script_module('ppgp', plugins_url('dist/ppgp.js', __FILE__), [], null);
  $attributes = '';
  foreach ($names as $name) {
    $value = in_array($name, ['endpoint', 'src'], true) ? esc_url($all[$name], ['http', 'https']) : esc_attr($all[$name]);
    if ($value !== '') {
      $attributes .= sprintf(' %s="%s"', $name, $value);
    }
  }
  return sprintf('<%1$s%2$s>%3$s</%1$s>', $tag, $attributes, wp_kses_post($content ?? ''));
}
add_shortcode('ppgp', 'ppgp_shortcode');
