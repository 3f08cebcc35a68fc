import { closeMenus } from './close-menus.js';
import { copyButtons } from './copy-buttons.js';
import { keepDrafts } from './drafts.js';
import { sendOnce } from './send-once.js';

closeMenus();
copyButtons();
keepDrafts();
sendOnce();
