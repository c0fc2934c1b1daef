import {createRoot} from 'react-dom/client';
import {Opinion} from './opinion.tsx';

const app = document.getElementById('app');
if (app) createRoot(app).render(<Opinion />);
