import {mount} from 'svelte';
import Opinion from './opinion.svelte';

const target = document.getElementById('app');
if (target) mount(Opinion, {target});
