export {restore} from '@ppgp/session';
