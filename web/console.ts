import { copyButtons } from './copy-buttons.js';
import { keepDrafts } from './drafts.js';
import { sendOnce } from './send-once.js';

copyButtons();
keepDrafts();
sendOnce();
