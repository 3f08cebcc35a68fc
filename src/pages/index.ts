export { HomeModule } from './home/home.controller.js';
export { PagesModule } from './pages.module.js';
export { assets } from './layout/assets.js';
export { chooseWords } from './words/choose-words.js';
export { Form, Sent } from './layout/form.js';
export { seeOther, show, type Mood } from './layout/render-page.js';
