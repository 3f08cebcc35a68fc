import { sendFiles } from './file-forms.js';

sendFiles();
