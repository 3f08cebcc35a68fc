export { HomeModule } from './home.controller.js';
export { PagesModule } from './pages.module.js';
export { assets } from './assets.js';
export { chooseWords } from './choose-words.js';
export { Form, Sent } from './form.js';
export { seeOther, show, type Mood } from './show.js';
